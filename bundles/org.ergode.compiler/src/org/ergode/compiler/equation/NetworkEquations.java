// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.equation;

import static org.ergode.dsl.formula.Formula.italic;
import static org.ergode.dsl.formula.Formula.parentheses;
import static org.ergode.dsl.formula.Formula.relation;
import static org.ergode.dsl.formula.Formula.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ergode.compiler.equation.Derived.Kind;
import org.ergode.compiler.equation.TermFormulas.Unprintable;
import org.ergode.compiler.network.symbolic.Conditional;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Op.Units;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.Terms;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.formula.ExpressionFormulas;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.FunctionFormulas;
import org.ergode.dsl.formula.Glyphs;
import org.ergode.dsl.formula.Part;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.unit.FunctionPrimitive;

/** What follows from a network's energy or loss. */
public final class NetworkEquations {
	private final Reading reading;
	private final TermFormulas whole;
	private final IndexFormulas entries;
	private final Terms t;
	private final List<Derived> found = new ArrayList<>();

	private NetworkEquations(NetworkIr network, Function<String, FunctionPrimitive> functions) {
		reading = new Reading(network, functions);
		whole = new TermFormulas(reading);
		entries = new IndexFormulas(reading);
		t = reading.terms;
	}

	/** @param functions finds the functions that derivative texts of primitives call. @return what has a short form, in the order of a paper */
	public static List<Derived> of(NetworkIr network, Function<String, FunctionPrimitive> functions) {
		NetworkEquations e = new NetworkEquations(network, functions);
		if (network.energy() != null) {
			e.energy();
		}
		if (network.loss() != null) {
			e.loss();
		}
		return List.copyOf(e.found);
	}

	/** Left out if there is no short form, or none at all. */
	private void add(Kind kind, Supplier<Formula.Relation> relation) {
		try {
			Formula.Relation r = relation.get();
			if (r != null) {
				found.add(new Derived(kind, r));
			}
		} catch (Unprintable | NetworkProblem e) {
			// the element still shows what it says itself
		}
	}

	private static Formula.Relation is(Formula left, Formula right) {
		return new Formula.Relation(left, "=", right);
	}

	// ------------------------------------------------------------------ energies

	private void energy() {
		Term[] energy = new Term[1];
		add(Kind.COMPONENTS, () -> {
			energy[0] = reading.read(reading.network.energy());
			return is(italic("E"), entries.of(energy[0]).formula());
		});
		if (energy[0] == null) {
			return;
		}
		add(Kind.DISTRIBUTION, this::distribution);
		for (NetworkIr.Layer l : reading.freeLayers()) {
			add(Kind.CONDITIONAL, () -> conditional(energy[0], l));
		}
		add(Kind.FREE_ENERGY, () -> freeEnergy(energy[0]));
		for (NetworkIr.Parameter p : reading.network.parameters()) {
			add(Kind.GRADIENT, () -> {
				Term g = reading.simplified(reading.differentiator.gradient(energy[0], reading.leaf(p.symbol())));
				return is(partial("E", p.symbol()), whole.of(g).formula());
			});
		}
	}

	private Formula symbol(Symbol s) {
		return whole.symbol(s, s.type().shape().isNumber());
	}

	private Formula partial(String of, Symbol wrt) {
		return ExpressionFormulas.derivative(italic(of), symbol(wrt));
	}

	/** p(v, h) = e^(−E(v, h))/Z */
	private Formula.Relation distribution() {
		List<Formula> layers = reading.freeLayers().stream().map(l -> symbol(l.symbol())).toList();
		Formula arguments = parentheses(Formula.list(layers));
		Part boltzmann = Part.atom(Formula.upright("e")).power(row(Formula.prefix("−"), italic("E"), arguments));
		return is(row(italic("p"), arguments), row(new Formula.Fraction(boltzmann.body(), italic("Z")), Formula.gap(), italic("Z"), relation("="),
				Part.big("∑", Formula.list(layers), null, boltzmann).formula()));
	}

