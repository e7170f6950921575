// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.control.Memory;
import org.ergode.engine.ensemble.Blocks;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/**
 * What an experiment will hold in memory, by name, reckoned from its typed form before anything is allocated: records of
 * observables, weights, layers times batch, drawn data, grids, and what is kept of each point of a sweep.
 */
final class MemoryNeeds {
	/** A start value, what is left for later stages, the value at work and its gradient. */
	private static final int COPIES_OF_A_PARAMETER = 4;
	/** A value, its derivative and what lies between them. */
	private static final int COPIES_OF_A_LAYER = 3;
	/** The integrator's stages, and one at work. */
	private static final int COPIES_OF_A_FIELD = 12;
	private static final int TIMES_OF_A_TRAJECTORY = 501;
	/** Its values, and the experiment as it is elaborated there. */
	private static final double BYTES_OF_A_POINT = 2000;

	/**
	 * @param name as the user wrote it
	 * @param words how many of what: {@code 200000 x 200000 numbers}
	 * @param bytes of one copy of it, as the words say
	 * @param held bytes of all copies
	 * @param longest entries of the longest array in it
	 * @param instead what to ask for instead
	 */
	record Need(String name, String words, double bytes, double held, double longest, String instead, Source at) {
	}

	private final ExperimentIr experiment;
	private final long points;
	private final List<Need> needs = new ArrayList<>();
	/** The longest axis of each kind that any observable has. */
	private final Map<Axis.Kind, Double> lengths = new EnumMap<>(Axis.Kind.class);

	private MemoryNeeds(ExperimentIr experiment, long points) {
		this.experiment = experiment;
		this.points = points;
	}

	/** @param points of the sweep, 1 without one */
	static List<Need> of(ExperimentIr experiment, long points) {
		MemoryNeeds n = new MemoryNeeds(experiment, points);
		for (int i = 0; i < experiment.stages().size(); i++) {
			n.stage(i);
		}
		experiment.observes().stream().filter(o -> o.stage() < 0).forEach(n::computed);
		if (points > 1) {
			n.needs.add(new Need("the sweep", words(points, "points"), BYTES_OF_A_POINT * points, BYTES_OF_A_POINT * points, points, "sweep over fewer values", experiment.source()));
		}
		return n.needs;
	}

	/**
	 * @param available bytes
	 * @return the first need that cannot be met, or the largest when only all together cannot; null if they can
	 */
	static Need tooMuch(List<Need> needs, double available) {
		for (Need n : needs) {
			if (n.held > available || n.longest > Memory.LONGEST) {
				return n;
			}
		}
		double all = needs.stream().mapToDouble(Need::held).sum();
		return all <= available ? null : needs.stream().max(Comparator.comparingDouble(Need::held)).orElseThrow();
	}

	private void stage(int index) {
		List<Observe> observes = experiment.observes().stream().filter(o -> o.stage() == index).toList();
		switch (experiment.stages().get(index)) {
			case ExperimentIr.Simulate s -> observes.forEach(o -> simulated(o, s));
			case ExperimentIr.Solve s -> {
				add(s.field().name(), s.field().cells() + " cells x " + s.field().equations().size() + " states", (double) s.field().cells() * s.field().equations().size(),
						COPIES_OF_A_FIELD, "take fewer cells", s.field().source());
				lengths.put(Axis.Kind.CELL, (double) s.field().cells());
				observes.forEach(o -> solved(o, s.field().cells()));
			}
			case ExperimentIr.Train t -> trained(t, observes);
			case ExperimentIr.Recall r -> {
				network(r.network());
				data(r.patterns());
				layers(r.network(), samples(r.patterns()), "take fewer patterns");
			}
		}
	}

	// ------------------------------------------------------------------ walkers and fields

