// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ergode.compiler.network.symbolic.Conditional;
import org.ergode.compiler.network.symbolic.Differentiator;
import org.ergode.compiler.network.symbolic.ExprReader;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.compiler.network.symbolic.Terms;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;
import org.ergode.unit.FunctionPrimitive;

/** A network as the algebra sees it: its terms, and the slots that stand for its tensors and for a batch of data. */
final class NetworkTerms {
	final NetworkIr network;
	final Terms terms = new Terms();
	final ExprReader reader = new ExprReader(terms);
	final Differentiator differentiator;
	private final Map<Symbol, Slot> slots = new LinkedHashMap<>();
	private final Map<Symbol, NetworkIr.Layer> layers = new HashMap<>();
	private final Map<Symbol, Slot> columns = new LinkedHashMap<>();
	private final Map<Expr.Special, Slot> exact = new LinkedHashMap<>();
	private final List<Component> components = new ArrayList<>();
	private final Slot target;

	/** @param functions finds the functions that derivative texts of primitives call */
	NetworkTerms(NetworkIr network, Function<String, FunctionPrimitive> functions) {
		this.network = network;
		this.differentiator = new Differentiator(terms, functions);
		for (NetworkIr.Layer l : network.layers()) {
			layers.put(l.symbol(), l);
			if (l.value() == null && (l.role() == NetworkIr.Role.INPUT || l.role() == NetworkIr.Role.VISIBLE)) {
				columns.put(l.symbol(), new Slot("data." + l.symbol().name(), l.symbol(), l.symbol().type().shape(), true));
			}
		}
		target = network.target() == null ? null : Slot.of(network.target(), true);
	}

	/** The tensor of a parameter of this network or of another, or of a rule's state. */
	Slot slot(Symbol s) {
		return slots.computeIfAbsent(s, k -> Slot.of(k, false));
	}

	/** All tensors that were asked for so far. */
	Map<Symbol, Slot> tensors() {
		return slots;
	}

	/** @return null if the symbol is not a layer of this network */
	NetworkIr.Layer layer(Symbol s) {
		return layers.get(s);
	}

	/** A principal component of a data set, of which the expressions see only that it does not change. */
	record Component(Slot slot, String data, int number, Source source) {
	}

	Slot component(Symbol data, int number, Expr at) {
		for (Component c : components) {
			if (c.data().equals(data.name()) && c.number() == number) {
				return c.slot();
			}
		}
		Component c = new Component(new Slot("component" + number, null, at.type().shape(), false), data.name(), number, at.source());
		components.add(c);
		return c.slot();
	}

	List<Component> components() {
		return components;
	}

	/** An exact quantity of the whole network and of the data that are observed; the expressions see a number that is put there. */
	Slot exact(Expr.Special quantity) {
		return exact.computeIfAbsent(quantity, q -> new Slot("exact" + exact.size(), null, Shape.NUMBER, false));
	}

	Map<Expr.Special, Slot> exact() {
		return exact;
	}

	/** Slots that the columns of the data fill, in the order of the layers. */
	Map<Symbol, Slot> columns() {
		return columns;
	}

	Slot target() {
		return target;
	}

	Slot target(Expr.Read r) {
		if (target == null) {
			throw new NetworkProblem(r.source(), "network.target", "'%s' has no output layer, so there is no 'target'".formatted(network.name()));
		}
		return target;
	}

	/** The visible part of a sample, whatever the layers are by now: those that the data fill, one above the other. */
	Term data(Expr.Read r) {
		if (r.symbol().dataSet() != null) {
			throw new NetworkProblem(r.source(), "network.data", "'%s' is a whole data set, not a value of one sample".formatted(r.symbol().name()));
		}
		Shape shape = r.type().shape();
		Term all = null;
		int at = 0;
		for (Slot s : columns.values()) {
			if (s.shape().equals(shape)) {
				return terms.leaf(s);
			}
			Term part = terms.embed(terms.leaf(s), at, 0, shape);
			all = all == null ? part : terms.add(all, part);
			at += s.shape().rows();
		}
		return all;
	}

	/** A layer, or the pattern that a recall began at, as a variable of its own. */
	Term free(Symbol layer) {
		return terms.leaf(variable(layer));
	}

	private final Map<Symbol, Slot> variables = new HashMap<>();

	/** What {@link #free} reads. */
	Slot variable(Symbol layer) {
		return variables.computeIfAbsent(layer, k -> new Slot(k.name(), k, k.type().shape(), true));
	}

	/** Layers at the values of the data; others follow by their formulas. */
	NetworkScope onData() {
		Map<Symbol, Term> bound = new LinkedHashMap<>();
		columns.forEach((layer, slot) -> bound.put(layer, terms.leaf(slot)));
		return new NetworkScope(this, bound);
	}

	/** All layers that do not follow from others as variables of their own. */
	NetworkScope free() {
		Map<Symbol, Term> bound = new LinkedHashMap<>();
		network.layers().stream().filter(l -> l.value() == null).forEach(l -> bound.put(l.symbol(), free(l.symbol())));
		return new NetworkScope(this, bound);
	}

	/**
	 * On data, and with what the data leave open in mean field given what is known: a hidden layer of an energy stands at its conditional mean.
	 */
	NetworkScope settledOnData() {
		NetworkScope scope = onData();
		if (network.energy() != null) {
			for (NetworkIr.Layer l : network.layers()) {
				if (l.value() == null && !columns.containsKey(l.symbol())) {
					scope = scope.with(l.symbol(), settled(scope.unknownAtRest(l.symbol()), l.symbol()));
				}
			}
		}
		return scope;
	}

	/** The conditional mean of a layer. */
	Term settled(NetworkScope scope, Symbol layer) {
		Conditional c = scope.conditional(layer);
		Term before = scope.bound().getOrDefault(layer, terms.fill(0.5, layer.type().shape()));
		return c.mean(terms, terms.number(1), before);
	}
}
