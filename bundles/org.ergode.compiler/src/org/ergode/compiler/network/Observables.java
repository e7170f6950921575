// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.plan.Step;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.Memory;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.engine.training.DataSet;
import org.ergode.engine.training.Order;
import org.ergode.engine.training.Workspace;

/**
 * What is watched while a network is trained, compiled like the rule itself and run over a whole data set at a time. Layers of an energy that the data
 * leave open stand at their conditional means.
 */
final class Observables implements AutoCloseable {
	/** Multiplications of an epoch's values from which another thread pays. */
	private static final double WORTH = 1e6;

	/** Observes of one data set and one rhythm: one program. */
	private static final class Group {
		final DataIr data;
		final int every;
		final List<Observe> observes = new ArrayList<>();
		final List<Assignment> assignments = new ArrayList<>();
		Program program;
		CompiledProgram code;
		int[] patterns;
		DataSet set;

		Group(DataIr data, int every) {
			this.data = data;
			this.every = every;
		}
	}

	private final NetworkTerms model;
	private final List<Group> groups = new ArrayList<>();
	private final Map<Observe, double[]> records = new LinkedHashMap<>();
	private final Enumeration enumeration;
	private Aside aside = new Aside(false);
	private int epochs;
	private long shown;

	/** @param trained the data that the network is trained on */
	Observables(NetworkTerms model, List<Observe> observes, DataIr trained) {
		this.model = model;
		for (Observe o : observes) {
			DataIr data = o.data() == null ? trained : o.data();
			Group g = groups.stream().filter(x -> x.data.equals(data) && x.every == o.every()).findFirst().orElse(null);
			if (g == null) {
				g = new Group(data, o.every());
				groups.add(g);
			}
			Term value = model.settledOnData().read(o.value());
			boolean each = o.symbol().type().varies(Axis.Kind.SAMPLE);
			g.observes.add(o);
			g.assignments.add(new Assignment(new Slot("observe." + o.symbol().name(), o.symbol(), value.shape(), each && value.sampled()), each ? value : model.terms.sampleMean(value), o.source()));
		}
		enumeration = model.exact().isEmpty() ? null : new Enumeration(model, model.exact().keySet().iterator().next().source());
		int k = 0;
		for (Group g : groups) {
			g.program = Lowering.lower("Observe" + model.network.name() + k++, model.terms, g.assignments);
		}
	}

	List<DataIr> data() {
		return groups.stream().map(g -> g.data).toList();
	}

	/**
	 * @param threads that may be at work; with two the values of an epoch are computed beside the next one, if that is worth it and nothing is drawn for them
	 * @param workspace of the training
	 */
	void prepare(DataLoader loader, Columns columns, int epochCount, int threads, Workspace workspace, Precision precision) {
		epochs = epochCount;
		records.clear();
		groups.forEach(g -> g.set = loader.load(g.data));
		boolean beside = threads > 1 && groups.stream().mapToDouble(this::work).sum() > WORTH && groups.stream().flatMap(g -> g.program.steps().stream()).noneMatch(Step.Draw.class::isInstance);
		aside = new Aside(beside);
		Workspace own = beside ? Workspace.of(workspace.stream()) : workspace;
		if (enumeration != null) {
			enumeration.prepare(own);
		}
		for (Group g : groups) {
			columns.check(g.set, g.data);
			g.code = CompiledProgram.of(g.program, g.observes.getFirst().source().file(), precision, g.set.size(), own);
			g.patterns = model.exact().values().stream().anyMatch(g.code.slots()::containsKey) ? enumeration.patterns(g.set, g.data.name()) : null;
			columns.fill(g.code, g.set, Order.natural(g.set.size()), 0, g.set.size());
			for (int i = 0; i < g.observes.size(); i++) {
				Observe o = g.observes.get(i);
				Slot slot = g.assignments.get(i).slot();
				double[] values = new double[entries(o, g.every == 0 ? 1 : times(g.every), slot, g.set.size())];
				Arrays.fill(values, Double.NaN);
				records.put(o, values);
			}
		}
	}

