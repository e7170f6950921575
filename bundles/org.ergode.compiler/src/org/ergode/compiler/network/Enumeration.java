// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.training.DataSet;
import org.ergode.engine.training.Order;
import org.ergode.engine.training.Rows;
import org.ergode.engine.training.Workspace;

/**
 * A small network exactly: its energy in each of its states, from which follow the partition function and the law of the visible units,
 * P(v) = sum over h of exp(-E(v, h))/Z. The energy may be of any order. Evaluated in double precision, whatever the training uses.
 */
final class Enumeration {
	private static final int CHUNK = 2048;

	private final NetworkTerms model;
	private final Source source;
	/** Visible layers first, so that the states of one visible pattern follow each other. */
	private final List<NetworkIr.Layer> layers = new ArrayList<>();
	private final long visibleStates;
	private final long states;
	private final Slot energy = new Slot("energy", null, Shape.NUMBER, true);
	private final Program program;
	private CompiledProgram code;

	/** @throws NetworkProblem if the network has no energy, too many states, or units that are not discrete */
	Enumeration(NetworkTerms model, Source source) {
		this.model = model;
		this.source = source;
		NetworkIr network = model.network;
		if (network.energy() == null) {
			throw new NetworkProblem(source, "network.energy", "'%s' has no energy, so its states have no probabilities".formatted(network.name()));
		}
		network.layers().stream().filter(l -> model.columns().containsKey(l.symbol())).forEach(layers::add);
		visibleStates = count();
		network.layers().stream().filter(l -> l.value() == null && !model.columns().containsKey(l.symbol())).forEach(layers::add);
		states = count();
		Map<Symbol, Term> free = new LinkedHashMap<>();
		layers.forEach(l -> free.put(l.symbol(), model.free(l.symbol())));
		Term value = new NetworkScope(model, free).read(network.energy());
		program = Lowering.lower("Energy" + network.name(), model.terms, List.of(new Assignment(energy, value, source)));
	}

	private long count() {
		double n = 1;
		for (NetworkIr.Layer l : layers) {
			n *= states(l);
		}
		if (n > NetworkIr.MOST_STATES) {
			throw new NetworkProblem(source, "network.enumeration", String.format(Locale.ROOT,
					"'%s' has %.3g states; what is exact is a sum over all of them, and at most %d are summed: make the network smaller, or observe an error of reconstruction",
					model.network.name(), n, NetworkIr.MOST_STATES));
		}
		return (long) n;
	}

	private double states(NetworkIr.Layer l) {
		long n = l.symbol().type().shape().size();
		return switch (l.kind()) {
			case "binary", "spin" -> Math.pow(2, n);
			case "softmax" -> n;
			default -> throw new NetworkProblem(source, "network.enumeration",
					"the layer '%s' has units of type '%s', whose states cannot be counted; an exact sum needs binary, spin or softmax units".formatted(l.symbol().name(), l.kind()));
		};
	}

	void prepare(Workspace workspace) {
		code = CompiledProgram.of(program, source.file(), Precision.DOUBLE, (int) Math.min(CHUNK, states), workspace);
	}

	CompiledProgram code() {
		return code;
	}

	/** @param learner where the parameters stand now; what it does not change is as it was set at the start */
	void take(CompiledProgram learner) {
		for (Slot s : model.tensors().values()) {
			if (program.slots().containsKey(s) && learner.slots().containsKey(s)) {
				code.set(s, learner.get(s, 1));
			}
		}
	}

	/** At the parameters that were taken. */
	Law law() {
		long hidden = states / visibleStates;
		double[] most = new double[(int) visibleStates];
		double[] sum = new double[(int) visibleStates];
		Arrays.fill(most, Double.NEGATIVE_INFINITY);
		for (long from = 0; from < states; from += CHUNK) {
			int n = (int) Math.min(CHUNK, states - from);
			fill(from, n);
			code.run(n);
			double[] e = code.get(energy, n);
			for (int i = 0; i < n; i++) {
				int v = (int) ((from + i) / hidden);
				double top = Math.max(most[v], -e[i]);
				sum[v] = sum[v] * Math.exp(most[v] - top) + Math.exp(-e[i] - top);
				most[v] = top;
			}
		}
		double[] weights = new double[sum.length];
		for (int v = 0; v < sum.length; v++) {
			weights[v] = most[v] + Math.log(sum[v]);
		}
		double top = Arrays.stream(weights).max().orElseThrow();
		double z = 0;
		for (double w : weights) {
			z += Math.exp(w - top);
		}
		return new Law(weights, top + Math.log(z));
	}