	private void simulated(Observe o, ExperimentIr.Simulate s) {
		Type type = o.symbol().type();
		double components = type.shape().size();
		double walkers = s.walkers();
		double times = type.varies(Axis.Kind.TIME) ? Math.max(1, o.grid().length) : 1;
		boolean each = o.value() instanceof Expr.Path || !(o.value() instanceof Expr.Reduce r && r.axis() == Axis.Kind.WALKER);
		if (o.value() instanceof Expr.Special p && p.name().equals("trajectories")) {
			walkers = Math.min(walkers, p.args().isEmpty() ? 1 : number(p.args().getFirst()));
			times = TIMES_OF_A_TRAJECTORY;
		}
		lengthens(Axis.Kind.TIME, times);
		lengthens(Axis.Kind.WALKER, walkers);
		if (each || o.value() instanceof Expr.Reduce r && (r.op() == Expr.Reduction.QUANTILE || r.op() == Expr.Reduction.MEDIAN)) {
			String instead = o.value() instanceof Expr.Path ? "take fewer walkers" : each ? "take fewer walkers or times, or observe a mean" : "take fewer walkers or times, or a mean instead of a quantile";
			add(o, words(walkers, "walkers") + " x " + words(times, "times") + components(type), walkers * times * components, each ? 2 : 1, instead);
		} else {
			Blocks blocks = Blocks.of(s.walkers());
			int numbers = o.value() instanceof Expr.Reduce r && (r.op() == Expr.Reduction.VARIANCE || r.op() == Expr.Reduction.SD) ? 3 : 2;
			add(o, words(times, "times") + components(type) + " x " + words(blocks.count(), "blocks of walkers") + " x " + numbers + " numbers", times * components * blocks.count() * numbers, 1, times * components,
					"take fewer times");
		}
		kept(o, each ? walkers * times * components : times * components, each ? 1 : 1 + Blocks.of(s.walkers()).groups());
	}

	private void solved(Observe o, double cells) {
		double times = Math.max(1, o.grid().length);
		double width = (o.symbol().type().varies(Axis.Kind.CELL) ? cells : 1) * o.symbol().type().shape().size();
		lengthens(Axis.Kind.TIME, times);
		add(o, words(times, "times") + (width > 1 ? " x " + words(width, "cells") : ""), times * width, 2, "take fewer times or cells");
		kept(o, times * width, 1);
	}

	// ------------------------------------------------------------------ networks

	private void trained(ExperimentIr.Train t, List<Observe> observes) {
		network(t.network());
		t.rule().states().forEach(s -> add(s.symbol().qualifiedName(), shape(s.shape()), s.shape().size(), 2, "make it smaller", s.source()));
		data(t.data());
		OptionalLong samples = samples(t.data());
		if (samples.isPresent()) {
			layers(t.network(), OptionalLong.of(observes.isEmpty() ? Math.min(t.batch(), samples.getAsLong()) : samples.getAsLong()), "take a smaller batch or fewer samples");
		}
		for (Observe o : observes) {
			OptionalLong asked = o.data() == null ? samples : samples(o.data());
			double epochs = o.every() == 0 ? 1 : Math.max(1, t.epochs() / o.every());
			double each = o.symbol().type().varies(Axis.Kind.SAMPLE) ? asked.orElse(1) : 1;
			double entries = epochs * each * o.symbol().type().shape().size();
			lengthens(Axis.Kind.EPOCH, epochs);
			lengthens(Axis.Kind.SAMPLE, each);
			add(o, words(epochs, "epochs") + (each > 1 ? " x " + words(each, "samples") : "") + components(o.symbol().type()), entries, 2, "observe it every so many epochs");
			kept(o, entries, 1);
		}
	}

	private void network(NetworkIr n) {
		for (NetworkIr.Parameter p : n.parameters()) {
			Shape s = p.symbol().type().shape();
			add(p.symbol().name(), shape(s), s.size(), COPIES_OF_A_PARAMETER, "make it smaller", p.source());
		}
	}

	private void layers(NetworkIr n, OptionalLong samples, String instead) {
		if (samples.isPresent()) {
			for (NetworkIr.Layer l : n.layers()) {
				double size = l.symbol().type().shape().size();
				add(l.symbol().name(), words(samples.getAsLong(), "samples") + " x " + words(size, "units"), samples.getAsLong() * size, COPIES_OF_A_LAYER, instead, l.source());
			}
		}
	}

