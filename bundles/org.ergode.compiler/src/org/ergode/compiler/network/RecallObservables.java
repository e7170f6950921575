// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.engine.training.DataSet;
import org.ergode.engine.training.Order;
import org.ergode.engine.training.Rows;
import org.ergode.engine.training.Workspace;

/**
 * What is watched while a network settles, over all recalls at once: at the end, every so many sweeps from the start on, or as a film
 * ({@code during recall}): sixteen times a sweep until sweep 8, then once, and ever less often, so that its length grows with the logarithm of the time.
 */
final class RecallObservables {
	private static final int FILM = -1;
	private static final int FRAMES = 16;
	private static final int FINE = 8;

	/** Observes of one rhythm: one program. */
	private static final class Group {
		/** Sweeps between values; 0: at the end; {@link #FILM}. */
		final int every;
		final List<Observe> observes = new ArrayList<>();
		final List<Assignment> assignments = new ArrayList<>();
		final List<Double> times = new ArrayList<>();
		final List<List<double[]>> records = new ArrayList<>();
		Program program;
		CompiledProgram code;
		long recorded;

		Group(int every) {
			this.every = every;
		}
	}

	private final NetworkTerms model;
	private final RecallStates states;
	private final List<Group> groups = new ArrayList<>();
	private final int sweep;
	private double[][] at;
	private long shown;

	RecallObservables(NetworkTerms model, List<Observe> observes, RecallStates states) {
		this.model = model;
		this.states = states;
		sweep = states.units().count();
		NetworkScope scope = model.free();
		for (Observe o : observes) {
			int every = o.per().equals("sweep") ? FILM : o.every();
			Group g = groups.stream().filter(x -> x.every == every).findFirst().orElse(null);
			if (g == null) {
				g = new Group(every);
				groups.add(g);
			}
			Term value = scope.read(o.value());
			boolean each = o.symbol().type().varies(Axis.Kind.PATTERN);
			g.observes.add(o);
			g.assignments.add(new Assignment(new Slot("observe." + o.symbol().name(), o.symbol(), value.shape(), each && value.sampled()), each ? value : model.terms.sampleMean(value), o.source()));
		}
		for (Group g : groups) {
			g.program = Lowering.lower("Recall" + model.network.name() + groups.indexOf(g), model.terms, g.assignments);
		}
	}

	/** @param current states of the recalls, which change as they go on @param data where they began */
	void prepare(double[][] current, DataSet data, Map<Slot, double[]> tensors, Workspace workspace) {
		at = current;
		for (Group g : groups) {
			g.times.clear();
			g.records.clear();
			g.observes.forEach(o -> g.records.add(new ArrayList<>()));
			g.recorded = -1;
			g.code = CompiledProgram.of(g.program, g.observes.getFirst().source().file(), Precision.DOUBLE, at.length, workspace);
			tensors.forEach(g.code::set);
			for (Slot s : g.program.slots().keySet()) {
				if (s.symbol() != null && s.symbol().role() == Symbol.Role.PATTERN) {
					g.code.gather(s, pattern(data, (int) s.shape().size()), Order.natural(at.length), 0, at.length);
				}
			}
		}
	}

	/** Inputs, and targets too where they fill visible layers. */
	private static Rows pattern(DataSet data, int width) {
		int first = data.inputs().width();
		if (first == width) {
			return data.inputs();
		}
		double[] rows = new double[data.size() * width];
		for (int i = 0; i < data.size(); i++) {
			System.arraycopy(data.inputs().all(), i * first, rows, i * width, first);
			System.arraycopy(data.targets().all(), i * (width - first), rows, i * width + first, width - first);
		}
		return Rows.of(rows, width);
	}

	/** @return when the next value is due. @param now updates of each recall so far */
	long next(long now) {
		long next = now + sweep - now % sweep;
		for (Group g : groups) {
			if (g.every == FILM) {
				next = Math.min(next, film(now));
			}
		}
		return next;
	}

	private long film(long now) {
		long frame = now % sweep * FRAMES / sweep + 1;
		long next = now >= (long) FINE * sweep ? sweep : Math.max(now % sweep + 1, (frame * sweep + FRAMES - 1) / FRAMES);
		return now - now % sweep + Math.min(sweep, next);
	}

	private boolean isDue(Group g, long now) {
		long sweeps = now / sweep;
		if (g.every == 0) {
			return false;
		}
		return g.every == FILM ? sweeps < 16 * FINE || now % sweep == 0 && sweeps % (Long.highestOneBit(sweeps) / (8 * FINE)) == 0 : now % sweep == 0 && sweeps % g.every == 0;
	}

	/** After so many updates. */
	void record(long now, RunControl control) {
		for (Group g : groups) {
			if (isDue(g, now)) {
				record(g, now);
			}
		}
		long time = System.nanoTime();
		if (time - shown > 250_000_000L) {
			shown = time;
			columns().forEach((s, c) -> control.partial(c));
		}
	}

	/** What stands at the end belongs to each record. */
	void finish(long now, RunControl control) {
		for (Group g : groups) {
			if (g.recorded != now) {
				record(g, now);
			}
		}
		columns().forEach((s, c) -> control.partial(c));
	}

	private void record(Group g, long now) {
		double[] all = new double[at.length * states.units().entries()];
		for (int p = 0; p < at.length; p++) {
			System.arraycopy(at[p], 0, all, p * at[p].length, at[p].length);
		}
		Rows rows = Rows.of(all, states.units().entries());
		states.places().forEach((slot, from) -> g.code.gather(slot, rows.from(from), Order.natural(at.length), 0, at.length));
		g.code.run(at.length);
		g.recorded = now;
		g.times.add((double) now / sweep);
		for (int i = 0; i < g.observes.size(); i++) {
			g.records.get(i).add(g.code.get(g.assignments.get(i).slot(), at.length));
		}
	}

	/** As far as they are known: patterns outermost, then times. */
	Map<Symbol, Column> columns() {
		Map<Symbol, Column> columns = new LinkedHashMap<>();
		for (Group g : groups) {
			for (int i = 0; i < g.observes.size() && !g.times.isEmpty(); i++) {
				Observe o = g.observes.get(i);
				columns.put(o.symbol(), column(o, g, g.assignments.get(i).slot(), g.records.get(i)));
			}
		}
		return columns;
	}

	private Column column(Observe o, Group g, Slot slot, List<double[]> records) {
		List<Axis> axes = new ArrayList<>();
		int patterns = slot.sampled() ? at.length : 1;
		if (slot.sampled()) {
			axes.add(Observables.counting("pattern", Axis.Kind.PATTERN, patterns));
		}
		if (g.every != 0) {
			axes.add(new Axis("sweep", Axis.Kind.TIME, Dimension.NONE, g.times.stream().mapToDouble(t -> t).toArray()));
		}
		axes.addAll(Observables.components(slot.shape()));
		int size = (int) slot.shape().size();
		double[] values = new double[records.size() * patterns * size];
		for (int p = 0; p < patterns; p++) {
			for (int t = 0; t < records.size(); t++) {
				System.arraycopy(records.get(t), p * size, values, (p * records.size() + t) * size, size);
			}
		}
		return Column.exact(o.symbol().name(), o.symbol().type().dimension(), axes, values);
	}
}
