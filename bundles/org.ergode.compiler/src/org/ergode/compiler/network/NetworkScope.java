// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ergode.compiler.network.symbolic.Conditional;
import org.ergode.compiler.network.symbolic.Fn;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Scope;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.Terms;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;

/**
 * The names of a network, with its layers at given values. A layer that has a formula follows from the others unless it is bound.
 * Parameters are as they stand when the program starts.
 */
class NetworkScope implements Scope {
	final NetworkTerms model;
	private final Map<Symbol, Term> bound;
	private final Map<Symbol, Term> derived = new HashMap<>();

	NetworkScope(NetworkTerms model, Map<Symbol, Term> bound) {
		this.model = model;
		this.bound = Collections.unmodifiableMap(new LinkedHashMap<>(bound)); // in order: the same terms in each run
	}

	/** The same, with one more layer or name at a value. */
	NetworkScope with(Symbol symbol, Term value) {
		Map<Symbol, Term> more = new LinkedHashMap<>(bound);
		more.put(symbol, value);
		return new NetworkScope(model, more);
	}

	Map<Symbol, Term> bound() {
		return bound;
	}

	Term read(Expr e) {
		return model.reader.read(e, this);
	}

	@Override
	public Term read(Expr.Read r) {
		Symbol s = r.symbol();
		Term value = bound.get(s);
		if (value == null) {
			value = derived.get(s);
		}
		if (value == null) {
			value = derive(s, r);
			derived.put(s, value);
		}
		return value;
	}

	private Term derive(Symbol s, Expr.Read r) {
		return switch (s.role()) {
			case LAYER -> layer(s, r);
			case LET -> read(let(s, r).value());
			case PARAMETER, STATE -> model.terms.leaf(model.slot(s));
			case TARGET -> model.terms.leaf(model.target(r));
			case PATTERN -> model.free(s);
			case DATA -> model.data(r);
			default -> throw new NetworkProblem(r.source(), "network.name", "'%s' has no value while a network is trained".formatted(s.qualifiedName()));
		};
	}

	private Term layer(Symbol s, Expr.Read r) {
		NetworkIr.Layer layer = model.layer(s);
		if (layer == null || layer.value() == null) {
			throw new NetworkProblem(r.source(), "network.unset", "the layer '%s' has no value here: nothing clamps it, draws it or computes it".formatted(s.qualifiedName()));
		}
		return read(layer.value());
	}

	private Let let(Symbol s, Expr.Read r) {
		return model.network.lets().stream().filter(l -> l.symbol() == s).findFirst()
				.orElseThrow(() -> new NetworkProblem(r.source(), "network.name", "'%s' has no value here".formatted(s.qualifiedName())));
	}

	/**
	 * A derivative by a parameter or a layer. Layers that have been set or drawn stay as they are, whatever they were computed from: the derivative of
	 * an energy is partial. Layers with a formula follow from the others, so that the derivative of a loss goes through them.
	 */
	@Override
	public Term derivative(Expr.Derivative d) {
		Map<Term, Term> values = new HashMap<>();
		NetworkScope held = this;
		for (Map.Entry<Symbol, Term> e : bound.entrySet()) {
			if (e.getKey().role() == Symbol.Role.LAYER && !(e.getValue().op() instanceof Op.Leaf)) {
				Term x = model.free(e.getKey());
				values.put(x, e.getValue());
				held = held.with(e.getKey(), x);
			}
		}
		Term wrt;
		if (d.wrt().role() == Symbol.Role.LAYER) {
			wrt = model.free(d.wrt());
			values.put(wrt, read(new Expr.Read(d.wrt(), d.wrt().type(), d.source())));
			held = held.with(d.wrt(), wrt);
		} else {
			wrt = model.terms.leaf(model.slot(d.wrt()));
		}
		return model.terms.replace(model.differentiator.gradient(held.read(d.of()), wrt), values);
	}

	/** P(layer | the other layers as bound here). */
	Conditional conditional(Symbol layer) {
		NetworkIr.Layer l = model.layer(layer);
		if (model.network.energy() == null) {
			throw new NetworkProblem(l.source(), "network.energy", "'%s' has no energy, so '%s' cannot be drawn".formatted(model.network.name(), layer.name()));
		}
		Term x = model.free(layer);
		return Conditional.of(model.terms, model.differentiator, with(layer, x).read(model.network.energy()), x, l);
	}

	@Override
	public Term average(Expr.PhaseAverage average) {
		throw new NetworkProblem(average.source(), "network.phase", "the averages of phase '%s' belong to a learning rule".formatted(average.phase()));
	}

	@Override
	public Term special(Expr.Special s) {
		return switch (s.name()) {
			case "reconstruction" -> reconstruction(s);
			case "free_energy" -> freeEnergy(s);
			case "confusion" -> confusion(s);
			case "principal_component" -> principalComponent(s);
			case "kl_divergence", "log_likelihood", "log_partition" -> exact(s);
			default -> throw new NetworkProblem(s.source(), "network.special", "'%s' cannot be computed here".formatted(s.name()));
		};
	}