	/** P(unit | rest), as {@link Conditional} says. */
	private Formula.Relation conditional(Term energy, NetworkIr.Layer layer) {
		Term x = reading.leaf(layer.symbol());
		Conditional c = Conditional.of(t, reading.differentiator, energy, x, layer);
		String i = entries.letter(layer.symbol());
		boolean single = x.isNumber();
		Formula unit = entries.entry(x, i, null).body();
		Formula given = given(layer, c, i);
		if (c.free() == null) {
			return byDifferences(c.units(), unit, given);
		}
		Part field = field(c, x, i);
		return switch (c.units()) {
			case BINARY -> is(probability(unit, new Formula.Number("1"), given), FunctionFormulas.of("sigmoid", List.of(field), false).formula());
			case SPIN -> is(probability(unit, row(Formula.prefix("+"), new Formula.Number("1")), given), FunctionFormulas.of("sigmoid", List.of(Part.number("2").times(field)), false).formula());
			case SOFTMAX -> is(probability(unit, new Formula.Number("1"), given), entries.entry(t.softmax(t.negate(binding(c, true))), single ? null : i, null).formula());
			case REAL -> new Formula.Relation(row(unit, relation("∣"), given), "∼", normal(c, field, i));
		};
	}

	/** Of an energy of higher order within a layer: from the energies at both values of the unit. @return null of a group */
	private static Formula.Relation byDifferences(Units units, Formula unit, Formula given) {
		Formula one = new Formula.Number("1");
		Formula on = units == Units.SPIN ? row(Formula.prefix("+"), one) : one;
		Formula off = units == Units.SPIN ? row(Formula.prefix("−"), one) : new Formula.Number("0");
		Part difference = Part.atom(energyAt(unit, off)).minus(Part.atom(energyAt(unit, on)));
		return units == Units.SOFTMAX ? null : is(probability(unit, on, given), FunctionFormulas.of("sigmoid", List.of(difference), false).formula());
	}

	private static Formula energyAt(Formula unit, Formula value) {
		return row(italic("E"), parentheses(row(unit, relation("="), value)));
	}

	private static Formula probability(Formula unit, Formula value, Formula given) {
		return row(italic("p"), parentheses(given == null ? row(unit, relation("="), value) : row(unit, relation("="), value, relation("∣"), given)));
	}

	/** The other layers, and of the own one the other units where they see each other. @return null if there are none */
	private Formula given(NetworkIr.Layer layer, Conditional c, String i) {
		List<Formula> all = new ArrayList<>();
		if (!c.factors()) {
			String j = IndexFormulas.another(Set.of(i));
			all.add(Formula.sub(whole.symbol(layer.symbol(), true), row(italic(j), relation("≠"), italic(i))));
		}
		reading.freeLayers().stream().filter(l -> l != layer).forEach(l -> all.add(symbol(l.symbol())));
		return all.isEmpty() ? null : Formula.list(all);
	}

	/** What a unit's own energy adds to its gradient at its midpoint, or as a whole. */
	private Term binding(Conditional c, boolean withSelf) {
		Term free = reading.simplified(c.free());
		return withSelf && c.diagonal() != null ? t.add(free, t.multiply(0.5, reading.simplified(c.diagonal()))) : free;
	}

	/** Minus the gradient that a unit i sees: what drives it. */
	private Part field(Conditional c, Term x, String i) {
		boolean self = c.units() == Units.BINARY;
		Term free = binding(c, self);
		Part z = free.isZero() ? null : entries.entry(t.negate(free), i, null);
		if (c.full() == null) {
			return z == null ? Part.number("0") : z;
		}
		Term full = reading.simplified(c.full());
		String j = IndexFormulas.another(Set.of(i));
		Part coupling = entries.entry(t.negate(full), i, j);
		Part others = Part.big("∑", row(italic(j), relation("≠"), italic(i)), null, coupling.times(entries.entry(x, j, null)));
		Part field = z == null ? others : z.plus(others);
		return self && !reading.hasNoDiagonal(full) ? field.minus(Part.number("1").over(Part.number("2")).times(entries.entry(full, i, i))) : field;
	}

	/** 𝒩(mean, variance) of a real unit. */
	private Formula normal(Conditional c, Part field, String i) {
		Term self = c.diagonal() == null ? null : reading.simplified(c.diagonal());
		Part d = self == null ? null : entries.entry(self, i, null);
		if (c.full() != null && !reading.hasNoDiagonal(reading.simplified(c.full()))) {
			Part own = entries.entry(reading.simplified(c.full()), i, i);
			d = d == null ? own : d.plus(own);
		}
		boolean one = self != null && self.constant() == 1 && d.body() instanceof Formula.Number;
		Formula mean = d == null || one ? field.formula() : field.over(d).formula();
		Formula variance = d == null || one ? new Formula.Number("1") : Part.number("1").over(d).formula();
		return row(new Formula.Symbol("N", Formula.Style.SCRIPT), parentheses(row(mean, Formula.comma(), variance)));
	}