	private void fill(long from, int n) {
		long after = states;
		for (NetworkIr.Layer l : layers) {
			long own = (long) states(l);
			after /= own;
			int width = (int) l.symbol().type().shape().size();
			double[] values = new double[n * width];
			for (int i = 0; i < n; i++) {
				long state = (from + i) / after % own;
				for (int j = 0; j < width; j++) {
					values[i * width + j] = value(l, state, j);
				}
			}
			code.gather(variable(l), Rows.of(values, width), Order.natural(n), 0, n);
		}
	}

	private Slot variable(NetworkIr.Layer l) {
		return model.variable(l.symbol());
	}

	private static double value(NetworkIr.Layer l, long state, int unit) {
		return switch (l.kind()) {
			case "softmax" -> state == unit ? 1 : 0;
			case "spin" -> 2 * (state >> unit & 1) - 1;
			default -> state >> unit & 1;
		};
	}

	/** @param weights logarithms of the unnormalised probabilities of the visible states */
	record Law(double[] weights, double logPartition) {
		double logProbability(int visible) {
			return weights[visible] - logPartition;
		}
	}

	/** @return the state of the visible units in each row */
	int[] patterns(DataSet data, String name) {
		int[] patterns = new int[data.size()];
		for (int row = 0; row < patterns.length; row++) {
			long pattern = 0;
			int at = 0;
			for (NetworkIr.Layer l : layers) {
				if (model.columns().containsKey(l.symbol())) {
					pattern = pattern * (long) states(l) + state(l, data, row, at, name);
					at += (int) l.symbol().type().shape().size();
				}
			}
			patterns[row] = (int) pattern;
		}
		return patterns;
	}

	private long state(NetworkIr.Layer l, DataSet data, int row, int at, String name) {
		int width = (int) l.symbol().type().shape().size();
		boolean beyond = at >= data.inputs().width();
		Rows rows = beyond ? data.targets().from(at - data.inputs().width()) : data.inputs().from(at);
		long state = 0;
		int on = 0;
		for (int j = 0; j < width; j++) {
			double x = rows.all()[row * rows.width() + rows.at() + j];
			double off = l.kind().equals("spin") ? -1 : 0;
			if (x != off && x != 1) {
				throw new NetworkProblem(source, "network.states", String.format(Locale.ROOT, "row %d of the data '%s' has %s for a %s unit of '%s', which is %.0f or 1; an exact sum needs data that are states",
						row + 1, name, x, l.kind(), l.symbol().name(), off));
			}
			if (x == 1) {
				on++;
				state = l.kind().equals("softmax") ? j : state | 1L << j;
			}
		}
		if (l.kind().equals("softmax") && on != 1) {
			throw new NetworkProblem(source, "network.states", "row %d of the data '%s' has %d units of the softmax group '%s' on; of a group one is".formatted(row + 1, name, on, l.symbol().name()));
		}
		return state;
	}

	/** @param patterns of the data, see {@link #patterns} */
	static double value(Expr.Special quantity, Law law, int[] patterns) {
		double mean = Arrays.stream(patterns).mapToDouble(law::logProbability).sum() / patterns.length;
		return switch (quantity.name()) {
			case "log_partition" -> law.logPartition();
			case "log_likelihood" -> mean;
			default -> negativeEntropy(patterns) - mean;
		};
	}

	/** Sum of p log p of the empirical law. */
	private static double negativeEntropy(int[] patterns) {
		Map<Integer, Integer> counts = new LinkedHashMap<>();
		for (int p : patterns) {
			counts.merge(p, 1, Integer::sum);
		}
		return counts.values().stream().mapToDouble(c -> (double) c / patterns.length * Math.log((double) c / patterns.length)).sum();
	}
}
