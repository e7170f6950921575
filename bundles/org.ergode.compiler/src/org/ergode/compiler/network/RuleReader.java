// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.symbolic.Conditional;
import org.ergode.compiler.network.symbolic.LinearForm;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Scope;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.Terms;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.RuleIr.Statement;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/**
 * Follows a learning rule through one batch and writes down what each parameter becomes.
 *
 * <p>Layers, energies, losses and their derivatives are as the parameters stood before the batch; a parameter or a state of the rule that an update
 * reads by its name has the value of the updates above it. The right side of an update is its mean over the batch.
 *
 * <p>The average of a phase is taken as the layers stood at its end, but layers that were drawn last and in which the expression is linear stand in it at
 * their conditional means: the same expectation with less variance (Rao and Blackwell), and what Hinton's practical guide recommends (2010, section 3)
 * when it takes probabilities, not samples, for the hidden units of the statistics. Where such a layer is drawn for no other reason it is not drawn.
 *
 * <p>A phase that runs several times, as in a {@code repeat}, is averaged over its ends: each is a measurement.
 */
final class RuleReader implements Scope {

	private final NetworkTerms model;
	private final Terms t;
	private final RuleIr rule;
	private NetworkScope layers;
	private final List<Drawn> lastDrawn = new ArrayList<>();
	private final Map<String, List<End>> phases = new HashMap<>();
	private final Map<Symbol, Term> names = new HashMap<>();
	private final Map<Symbol, Named> lets = new HashMap<>();
	private final Map<Symbol, Assignment> written = new LinkedHashMap<>();
	private final Map<Symbol, Slot> states = new LinkedHashMap<>();
	private final List<Move> moves = new ArrayList<>();
	private final Deque<String> path = new ArrayDeque<>();
	private int draws;

	/** A layer as it was drawn, with the mean that the draw had. */
	private record Drawn(Symbol layer, Term mean) {
	}

	/** What a 'let' of the rule stands for, and the layers as they were there. */
	private record Named(Expr value, NetworkScope layers) {
	}

	private record End(NetworkScope layers, List<Drawn> lastDrawn) {
	}

	private RuleReader(NetworkTerms model, RuleIr rule) {
		this.model = model;
		this.t = model.terms;
		this.rule = rule;
		this.layers = model.onData();
		for (RuleIr.RuleState s : rule.states()) {
			states.put(s.symbol(), new Slot(s.symbol().name(), s.symbol(), s.shape(), s.symbol().type().varies(Axis.Kind.SAMPLE)));
		}
	}

	/** What a batch does. @param states slots of the rule's own tensors @param moves statement by statement */
	record Batch(List<Assignment> assignments, Map<Symbol, Slot> states, List<Move> moves) {
	}

	/** @throws NetworkProblem if a statement makes no sense for this network */
	static Batch read(NetworkTerms model, RuleIr rule) {
		RuleReader r = new RuleReader(model, rule);
		r.statements(rule.statements());
		return new Batch(List.copyOf(r.written.values()), r.states, r.moves);
	}

	private void statements(List<Statement> statements) {
		for (Statement s : statements) {
			Source before = t.at(s.source());
			switch (s) {
				case RuleIr.Phase p -> {
					path.addLast("phase " + p.name());
					statements(p.statements());
					path.removeLast();
					phases.computeIfAbsent(p.name(), k -> new ArrayList<>()).add(new End(layers, List.copyOf(lastDrawn)));
				}
				case RuleIr.Clamp c -> {
					clamp(c);
					moved(s, layers.bound(), c.layers());
				}
				case RuleIr.Sample x -> {
					sample(x);
					moved(s, layers.bound(), x.layers());
				}
				case RuleIr.Repeat r -> {
					for (int i = 0, n = count(r); i < n; i++) {
						path.addLast("repeat " + (i + 1) + " of " + n);
						statements(r.statements());
						path.removeLast();
					}
				}
				case RuleIr.ForEach f -> {
					for (List<Expr> entry : f.entries()) {
						for (int i = 0; i < f.variables().size(); i++) {
							names.put(f.variables().get(i), read(entry.get(i)));
						}
						if (!f.variables().isEmpty()) {
							moved(s, names, f.variables());
						}
						statements(f.statements());
					}
				}
				case RuleIr.Assign a -> {
					names.put(a.let().symbol(), read(a.let().value()));
					lets.put(a.let().symbol(), new Named(a.let().value(), layers));
					moved(s, names, List.of(a.let().symbol()));
				}
				case RuleIr.Update u -> {
					update(u);
					moved(s, names, List.of(u.target()));
				}
			}
			t.at(before);
		}
	}

	/** Each value of a batch is worked out when all its statements are known; for who steps through them, what each set is kept in mind. */
	private void moved(Statement s, Map<Symbol, Term> values, List<Symbol> symbols) {
		Map<Symbol, Term> sets = new LinkedHashMap<>();
		symbols.forEach(symbol -> sets.put(symbol, values.get(symbol)));
		moves.add(new Move(s, List.copyOf(path), sets));
	}