	/** Drawn data are held in both precisions, and their parts are copies. */
	private void data(DataIr data) {
		switch (data) {
			case DataIr.Generated g -> {
				double n = samples(g).orElse(1);
				double width = g.law() != null ? g.law().type().shape().size() : g.arguments().size() > 1 ? number(g.arguments().get(1)) : 1;
				add(g.name(), words(n, "samples") + " x " + words(width, "numbers"), n * width, 2, "draw fewer samples", g.source());
			}
			case DataIr.Part p -> data(p.whole());
			case DataIr.LayerOf l -> data(l.data());
			case DataIr.Table _, DataIr.File _ -> {
			}
		}
	}

	/** @return empty if only the file knows */
	private static OptionalLong samples(DataIr data) {
		return switch (data) {
			case DataIr.Table t -> OptionalLong.of(t.inputs().length);
			case DataIr.Generated g -> OptionalLong.of((long) number(g.arguments().getFirst()));
			case DataIr.Part p -> samples(p.whole()).isPresent() ? OptionalLong.of(Math.round(samples(p.whole()).getAsLong() * (p.to() - p.from()))) : OptionalLong.empty();
			case DataIr.LayerOf l -> samples(l.data());
			case DataIr.File _ -> OptionalLong.empty();
		};
	}

	private static double number(Expr e) {
		double n = Build.valueOf(e);
		return Double.isNaN(n) ? 1 : n;
	}

	// ------------------------------------------------------------------ records

	/** Arithmetic on columns is laid over all of their axes. */
	private void computed(Observe o) {
		double entries = o.symbol().type().shape().size();
		List<String> words = new ArrayList<>();
		for (Axis.Kind k : o.symbol().type().over()) {
			entries *= lengths.getOrDefault(k, 1.0);
			words.add(words(lengths.getOrDefault(k, 1.0), k.name().toLowerCase(Locale.ROOT) + "s"));
		}
		if (words.size() > 1) {
			add(o, String.join(" x ", words) + components(o.symbol().type()), entries, 2, "observe at fewer times");
		}
		kept(o, entries, 1);
	}

	private void lengthens(Axis.Kind kind, double length) {
		lengths.merge(kind, length, Math::max);
	}

	/** Each point of a sweep stays until the last is done, with the replicates that its errors come from. */
	private void kept(Observe o, double entries, int replicates) {
		if (points > 1) {
			needs.add(new Need(name(o), words(points, "points of the sweep") + " x " + words(entries, "values") + (replicates > 1 ? " x " + replicates + " replicates" : ""),
					8 * points * entries * replicates, 8 * points * entries * replicates, entries, "sweep over fewer points, or observe at fewer times", o.source()));
		}
	}

	private void add(Observe o, String words, double entries, int copies, String instead) {
		add(o, words, entries, copies, entries, instead);
	}

	private void add(Observe o, String words, double entries, int copies, double longest, String instead) {
		needs.add(new Need(name(o), words, 8 * entries, 8 * entries * copies, longest, instead, o.source()));
	}

	private void add(String name, String words, double entries, int copies, String instead, Source at) {
		needs.add(new Need(name, words, 8 * entries, 8 * entries * copies, entries, instead, at));
	}

	private static String name(Observe o) {
		return o.hidden() ? "this value" : o.symbol().name();
	}

	static String shape(Shape s) {
		return (s.isVector() ? s.rows() + "" : s.rows() + " x " + s.columns()) + " numbers";
	}

	private static String components(Type type) {
		return type.shape().isNumber() ? "" : " x " + type.shape().size() + " components";
	}

	private static String words(double n, String what) {
		return String.format(Locale.ROOT, "%.0f ", n) + (n == 1 ? what.replaceFirst("s( of .*)?$", "$1") : what);
	}
}