	private static int entries(Observe o, int times, Slot slot, int samples) {
		double n = (double) times * slot.shape().size() * (slot.sampled() ? samples : 1);
		if (n > Memory.LONGEST || 16 * n > Memory.available()) {
			throw new NetworkProblem(o.source(), "network.memory", String.format(java.util.Locale.ROOT, "%s: %d times x %d numbers%s = %s; this run may use %s: observe it every so many epochs, or %s",
					o.symbol().name(), times, slot.shape().size(), slot.sampled() ? " x " + samples + " samples" : "", Memory.text(8 * n), Memory.text(Memory.available()), Memory.wayOut()));
		}
		return (int) n;
	}

	/** Multiplications, about. */
	private double work(Group g) {
		return (double) g.set.size() * model.tensors().values().stream().mapToDouble(s -> s.shape().size()).sum();
	}

	List<CompiledProgram> codes() {
		Stream<CompiledProgram> exact = enumeration == null ? Stream.empty() : Stream.of(enumeration.code());
		return Stream.concat(groups.stream().map(g -> g.code), exact).toList();
	}

	private int times(int every) {
		return Math.max(1, epochs / every);
	}

	/** After an epoch, from 1. @param learner where the parameters stand now; they are copied, so that it can go on */
	void observe(int epoch, CompiledProgram learner) {
		boolean last = epoch == epochs;
		List<Group> due = groups.stream().filter(g -> g.every == 0 ? last : epoch % g.every == 0 || last && epochs < g.every).toList();
		if (!due.isEmpty()) {
			aside.settle();
			due.forEach(g -> g.code.take(learner));
			if (enumeration != null) {
				enumeration.take(learner);
			}
			aside.start(() -> due.forEach(g -> observe(g, epoch)));
		}
	}

	private void observe(Group g, int epoch) {
		if (g.patterns != null) {
			Enumeration.Law law = enumeration.law();
			model.exact().forEach((quantity, slot) -> g.code.set(slot, Enumeration.value(quantity, law, g.patterns)));
		}
		g.code.run(g.set.size());
		for (int i = 0; i < g.observes.size(); i++) {
			double[] values = records.get(g.observes.get(i));
			double[] now = g.code.get(g.assignments.get(i).slot(), g.set.size());
			int at = g.every == 0 ? 0 : Math.max(0, epoch / g.every - 1);
			System.arraycopy(now, 0, values, at * now.length, now.length);
		}
	}

	/** Shows what is known by now, if that is not too often. */
	void show(RunControl control) {
		long time = System.nanoTime();
		if (time - shown > 250_000_000L && aside.isIdle()) {
			aside.settle();
			shown = time;
			columns().forEach((s, c) -> control.partial(c));
		}
	}

	/** After the last epoch. */
	void finish(RunControl control) {
		aside.settle();
		columns().forEach((s, c) -> control.partial(c));
	}

	/** In the middle too. */
	@Override
	public void close() {
		aside.close();
	}

	Map<Symbol, Column> columns() {
		Map<Symbol, Column> columns = new LinkedHashMap<>();
		for (Group g : groups) {
			for (int i = 0; i < g.observes.size(); i++) {
				Observe o = g.observes.get(i);
				Slot slot = g.assignments.get(i).slot();
				List<Axis> axes = new ArrayList<>();
				if (g.every > 0) {
					axes.add(epochs(g.every));
				}
				if (slot.sampled()) {
					axes.add(counting("sample", Axis.Kind.SAMPLE, g.set.size()));
				}
				axes.addAll(components(slot.shape()));
				columns.put(o.symbol(), Column.exact(o.symbol().name(), o.symbol().type().dimension(), axes, records.get(o).clone()));
			}
		}
		return columns;
	}

	private Axis epochs(int every) {
		double[] at = new double[times(every)];
		for (int i = 0; i < at.length; i++) {
			at[i] = Math.min(epochs, (i + 1) * every);
		}
		return new Axis("epoch", Axis.Kind.EPOCH, Dimension.NONE, at);
	}

	/** Of a value of this shape; none of a number. */
	static List<Axis> components(Shape s) {
		if (s.isNumber()) {
			return List.of();
		}
		Axis rows = counting("row", Axis.Kind.COMPONENT, s.rows());
		return s.isVector() ? List.of(rows) : List.of(rows, counting("column", Axis.Kind.COMPONENT, s.columns()));
	}

	static Axis counting(String name, Axis.Kind kind, int n) {
		double[] at = new double[n];
		for (int i = 0; i < n; i++) {
			at[i] = i + 1;
		}
		return new Axis(name, kind, Dimension.NONE, at);
	}
}
