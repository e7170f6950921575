// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.engine.quantity.Shape;

/**
 * A column that is affine in a column x of n units: {@code free + full x + diagonal .* x}.
 *
 * @param free has no x
 * @param full p by n, or null
 * @param diagonal n by 1, or null; only if p = n
 */
public record LinearForm(Term free, Term full, Term diagonal) {

	/** @return empty if the term is not affine in x, or in a way that cannot be seen */
	public static Optional<LinearForm> of(Terms terms, Term of, Term x) {
		return Optional.ofNullable(new Reader(terms, x).read(of));
	}

	/**
	 * The degree of a term as a polynomial in some leaves together.
	 *
	 * @return a large number if it is not a polynomial
	 */
	public static int degree(Term of, Set<Term> in) {
		return degree(of, in, new HashMap<>());
	}

	private static final int MANY = 1000;

	private static int degree(Term z, Set<Term> in, Map<Term, Integer> known) {
		if (in.contains(z)) {
			return 1;
		}
		Integer before = known.get(z);
		if (before != null) {
			return before;
		}
		int[] d = z.args().stream().mapToInt(a -> degree(a, in, known)).toArray();
		int sum = 0;
		int most = 0;
		for (int k : d) {
			sum = Math.min(MANY, sum + k);
			most = Math.max(most, k);
		}
		int degree = switch (z.op()) {
			case Op.Product p -> sum;
			case Op.Transpose p -> most;
			case Op.Reshape p -> most;
			case Op.Sum p -> most;
			case Op.Block p -> most;
			case Op.Embed p -> most;
			case Op.Each e when e.function() == Basic.MULTIPLY -> sum;
			case Op.Each e when e.function() == Basic.ADD || e.function() == Basic.SUBTRACT || e.function() == Basic.NEGATE -> most;
			case Op.Each e when e.function() == Basic.DIVIDE && d[1] == 0 -> d[0];
			default -> sum == 0 ? 0 : MANY;
		};
		known.put(z, degree);
		return degree;
	}

	private static final class Reader {
		private final Terms t;
		private final Term x;
		private final int n;

		Reader(Terms terms, Term x) {
			this.t = terms;
			this.x = x;
			this.n = x.shape().rows();
		}

		LinearForm read(Term z) {
			if (!z.reads(x)) {
				return new LinearForm(z, null, null);
			}
			if (z == x) {
				return new LinearForm(t.zeros(x.shape()), null, t.fill(1, x.shape()));
			}
			return switch (z.op()) {
				case Op.Product p when !z.arg(0).reads(x) -> times(z.arg(0), read(z.arg(1)));
				case Op.Product p when z.isNumber() && !z.arg(1).reads(x) -> read(t.product(t.transpose(z.arg(1)), t.transpose(z.arg(0))));
				case Op.Transpose p when z.arg(0).op() instanceof Op.Product -> read(t.product(t.transpose(z.arg(0).arg(1)), t.transpose(z.arg(0).arg(0))));
				case Op.Block b when b.column() == 0 && z.arg(0).shape().columns() == 1 -> {
					int rows = z.shape().rows();
					yield times(t.embed(t.identity(rows), 0, b.row(), new Shape(rows, z.arg(0).shape().rows())), read(z.arg(0)));
				}
				case Op.Embed b when z.shape().columns() == 1 -> {
					int rows = z.arg(0).shape().rows();
					yield times(t.embed(t.identity(rows), b.row(), 0, new Shape(z.shape().rows(), rows)), read(z.arg(0)));
				}
				case Op.Sum p -> times(t.fill(1, new Shape(1, z.arg(0).shape().rows())), read(z.arg(0)));
				case Op.Each e -> each(e.function(), z);
				default -> null;
			};
		}

		private LinearForm each(Fn f, Term z) {
			if (f == Basic.NEGATE) {
				return scaled(t.number(-1), read(z.arg(0)), z.shape());
			}
			if (f == Basic.ADD || f == Basic.SUBTRACT) {
				return sum(spread(read(z.arg(0)), z.shape()), spread(read(z.arg(1)), z.shape()), f == Basic.ADD ? 1 : -1);
			}
			if (f == Basic.MULTIPLY && !z.arg(0).reads(x)) {
				return scaled(z.arg(0), read(z.arg(1)), z.shape());
			}
			if (f == Basic.MULTIPLY && !z.arg(1).reads(x)) {
				return scaled(z.arg(1), read(z.arg(0)), z.shape());
			}
			return f == Basic.DIVIDE && !z.arg(1).reads(x) ? scaled(t.divide(t.number(1), z.arg(1)), read(z.arg(0)), z.shape()) : null;
		}

		/** A f for a matrix A. */
		private LinearForm times(Term a, LinearForm f) {
			if (f == null) {
				return null;
			}
			Term full = f.full == null ? null : t.product(a, f.full);
			if (f.diagonal != null) {
				full = plus(full, f.diagonal.constant() == 1 ? a : t.multiply(a, t.product(t.fill(1, new Shape(a.shape().rows(), 1)), t.transpose(f.diagonal))), 1);
			}
			return new LinearForm(t.product(a, f.free), full, null);
		}

		/** c .* f, c a number or a column. */
		private LinearForm scaled(Term c, LinearForm f, Shape shape) {
			LinearForm g = spread(f, shape);
			if (g == null) {
				return null;
			}
			Term rows = c.isNumber() ? c : t.product(c, t.fill(1, new Shape(1, n)));
			return new LinearForm(t.multiply(c, g.free), g.full == null ? null : t.multiply(rows, g.full),
					g.diagonal == null ? null : t.multiply(c, g.diagonal));
		}

		/** A number in every row of a column. */
		private LinearForm spread(LinearForm f, Shape shape) {
			if (f == null || shape.columns() != 1) {
				return null;
			}
			if (f.free.shape().equals(shape)) {
				return f;
			}
			Term ones = t.fill(1, shape);
			Term row = f.full;
			if (f.diagonal != null) {
				row = plus(row, f.diagonal, 1);
			}
			return new LinearForm(t.spread(f.free, shape), row == null ? null : t.product(ones, row), null);
		}

		private LinearForm sum(LinearForm a, LinearForm b, int sign) {
			return a == null || b == null ? null
					: new LinearForm(plus(a.free, b.free, sign), plus(a.full, b.full, sign), plus(a.diagonal, b.diagonal, sign));
		}

		private Term plus(Term a, Term b, int sign) {
			if (b == null) {
				return a;
			}
			Term c = sign < 0 ? t.negate(b) : b;
			return a == null ? c : t.add(a, c);
		}
	}
}
