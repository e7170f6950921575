// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;

/** The terms of an energy: what its sum is made of, with the names that lets give looked through. */
final class EnergyTerms {
	private final Map<Symbol, Expr> lets = new HashMap<>();
	private final List<Expr> terms = new ArrayList<>();

	private EnergyTerms(NetworkIr network) {
		network.lets().forEach(l -> lets.put(l.symbol(), l.value()));
		network.layers().stream().filter(l -> l.value() != null).forEach(l -> lets.put(l.symbol(), l.value()));
	}

	/** @return none without an energy */
	static List<Expr> of(NetworkIr network) {
		EnergyTerms t = new EnergyTerms(network);
		if (network.energy() != null) {
			t.split(t.expanded(network.energy()));
		}
		return t.terms;
	}

	private Expr expanded(Expr e) {
		return e instanceof Expr.Read r && lets.containsKey(r.symbol()) ? expanded(lets.get(r.symbol())) : IrTree.map(e, this::expanded);
	}

	private void split(Expr e) {
		switch (e) {
			case Expr.Elementwise w when w.op() == Expr.Op.ADD || w.op() == Expr.Op.SUBTRACT || w.op() == Expr.Op.NEGATE -> w.args().forEach(this::split);
			case Expr.Elementwise w when w.op() == Expr.Op.MULTIPLY && isSteady(w.args().get(0)) -> split(w.args().get(1));
			case Expr.Elementwise w when (w.op() == Expr.Op.MULTIPLY || w.op() == Expr.Op.DIVIDE) && isSteady(w.args().get(1)) -> split(w.args().get(0));
			default -> terms.add(e);
		}
	}

	/** A number that no layer is in. */
	private static boolean isSteady(Expr e) {
		return e.type().shape().isNumber() && !IrTree.any(e, x -> x instanceof Expr.Read r && r.symbol().role() == Symbol.Role.LAYER);
	}
}
