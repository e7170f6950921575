// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.invoke.MethodHandle;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.CompiledStage;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.ensemble.Ensemble;
import org.ergode.engine.ensemble.Plan;
import org.ergode.engine.ensemble.Simulator;
import org.ergode.engine.result.Column;
import org.ergode.math.Vectorization;

/** A simulation of walkers, compiled. Immutable; one stage can run in several threads at once. */
public final class ProcessStage implements CompiledStage {
	private final Plan plan;
	private final List<Observed> observed;
	private final byte[] bytes;
	private final MethodHandle constructor;
	private final FirstWalker firstWalker;

	ProcessStage(Plan plan, List<Observed> observed, byte[] bytes, MethodHandle constructor, FirstWalker firstWalker) {
		this.plan = plan;
		this.observed = observed;
		this.bytes = bytes;
		this.constructor = constructor;
		this.firstWalker = firstWalker;
	}

	@Override
	public String title() {
		return plan.title();
	}

	@Override
	public Result run(Context context) {
		if (context.watch() != null && context.watch().isWanted()) {
			firstWalker.show(plan, context);
		}
		return run(context, null);
	}

	/** @param vectorization how bulk draws are made; changes no byte; null: as the amount of work suggests */
	Result run(Context context, Vectorization vectorization) {
		List<Column> columns = Ensemble.run(plan, p -> simulator(constructor, p),
				new Ensemble.Run(context.seed(), context.stage(), context.threads(), context.control(), vectorization));
		Map<Symbol, Column> bySymbol = new IdentityHashMap<>();
		int statistic = 0;
		int path = plan.observations().size();
		for (Observed o : observed) {
			bySymbol.put(o.observe().symbol(), columns.get(o.path() == null ? statistic++ : path++));
		}
		return new Result(bySymbol, List.of());
	}

	/** The class file that was made for this model, to be read by people and tests. */
	public byte[] classBytes() {
		return bytes.clone();
	}

	static Simulator simulator(MethodHandle constructor, Plan p) {
		try {
			return (Simulator) constructor.invokeExact(p);
		} catch (RuntimeException | Error e) {
			throw e;
		} catch (Throwable e) {
			throw new IllegalStateException("the simulator's constructor threw a checked exception", e);
		}
	}
}
