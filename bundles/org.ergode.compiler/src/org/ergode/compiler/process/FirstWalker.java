// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.ergode.compiler.CompiledStage.Context;
import org.ergode.compiler.StageWatch;
import org.ergode.compiler.StageWatch.Moment;
import org.ergode.compiler.StageWatch.Value;
import org.ergode.dsl.ir.ExperimentIr.Simulate;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.ensemble.Ensemble;
import org.ergode.engine.ensemble.FlowSimulator;
import org.ergode.engine.ensemble.Look;
import org.ergode.engine.ensemble.Plan;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;

/**
 * Shows what the first walker does: of a walk each waiting time and each jump, of equations each time step, in which all of them move together. It is the first walker
 * of the run, simulated once before it by a class of its own, which has the calls that the run's class does not have.
 */
final class FirstWalker {
	private final Simulate simulate;
	private final ProcessIr process;
	private final Supplier<MethodHandle> constructor;

	/** @param constructor of a class that is looked at; compiled when it is asked for */
	FirstWalker(Simulate simulate, ProcessIr process, Supplier<MethodHandle> constructor) {
		this.simulate = simulate;
		this.process = process;
		this.constructor = constructor;
	}

	/** Until its end, or until nobody wants to see more. */
	void show(Plan plan, Context context) {
		MethodHandle lookedAt = constructor.get();
		Look look = process.isWalk() ? new OfWalk(context.watch()) : new OfFlow(context.watch());
		Ensemble.look(plan, p -> ProcessStage.simulator(lookedAt, p), new Ensemble.Run(context.seed(), context.stage(), context.threads(), context.control()), look);
	}

	private final class OfWalk implements Look {
		private final StageWatch watch;
		private final List<ProcessIr.Draw> draws;
		private long round;

		OfWalk(StageWatch watch) {
			this.watch = watch;
			draws = WalkWriter.isJumpFirst(process) ? List.of(process.jump(), process.waiting()) : List.of(process.waiting(), process.jump());
		}

		@Override
		public boolean before(int statement, Sight sight) {
			round += statement == 0 ? 1 : 0;
			List<Value> values = states(sight);
			for (int i = 0; i < draws.size(); i++) {
				if (round > 1 || i < statement) {
					values.add(drawn(draws.get(i), sight));
				}
			}
			ProcessIr.Draw next = draws.get(statement);
			return tell(watch, new Moment(simulate, List.of(next.source()), path("jump " + round), statement == 0, next == process.jump(), values));
		}

		private Value drawn(ProcessIr.Draw draw, Sight sight) {
			return draw == process.waiting() ? number("waiting", "waiting", Dimension.TIME, sight.waiting())
					: new Value("jump", "jump", Shape.vector(sight.jump().length), process.states().getFirst().symbol().type().dimension(), 0, sight.jump());
		}
	}

	private final class OfFlow implements Look {
		private final StageWatch watch;
		private final long steps = FlowSimulator.steps(simulate.until(), process.step());
		private long step;

		OfFlow(StageWatch watch) {
			this.watch = watch;
		}

		@Override
		public boolean before(int statement, Sight sight) {
			step++;
			List<Value> values = states(sight);
			if (process.increments() != null) {
				values.add(increment(sight.noise()));
			}
			int at = 0;
			for (Symbol noise : process.increments() == null ? process.noises() : List.<Symbol>of()) {
				int n = (int) noise.type().shape().size();
				values.add(new Value(noise.name(), "noise", noise.type().shape(), noise.type().dimension(), 0, Arrays.copyOfRange(sight.noise(), at, at + n)));
				at += n;
			}
			return tell(watch, new Moment(simulate, process.equations().stream().map(ProcessIr.Equation::source).toList(), path("step " + step + " of " + steps), true, true, values));
		}
	}

	/** What a correlated series adds to the position in the coming step, see {@link Increments}. @param noise as if it were white */
	private Value increment(double[] noise) {
		Symbol x = process.states().getFirst().symbol();
		double[] numbers = noise.clone();
		for (int c = 0; c < numbers.length; c++) {
			numbers[c] *= Increments.sd(process) * Math.sqrt(process.step());
		}
		return new Value("increment", "noise", x.type().shape(), x.type().dimension(), 0, numbers);
	}

	private static boolean tell(StageWatch watch, Moment moment) {
		watch.moment(moment);
		return watch.isWanted();
	}

	private List<String> path(String last) {
		return List.of("simulate " + process.name(), "walker 1 of " + simulate.walkers(), last);
	}

	private List<Value> states(Look.Sight sight) {
		List<Value> values = new ArrayList<>();
		values.add(number("t", "time", Dimension.TIME, sight.t()));
		int at = 0;
		for (ProcessIr.State s : process.states()) {
			Symbol symbol = s.symbol();
			double[] numbers = new double[Layout.size(s)];
			System.arraycopy(sight.state(), at, numbers, 0, numbers.length);
			values.add(new Value(symbol.name(), "state", symbol.type().shape(), symbol.type().dimension(), 0, numbers));
			at += numbers.length;
		}
		return values;
	}

	private static Value number(String name, String kind, Dimension dimension, double x) {
		return new Value(name, kind, Shape.NUMBER, dimension, 0, new double[] {x});
	}
}
