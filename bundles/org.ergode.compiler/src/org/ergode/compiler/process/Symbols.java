// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.util.List;
import java.util.Objects;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.Symbol;

/** Which symbols an expression depends on, lets included. */
final class Symbols {
	private final List<Let> lets;

	Symbols(List<Let> lets) {
		this.lets = lets;
	}

	boolean reads(Expr e, Symbol symbol) {
		return e != null && symbol != null && switch (e) {
			case Expr.Read r -> r.symbol() == symbol || lets.stream().anyMatch(l -> l.symbol() == r.symbol() && reads(l.value(), symbol));
			case Expr.Constant c -> false;
			case Expr.Elementwise w -> any(w.args(), symbol);
			case Expr.Apply a -> any(a.args(), symbol);
			case Expr.Product p -> reads(p.left(), symbol) || reads(p.right(), symbol);
			case Expr.Transposed t -> reads(t.operand(), symbol);
			case Expr.Reduce r -> reads(r.operand(), symbol) || any(r.args(), symbol);
			case Expr.Select s -> reads(s.operand(), symbol) || s.indices().stream().filter(Objects::nonNull).anyMatch(i -> reads(i, symbol));
			case Expr.Assemble a -> a.rows().stream().anyMatch(r -> any(r, symbol));
			case Expr.Tensor t -> any(t.args(), symbol);
			case Expr.Derivative d -> reads(d.of(), symbol);
			case Expr.PhaseAverage p -> reads(p.operand(), symbol);
			case Expr.Path p -> reads(p.position(), symbol) || any(p.args(), symbol);
			case Expr.Special s -> any(s.args(), symbol);
		};
	}

	private boolean any(List<Expr> all, Symbol symbol) {
		return all.stream().anyMatch(e -> reads(e, symbol));
	}

	boolean reads(LawIr law, Symbol symbol) {
		return law != null && switch (law) {
			case LawIr.Primitive p -> any(p.parameters(), symbol);
			case LawIr.Isotropic i -> reads(i.length(), symbol);
			case LawIr.ByQuantile q -> reads(q.quantile(), symbol);
			case LawIr.Joint j -> any(j.parameters(), symbol);
			case LawIr.Initializer i -> false;
		};
	}
}
