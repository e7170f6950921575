// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;

/** {@code rest + factor * symbol}. @param rest null for none; @param factor null for none */
record Affine(Expr rest, Expr factor) {
	/** @return null if the expression is not affine in the symbol */
	static Affine in(Expr e, Symbol symbol) {
		if (!IrTree.any(e, x -> x instanceof Expr.Read r && r.symbol() == symbol)) {
			return new Affine(e, null);
		}
		return switch (e) {
			case Expr.Read r -> new Affine(null, Build.number(1, Dimension.NONE, r.source()));
			case Expr.Elementwise x when x.op() == Op.NEGATE -> {
				Affine a = in(x.args().get(0), symbol);
				yield a == null ? null : new Affine(negated(a.rest, x), negated(a.factor, x));
			}
			case Expr.Elementwise x when x.op() == Op.ADD || x.op() == Op.SUBTRACT -> {
				Affine a = in(x.args().get(0), symbol);
				Affine b = in(x.args().get(1), symbol);
				yield a == null || b == null ? null : new Affine(sum(x.op(), a.rest, b.rest, x), sum(x.op(), a.factor, b.factor, x));
			}
			case Expr.Elementwise x when x.op() == Op.MULTIPLY -> {
				Affine a = in(x.args().get(0), symbol);
				Affine b = in(x.args().get(1), symbol);
				yield a == null || b == null || a.factor != null && b.factor != null ? null
						: a.factor != null ? new Affine(times(a.rest, x.args().get(1), x), times(a.factor, x.args().get(1), x))
								: new Affine(times(x.args().get(0), b.rest, x), times(x.args().get(0), b.factor, x));
			}
			case Expr.Elementwise x when x.op() == Op.DIVIDE -> {
				Affine a = in(x.args().get(0), symbol);
				Expr d = x.args().get(1);
				yield a == null || in(d, symbol) == null || in(d, symbol).factor != null ? null : new Affine(over(a.rest, d, x), over(a.factor, d, x));
			}
			default -> null;
		};
	}

	private static Expr negated(Expr a, Expr at) {
		return a == null ? null : Build.elementwise(Op.NEGATE, a.type().dimension(), at.source(), a);
	}

	private static Expr sum(Op op, Expr a, Expr b, Expr at) {
		if (a == null || b == null) {
			return b == null ? a : op == Op.ADD ? b : negated(b, at);
		}
		return Build.elementwise(op, a.type().dimension(), at.source(), a, b);
	}

	private static Expr times(Expr a, Expr b, Expr at) {
		return a == null || b == null ? null : Build.elementwise(Op.MULTIPLY, a.type().dimension().times(b.type().dimension()), at.source(), a, b);
	}

	private static Expr over(Expr a, Expr b, Expr at) {
		return a == null ? null : Build.elementwise(Op.DIVIDE, a.type().dimension().over(b.type().dimension()), at.source(), a, b);
	}
}