	/** F = E with the hidden units at 0, less ln(1 + e^z) for each: of one hidden layer whose units do not see each other. */
	private Formula.Relation freeEnergy(Term energy) {
		List<NetworkIr.Layer> hidden = reading.freeLayers().stream().filter(l -> l.role() == NetworkIr.Role.HIDDEN).toList();
		if (hidden.size() != 1 || !hidden.getFirst().kind().equals("binary")) {
			return null;
		}
		Term h = reading.leaf(hidden.getFirst().symbol());
		Conditional c = Conditional.of(t, reading.differentiator, energy, h, hidden.getFirst());
		if (!c.factors()) {
			return null;
		}
		Term rest = t.replace(energy, Map.of(h, t.zeros(h.shape())));
		String j = entries.letter(hidden.getFirst().symbol());
		Part exponential = FunctionFormulas.of("exp", List.of(field(c, h, j)), false);
		Part each = Part.call(new Formula.Named("ln"), Part.number("1").plus(exponential));
		Part sum = h.isNumber() ? each : Part.big("∑", italic(j), null, each);
		List<Formula> visible = reading.freeLayers().stream().filter(l -> l.role() != NetworkIr.Role.HIDDEN).map(l -> symbol(l.symbol())).toList();
		Part f = rest.isZero() ? sum.negated() : entries.of(rest).minus(sum);
		return is(row(italic("F"), parentheses(Formula.list(visible))), f.formula());
	}

	// ------------------------------------------------------------------ losses

	/** The errors of the layers from the last to the first, then the gradients that are made of them: the equations of backpropagation. */
	private void loss() {
		Term loss;
		try {
			loss = reading.read(reading.network.loss());
		} catch (NetworkProblem e) {
			return;
		}
		Map<Symbol, Term> gradients = new LinkedHashMap<>();
		for (NetworkIr.Parameter p : reading.network.parameters()) {
			gradients.put(p.symbol(), gradient(loss, p.symbol()));
		}
		Map<Term, Term> names = new HashMap<>();
		List<NetworkIr.Layer> computed = reading.network.layers().stream().filter(l -> l.value() != null).toList();
		for (NetworkIr.Layer l : computed.reversed()) {
			Term error = error(l, gradients);
			if (error != null && !(error.op() instanceof Op.Leaf) && !error.isConstant() && !names.containsKey(error)) {
				Formula delta = Formula.sub(error.isNumber() ? italic("δ") : Formula.bold("δ"), name(l.symbol()));
				add(Kind.ERROR, () -> is(delta, whole.of(reading.named(t.replace(error, names))).formula()));
				names.put(error, reading.leaf(Part.atom(delta), error.shape(), true));
			}
		}
		gradients.forEach((p, g) -> add(Kind.GRADIENT, () -> g == null ? null : is(partial("L", p), whole.of(reading.named(t.replace(g, names))).formula())));
	}

	private static Formula name(Symbol s) {
		return Glyphs.name(s.name());
	}

	private Term gradient(Term loss, Symbol p) {
		try {
			return oneHot(reading.simplified(reading.differentiator.gradient(loss, reading.leaf(p))));
		} catch (NetworkProblem e) {
			return null;
		}
	}

	/** A cross entropy of a softmax is one of distributions: its targets sum to 1. */
	private Term oneHot(Term g) {
		if (reading.network.target() == null) {
			return g;
		}
		Term target = reading.leaf(reading.network.target());
		return t.replace(g, Map.of(t.sum(target), t.number(1)));
	}

	/** ∂L/∂(what goes into a layer): the column in the outer product that is the gradient of a matrix which the layer reads. */
	private Term error(NetworkIr.Layer layer, Map<Symbol, Term> gradients) {
		Term value = reading.computed().get(layer.symbol());
		for (Map.Entry<Symbol, Term> e : gradients.entrySet()) {
			Term g = e.getValue();
			if (value != null && g != null && g.op() instanceof Op.Product && g.arg(0).shape().rows() == value.shape().rows() && g.arg(0).shape().columns() == 1
					&& IrTree.any(layer.value(), x -> x instanceof Expr.Read r && r.symbol() == e.getKey())) {
				return g.arg(0);
			}
		}
		return null;
	}
}
