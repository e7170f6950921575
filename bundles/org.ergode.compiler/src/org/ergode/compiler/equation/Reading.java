// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.equation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ergode.compiler.network.symbolic.Differentiator;
import org.ergode.compiler.network.symbolic.ExprReader;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Scope;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.Terms;
import org.ergode.dsl.formula.Part;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;
import org.ergode.unit.FunctionPrimitive;

/** The names of a network as leaves of the algebra; layers that are computed stand for their formulas where a derivative goes through them. */
class Reading implements Scope {
	final NetworkIr network;
	final Terms terms = new Terms();
	final Differentiator differentiator;
	private final ExprReader reader = new ExprReader(terms);
	private final Map<Symbol, Slot> slots = new HashMap<>();
	private final Map<Slot, Part> written = new HashMap<>();
	private final Map<Symbol, Term> computed = new LinkedHashMap<>();

	Reading(NetworkIr network, Function<String, FunctionPrimitive> functions) {
		this.network = network;
		differentiator = new Differentiator(terms, functions);
	}

	Term read(Expr e) {
		return reader.read(e, this);
	}

	/** The symbol as a variable of its own. */
	Term leaf(Symbol s) {
		return terms.leaf(slots.computeIfAbsent(s, k -> Slot.of(k, isSampled(k))));
	}

	private static boolean isSampled(Symbol s) {
		return s.role() != Symbol.Role.PARAMETER && s.role() != Symbol.Role.STATE;
	}

	/** A leaf that is printed as that. */
	Term leaf(Part as, Shape shape, boolean sampled) {
		Slot slot = new Slot("written", null, shape, sampled);
		written.put(slot, as);
		return terms.leaf(slot);
	}

	/** @return null if the leaf is printed by its name */
	Part written(Slot slot) {
		return written.get(slot);
	}

	NetworkIr.Layer layer(Symbol s) {
		return network.layers().stream().filter(l -> l.symbol() == s).findFirst().orElse(null);
	}

	/** Terms of the layers that a formula computes, as far as something read them, in order. */
	Map<Symbol, Term> computed() {
		return computed;
	}

	@Override
	public Term read(Expr.Read r) {
		Symbol s = r.symbol();
		NetworkIr.Layer layer = layer(s);
		if (layer != null && layer.value() != null) {
			Term known = computed.get(s);
			if (known == null) {
				known = read(layer.value());
				computed.put(s, known);
			}
			return known;
		}
		if (s.role() == Symbol.Role.LET) {
			return read(network.lets().stream().filter(l -> l.symbol() == s).map(Let::value).findFirst().orElseThrow(() -> problem(r, s.name())));
		}
		return leaf(s);
	}

	@Override
	public Term derivative(Expr.Derivative d) {
		return differentiator.gradient(read(d.of()), leaf(d.wrt()));
	}

	@Override
	public Term average(Expr.PhaseAverage a) {
		throw problem(a, a.phase());
	}

	@Override
	public Term special(Expr.Special s) {
		throw problem(s, s.name());
	}

	private static NetworkProblem problem(Expr at, String name) {
		return new NetworkProblem(at.source(), "equation.none", "'%s' has no formula here".formatted(name));
	}

	/** What only a reader knows: a symmetric parameter is its own transpose. */
	Term simplified(Term t) {
		Map<Term, Term> same = new HashMap<>();
		for (NetworkIr.Parameter p : network.parameters()) {
			if (p.symmetric()) {
				same.put(terms.transpose(leaf(p.symbol())), leaf(p.symbol()));
			}
		}
		return same.isEmpty() ? t : terms.replace(t, same);
	}

	boolean isSymmetric(Symbol s) {
		return network.parameters().stream().anyMatch(p -> p.symbol() == s && p.symmetric());
	}

	/** Whether the diagonal of a matrix vanishes, because all that it is made of has none. */
	boolean hasNoDiagonal(Term matrix) {
		Map<Term, Term> zero = new HashMap<>();
		for (NetworkIr.Parameter p : network.parameters()) {
			if (p.zeroDiagonal()) {
				zero.put(leaf(p.symbol()), terms.zeros(p.symbol().type().shape()));
			}
		}
		return terms.replace(matrix, zero).isZero();
	}

	/** In place of the formulas of layers their names, the last layer first. */
	Term named(Term t) {
		Map<Term, Term> names = new HashMap<>();
		computed.forEach((s, value) -> {
			if (!value.isConstant() && !(value.op() instanceof Op.Leaf)) {
				names.put(value, leaf(s));
			}
		});
		return terms.replace(t, names);
	}

	/** Layers that nothing computes, in order. */
	List<NetworkIr.Layer> freeLayers() {
		return network.layers().stream().filter(l -> l.value() == null).toList();
	}
}