	private int count(RuleIr.Repeat r) {
		double n = read(r.count()).constant();
		if (!(n >= 0 && n == Math.rint(n) && n <= RuleIr.MOST_DRAWS)) {
			throw new NetworkProblem(r.source(), "network.repeat", "'repeat' takes a fixed whole number from 0 to %d, not %s".formatted(RuleIr.MOST_DRAWS, n));
		}
		return (int) n;
	}

	// ------------------------------------------------------------------ phases

	private void clamp(RuleIr.Clamp c) {
		lastDrawn.clear();
		if (c.value() instanceof Expr.Read r && r.symbol().role() == Symbol.Role.DATA) {
			for (Symbol layer : c.layers()) {
				Slot column = model.columns().get(layer);
				if (column == null) {
					throw new NetworkProblem(c.source(), "network.clamp", "the data fill no layer '%s': only input and visible layers".formatted(layer.name()));
				}
				layers = layers.with(layer, noisy(layer, t.leaf(column), c));
			}
			return;
		}
		Term value = read(c.value());
		int at = 0;
		for (Symbol layer : c.layers()) {
			Shape s = layer.type().shape();
			Term part = value.isNumber() ? t.spread(value, s) : t.block(value, c.layers().size() == 1 ? 0 : at, 0, s);
			layers = layers.with(layer, noisy(layer, part, c));
			at += s.rows();
		}
	}

	/**
	 * The "noisy clamping" of Ackley, Hinton and Sejnowski (1985), for units of every kind: with probability q a unit is drawn from its mean m over the batch, so
	 * that it is drawn from (1 - q) x + q m, and keeps its mean. Of four units of which one is on, q = 0.2 turns 15 % of those that are on off, and 5 % on.
	 */
	private Term noisy(Symbol layer, Term x, RuleIr.Clamp c) {
		if (c.noise() == null) {
			return x;
		}
		Term q = read(c.noise());
		if (!q.isConstant() || !(q.constant() >= 0 && q.constant() <= 1)) {
			throw new NetworkProblem(c.source(), "network.noise", "'noise' is a fixed probability from 0 to 1, not %s".formatted(q.isConstant() ? q.constant() : q));
		}
		if (q.constant() == 0) {
			return x;
		}
		Term p = t.add(t.multiply(1 - q.constant(), x), t.multiply(q.constant(), t.sampleMean(x)));
		NetworkIr.Layer l = model.layer(layer);
		return switch (l.kind()) {
			case "binary" -> t.bernoulli(p);
			case "spin" -> t.subtract(t.multiply(2, t.bernoulli(t.multiply(0.5, t.add(t.number(1), p)))), t.number(1));
			case "softmax" -> t.category(p);
			default -> throw new NetworkProblem(c.source(), "network.noise", "'noise' draws units anew, and those of '%s' are of type '%s'; expected binary, spin or softmax".formatted(layer.name(), l.kind()));
		};
	}

	private void sample(RuleIr.Sample x) {
		Term temperature = x.temperature() == null ? t.number(1) : read(x.temperature());
		for (Symbol layer : x.layers()) {
			if (++draws > RuleIr.MOST_DRAWS) {
				throw new NetworkProblem(x.source(), "network.draws", "a batch of this rule draws more than %d layers".formatted(RuleIr.MOST_DRAWS));
			}
			for (NetworkIr.Layer l : model.network.layers()) {
				known(l.symbol());
			}
			Conditional c = layers.conditional(layer);
			Term before = layers.bound().get(layer);
			Term value = c.sample(t, temperature, before);
			Term mean = c.factors() ? c.mean(t, temperature, before) : null;
			// layers that were drawn before stay 'drawn last' only if this one did not look at them
			lastDrawn.removeIf(d -> d.layer() == layer || mean == null || mean.reads(layers.bound().get(d.layer())) || layerReads(layer, d));
			layers = layers.with(layer, value);
			if (mean != null) {
				lastDrawn.add(new Drawn(layer, mean));
			}
		}
	}

	/** Whether a layer's conditional depends on another layer, whatever the values are. */
	private boolean layerReads(Symbol layer, Drawn other) {
		Term x = model.free(other.layer());
		return layers.with(other.layer(), x).conditional(layer).reads(x);
	}

	/** A layer that nothing has set yet starts at random. */
	private void known(Symbol layer) {
		NetworkIr.Layer l = model.layer(layer);
		if (l.value() == null && !layers.bound().containsKey(layer)) {
			Shape s = layer.type().shape();
			layers = layers.with(layer, switch (l.kind()) {
				case "binary" -> t.bernoulli(t.fill(0.5, s));
				case "spin" -> t.subtract(t.multiply(2, t.bernoulli(t.fill(0.5, s))), t.number(1));
				case "softmax" -> t.category(t.fill(1.0 / s.size(), s));
				default -> t.random(Op.Noise.NORMAL, s);
			});
		}
	}

