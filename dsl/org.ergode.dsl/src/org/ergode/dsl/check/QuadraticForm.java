// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;

/**
 * {@code s'*J*s}, however it is written: {@code s'*(J*s)}, {@code (J*s)'*s}, {@code sum(s .* (J*s))}, {@code sum(J .* (s*s'))}, with
 * numbers anywhere.
 *
 * @param layer on both sides
 * @param weights the tensor between
 */
record QuadraticForm(Symbol layer, Expr.Read weights) {
	/** A factor of a matrix product. */
	private record Factor(Expr of, boolean transposed) {
		boolean is(Symbol s) {
			return of instanceof Expr.Read r && r.symbol() == s;
		}
	}

	/** @return empty if the term is none */
	static Optional<QuadraticForm> of(Expr term) {
		List<Factor> f = new ArrayList<>();
		if (!flatten(term, false, f) || f.size() != 3) {
			return Optional.empty();
		}
		boolean form = f.get(0).of instanceof Expr.Read s && s.symbol().role() == Symbol.Role.LAYER && f.get(0).transposed && f.get(2).is(s.symbol()) && !f.get(2).transposed
				&& f.get(1).of instanceof Expr.Read w && w.symbol().role() == Symbol.Role.PARAMETER && !w.type().shape().isNumber();
		return form ? Optional.of(new QuadraticForm(((Expr.Read) f.get(0).of).symbol(), (Expr.Read) f.get(1).of)) : Optional.empty();
	}

	/** @return false if it is no product of matrices */
	private static boolean flatten(Expr e, boolean transposed, List<Factor> into) {
		return switch (e) {
			case Expr.Product p -> transposed ? flatten(p.right(), true, into) && flatten(p.left(), true, into) : flatten(p.left(), false, into) && flatten(p.right(), false, into);
			case Expr.Transposed t -> flatten(t.operand(), !transposed, into);
			case Expr.Elementwise w when w.op() == Expr.Op.NEGATE -> flatten(w.args().getFirst(), transposed, into);
			case Expr.Elementwise w when w.op() == Expr.Op.MULTIPLY && w.args().get(0) instanceof Expr.Constant c && c.values().length == 1 -> flatten(w.args().get(1), transposed, into);
			case Expr.Elementwise w when (w.op() == Expr.Op.MULTIPLY || w.op() == Expr.Op.DIVIDE) && w.args().get(1) instanceof Expr.Constant c && c.values().length == 1 ->
					flatten(w.args().get(0), transposed, into);
			case Expr.Reduce r when r.axis() == null && r.op() == Expr.Reduction.SUM && r.operand() instanceof Expr.Elementwise w && w.op() == Expr.Op.MULTIPLY -> dot(w.args().get(0), w.args().get(1), into);
			case Expr.Read r -> into.add(new Factor(r, transposed));
			default -> false;
		};
	}

	/** sum(a .* b): a'*b of columns; x'*B*x where a is the outer product x*x'. */
	private static boolean dot(Expr a, Expr b, List<Factor> into) {
		if (a.type().shape().columns() == 1 && b.type().shape().columns() == 1) {
			return flatten(a, true, into) && flatten(b, false, into);
		}
		for (Expr[] pair : new Expr[][] {{a, b}, {b, a}}) {
			List<Factor> outer = new ArrayList<>();
			if (flatten(pair[0], false, outer) && outer.size() == 2 && !outer.get(0).transposed && outer.get(1).transposed) {
				into.add(new Factor(outer.get(0).of, true));
				boolean inner = flatten(pair[1], false, into);
				into.add(new Factor(outer.get(1).of, false));
				return inner;
			}
		}
		return false;
	}
}