	/** {@code free_energy(v)}: the energy with all hidden layers summed out, one after the other, {@code F(v) = -ln(sum over h of exp(-E(v, h)))}. */
	private Term freeEnergy(Expr.Special s) {
		if (model.network.energy() == null) {
			throw new NetworkProblem(s.source(), "network.energy", "'%s' has no energy, so it has no free energy".formatted(model.network.name()));
		}
		NetworkScope scope = visibleAt(s);
		Map<NetworkIr.Layer, Term> hidden = new LinkedHashMap<>();
		for (NetworkIr.Layer l : model.network.layers()) {
			if (l.value() == null && l.role() == NetworkIr.Role.HIDDEN) {
				hidden.put(l, model.free(l.symbol()));
				scope = scope.with(l.symbol(), model.free(l.symbol()));
			}
		}
		Term energy = scope.read(model.network.energy());
		for (Map.Entry<NetworkIr.Layer, Term> h : hidden.entrySet()) {
			energy = Conditional.of(model.terms, model.differentiator, energy, h.getValue(), h.getKey()).summedOut(model.terms, energy, h.getValue(), h.getKey());
		}
		return energy;
	}

	/** A visible layer stands for itself; of a network with one such layer any value of its shape may be taken. */
	private NetworkScope visibleAt(Expr.Special s) {
		List<NetworkIr.Layer> visible = model.network.layers().stream().filter(l -> model.columns().containsKey(l.symbol())).toList();
		if (s.args().getFirst() instanceof Expr.Read r && visible.stream().anyMatch(l -> l.symbol() == r.symbol())) {
			return this;
		}
		Term value = read(s.args().getFirst());
		if (visible.size() != 1 || !visible.getFirst().symbol().type().shape().equals(value.shape())) {
			throw new NetworkProblem(s.source(), "network.free_energy", "free_energy takes a visible layer of '%s' (%s), or a value of the shape of its only one".formatted(model.network.name(),
					String.join(", ", visible.stream().map(l -> l.symbol().name()).toList())));
		}
		return with(visible.getFirst().symbol(), value);
	}

	/** How many samples of each class (rows) the network takes for which (columns). A number is class 1 up to one half, else class 2. */
	private Term confusion(Expr.Special s) {
		return model.terms.overSamples(Op.Reduction.SUM, model.terms.product(oneHot(read(s.args().get(1))), model.terms.transpose(oneHot(read(s.args().get(0))))));
	}

	private Term oneHot(Term x) {
		Terms t = model.terms;
		int n = x.isNumber() ? 2 : x.shape().rows();
		double[] classes = new double[n];
		for (int i = 0; i < n; i++) {
			classes[i] = i + 1;
		}
		Term which = x.isNumber() ? t.add(t.number(1), t.each(Fn.Basic.GREATER, x, t.number(0.5))) : t.argmax(x);
		return t.each(Fn.Basic.EQUAL, which, t.values(classes, Shape.vector(n)));
	}

	private Term exact(Expr.Special s) {
		for (int i = 0; i < s.args().size(); i++) {
			String expected = i == 0 ? "data" : "model";
			if (!(s.args().get(i) instanceof Expr.Read r && r.symbol().name().equals(expected))) {
				throw new NetworkProblem(s.source(), "network.exact", "argument %d of '%s' is '%s': the data that are observed ('on' names others) and the network as it is".formatted(i + 1, s.name(), expected));
			}
		}
		return model.terms.leaf(model.exact(s));
	}

	private Term principalComponent(Expr.Special s) {
		if (!(s.args().get(0) instanceof Expr.Read r)) {
			throw new NetworkProblem(s.source(), "network.data", "principal_component takes a data set and a number");
		}
		return model.terms.leaf(model.component(r.symbol(), (int) Constants.number(s.args().get(1)), s));
	}

	/**
	 * {@code reconstruction(v)}: what the network makes of v after one way up and down in mean field, {@code v -> E[h | v] -> E[v | h]}. Deterministic, so
	 * that its error can be compared between epochs; the error of a sampled reconstruction is larger by the variance of the units.
	 */
	private Term reconstruction(Expr.Special s) {
		if (s.args().size() != 1 || !(s.args().get(0) instanceof Expr.Read r) || model.layer(r.symbol()) == null) {
			throw new NetworkProblem(s.source(), "network.reconstruction", "reconstruction takes a visible layer");
		}
		NetworkScope up = this;
		Set<Symbol> visible = new LinkedHashSet<>();
		for (NetworkIr.Layer l : model.network.layers()) {
			if (l.role() != NetworkIr.Role.HIDDEN) {
				visible.add(l.symbol());
			}
		}
		for (NetworkIr.Layer l : model.network.layers()) {
			if (!visible.contains(l.symbol())) {
				up = up.with(l.symbol(), model.settled(up.unknownAtRest(l.symbol()), l.symbol()));
			}
		}
		return model.settled(up, r.symbol());
	}

	/** Hidden layers that are not known yet stand at the middle of their range: those above the first in a deep network. */
	NetworkScope unknownAtRest(Symbol except) {
		NetworkScope scope = this;
		for (NetworkIr.Layer l : model.network.layers()) {
			if (l.symbol() != except && l.value() == null && !scope.bound.containsKey(l.symbol())) {
				scope = scope.with(l.symbol(), model.terms.fill(l.kind().equals("binary") ? 0.5 : 0, l.symbol().type().shape()));
			}
		}
		return scope;
	}
}
