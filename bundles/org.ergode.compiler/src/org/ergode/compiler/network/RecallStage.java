// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ergode.compiler.CompiledStage;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.ExperimentIr.Recall;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.recall.Corruption;
import org.ergode.engine.recall.Dynamics;
import org.ergode.engine.recall.Landscape;
import org.ergode.engine.recall.Pairwise;
import org.ergode.engine.recall.Recalls;
import org.ergode.engine.training.DataSet;
import org.ergode.engine.training.Workspace;
import org.ergode.math.random.Stream;

/**
 * Lets a network settle from each row of a data set, see {@link Dynamics}. Visible layers begin at the row, corrupted; input layers are held at it;
 * hidden layers begin at random and are updated once, so that at time 0 they know the visible ones.
 */
final class RecallStage implements CompiledStage {
	private static final int PURPOSE = 0x2eca;
	private static final int GROUPS = 32;
	/** Of a recall until it is stable; at temperature 0 discrete units need some tens. */
	private static final int MOST_SWEEPS = 100_000;

	private final Recall recall;
	private final NetworkTerms model;
	private final RecallStates states;
	private final Optional<Couplings> couplings;
	private final EnergyLandscape.Energy energy;
	private final RecallObservables observables;

	RecallStage(Recall recall, NetworkTerms model, List<Observe> observes) {
		this.recall = recall;
		this.model = model;
		if (recall.network().energy() == null) {
			throw new NetworkProblem(recall.source(), "network.energy", "'%s' has no energy, so it does not settle anywhere".formatted(recall.network().name()));
		}
		states = new RecallStates(model);
		couplings = Couplings.of(model, states.layers());
		energy = couplings.isPresent() ? null : new EnergyLandscape.Energy(model, states.layers());
		observables = new RecallObservables(model, observes, states);
	}

	@Override
	public String title() {
		return "recall " + recall.network().name();
	}

	@Override
	public Result run(Context context) {
		try {
			return settle(context);
		} catch (ArithmeticException e) {
			throw new NetworkProblem(recall.source(), "network.recall", "'%s': %s".formatted(recall.network().name(), e.getMessage()));
		}
	}

	private Result settle(Context context) {
		RunControl control = context.control();
		control.progress(title(), 0);
		DataSet data = new DataLoader(context.seed(), context.tensors()).load(recall.patterns());
		new Columns(model).check(data, recall.patterns());
		Map<Slot, double[]> tensors = tensors(context);
		double[][] at = states.read(data, recall.source());
		FirstRecall first = context.watch() == null ? null : new FirstRecall(recall, model, states, at, tensors, context.watch());
		observables.prepare(at, data, tensors, Workspace.of(Stream.of(context.seed(), context.stage(), PURPOSE)));
		List<List<Dynamics>> groups = groups(at, tensors, context);
		double cost = energy == null ? states.units().entries() : energy.cost();
		try (Recalls recalls = new Recalls(groups, cost, context.threads(), control)) {
			run(recalls, groups, first, control);
		}
		control.progress(title(), 1);
		return new Result(observables.columns(), List.of());
	}

	private void run(Recalls recalls, List<List<Dynamics>> groups, FirstRecall first, RunControl control) {
		int sweep = states.units().count();
		long end = recall.untilStable() ? (long) MOST_SWEEPS * sweep : (long) recall.sweeps() * sweep;
		long now = 0;
		observables.record(now, control);
		while (now < end && !(recall.untilStable() && recalls.areStable())) {
			long next = Math.min(end, observables.next(now));
			long shown = first == null ? now : first.show(recalls, groups.getFirst().getFirst(), now, next);
			recalls.advance((int) (next - shown));
			now = next;
			observables.record(now, control);
			control.check();
			control.progress(title() + ", sweep " + now / sweep, recall.untilStable() ? stable(groups) : (double) now / end);
		}
		if (recall.untilStable() && !recalls.areStable()) {
			throw new NetworkProblem(recall.source(), "network.unstable",
					String.format(Locale.ROOT, "'%s' is not stable after %d sweeps; write 'until = ...' for a number of sweeps", recall.network().name(), MOST_SWEEPS));
		}
		observables.finish(now, control);
	}

	private static double stable(List<List<Dynamics>> groups) {
		return groups.stream().mapToDouble(g -> g.stream().filter(Dynamics::isStable).count() / (double) g.size()).average().orElse(1);
	}

	private List<List<Dynamics>> groups(double[][] at, Map<Slot, double[]> tensors, Context context) {
		Pairwise pairs = couplings.map(c -> pairwise(c, tensors)).orElse(null);
		List<List<Dynamics>> groups = new ArrayList<>();
		int count = Math.min(GROUPS, at.length);
		for (int g = 0; g < count; g++) {
			CompiledProgram code = pairs != null ? null : set(energy.compile(Workspace.of(Stream.of(0, 0, PURPOSE))), tensors);
			List<Dynamics> group = new ArrayList<>();
			for (int p = (int) ((long) g * at.length / count); p < (int) ((long) (g + 1) * at.length / count); p++) {
				context.control().check();
				group.add(begin(at[p], p, pairs != null ? pairs.landscape() : new EnergyLandscape(energy, code), context));
			}
			groups.add(group);
		}
		return groups;
	}

	private Dynamics begin(double[] state, int pattern, Landscape landscape, Context context) {
		Stream stream = Stream.of(context.seed(), ((long) context.stage() << 32) + pattern, PURPOSE);
		Corruption.corrupt(states.visible(), recall.corruption(), state, stream);
		int visible = states.visible().count();
		Corruption.draw(states.units(), visible, states.units().count(), state, stream);
		Dynamics dynamics = new Dynamics(states.units(), landscape, state, recall.temperature(), stream);
		dynamics.settle(visible, states.units().count());
		return dynamics;
	}

	private Pairwise pairwise(Couplings c, Map<Slot, double[]> tensors) {
		return c.evaluate(set(c.compile(Workspace.of(Stream.of(0, 0, PURPOSE))), tensors));
	}

	private static CompiledProgram set(CompiledProgram code, Map<Slot, double[]> tensors) {
		tensors.forEach(code::set);
		return code;
	}

	/** As an earlier stage left them; else the network's own as they begin. */
	private Map<Slot, double[]> tensors(Context context) {
		int number = 0;
		for (NetworkIr.Parameter p : recall.network().parameters()) {
			if (!context.tensors().containsKey(p.symbol())) {
				context.tensors().put(p.symbol(), StartValues.of(p, number, context));
			}
			number++;
		}
		Map<Slot, double[]> values = new LinkedHashMap<>();
		for (Map.Entry<Symbol, Slot> e : model.tensors().entrySet()) {
			values.put(e.getValue(), StartValues.left(e.getKey(), context));
		}
		return values;
	}
}