	@Override
	public Term average(Expr.PhaseAverage a) {
		List<End> ends = phases.get(a.phase());
		if (ends == null) {
			throw new NetworkProblem(a.source(), "network.phase", "the phase '%s' has not run yet".formatted(a.phase()));
		}
		Term sum = null;
		for (End end : ends) {
			Term value = average(a, end);
			sum = sum == null ? value : t.add(sum, value);
		}
		return ends.size() == 1 ? sum : t.divide(sum, t.number(ends.size()));
	}

	private Term average(Expr.PhaseAverage a, End end) {
		NetworkScope scope = end.layers();
		Map<Term, Term> values = new HashMap<>();
		for (Drawn d : end.lastDrawn()) {
			Term x = model.free(d.layer());
			values.put(x, d.mean());
			scope = scope.with(d.layer(), x);
		}
		Term inMeans = model.reader.read(a.operand(), new Reading(scope));
		boolean linear = LinearForm.degree(inMeans, Set.copyOf(values.keySet())) <= 1;
		Term value = linear ? t.replace(inMeans, values) : model.reader.read(a.operand(), new Reading(end.layers()));
		return t.sampleMean(value);
	}

	// ------------------------------------------------------------------ updates

	private void update(RuleIr.Update u) {
		Symbol target = u.target();
		Slot slot = states.containsKey(target) ? states.get(target) : model.slot(target);
		Term right = read(u.value());
		if (!slot.sampled()) {
			right = t.sampleMean(right);
		}
		if (!right.isNumber() && !right.shape().equals(slot.shape())) {
			throw new NetworkProblem(u.source(), "network.shape", "'%s' is %s, its update %s".formatted(target.name(), slot.shape(), right.shape()));
		}
		right = t.spread(right, slot.shape());
		Term value = u.sign() == 0 ? right : u.sign() > 0 ? t.add(tensor(target, slot), right) : t.subtract(tensor(target, slot), right);
		value = constrained(target, value);
		names.put(target, value);
		written.put(target, new Assignment(slot, value, u.source()));
	}

	private Term tensor(Symbol s, Slot slot) {
		Term value = names.get(s);
		return value != null ? value : t.leaf(slot);
	}

	/** A symmetric parameter stays so, and a diagonal that is zero too. */
	private Term constrained(Symbol target, Term value) {
		for (NetworkIr.Parameter p : model.network.parameters()) {
			if (p.symbol() == target) {
				Term x = p.symmetric() ? t.multiply(0.5, t.add(value, t.transpose(value))) : value;
				return p.zeroDiagonal() ? t.multiply(x, t.subtract(t.number(1), t.identity(x.shape().rows()))) : x;
			}
		}
		return value;
	}

	// ------------------------------------------------------------------ names

	private Term read(Expr e) {
		return model.reader.read(e, this);
	}

	@Override
	public Term read(Expr.Read r) {
		return new Reading(layers).read(r);
	}

	@Override
	public Term derivative(Expr.Derivative d) {
		return derivative(d, layers);
	}

	/** Of a name that a 'let' of the rule gave: of what it stands for, with the layers as they were there. */
	private Term derivative(Expr.Derivative d, NetworkScope scope) {
		NetworkScope at = d.of() instanceof Expr.Read r && lets.containsKey(r.symbol()) ? lets.get(r.symbol()).layers() : scope;
		for (Map.Entry<Symbol, Term> n : names.entrySet()) {
			if (!written.containsKey(n.getKey())) {
				at = at.with(n.getKey(), n.getValue());
			}
		}
		return at.derivative(new Expr.Derivative(spelledOut(d.of()), d.wrt(), d.type(), d.source()));
	}

	private Expr spelledOut(Expr e) {
		return e instanceof Expr.Read r && lets.containsKey(r.symbol()) ? spelledOut(lets.get(r.symbol()).value()) : IrTree.map(e, this::spelledOut);
	}

	@Override
	public Term special(Expr.Special s) {
		return layers.special(s);
	}

	/** The rule's names first, then the network's with its layers at given values. */
	private final class Reading implements Scope {
		private final NetworkScope network;

		Reading(NetworkScope network) {
			this.network = network;
		}

		@Override
		public Term read(Expr.Read r) {
			Term value = names.get(r.symbol());
			if (value == null && states.containsKey(r.symbol())) {
				value = t.leaf(states.get(r.symbol()));
			}
			return value != null ? value : network.read(r);
		}

		@Override
		public Term derivative(Expr.Derivative d) {
			return RuleReader.this.derivative(d, network);
		}

		@Override
		public Term average(Expr.PhaseAverage a) {
			return RuleReader.this.average(a);
		}

		@Override
		public Term special(Expr.Special s) {
			return network.special(s);
		}
	}
}
