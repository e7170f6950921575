// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.ProcessIr.Kick;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;

/** A right side as what does not depend on white noise, and what each noise is multiplied by. @param rest null for none */
record Affine(Expr rest, List<Kick> kicks) {
	/** @return null if the expression is not linear in its white noises */
	static Affine in(Expr e) {
		if (!IrTree.reads(e, Symbol.Role.NOISE)) {
			return new Affine(e, List.of());
		}
		return switch (e) {
			case Expr.Read r -> kick(r.symbol(), r.type().shape().isNumber() ? 0 : Kick.EACH, r.source());
			case Expr.Select s when s.operand() instanceof Expr.Read r && !IrTree.reads(s.indices().getFirst(), Symbol.Role.NOISE) -> {
				double i = s.indices().size() == 1 ? Build.valueOf(s.indices().getFirst()) : Double.NaN;
				yield i >= 1 ? kick(r.symbol(), (int) i - 1, s.source()) : null;
			}
			case Expr.Elementwise x when x.op() == Op.NEGATE -> each(in(x.args().get(0)), a -> Build.elementwise(Op.NEGATE, a.type().dimension(), x.source(), a));
			case Expr.Elementwise x when x.op() == Op.ADD || x.op() == Op.SUBTRACT -> sum(x.op(), in(x.args().get(0)), in(x.args().get(1)), x.source());
			case Expr.Elementwise x when x.op() == Op.MULTIPLY -> {
				boolean first = IrTree.reads(x.args().get(0), Symbol.Role.NOISE);
				yield IrTree.reads(x.args().get(first ? 1 : 0), Symbol.Role.NOISE) ? null
						: each(in(x.args().get(first ? 0 : 1)), a -> first ? times(a, x.args().get(1), x.source()) : times(x.args().get(0), a, x.source()));
			}
			case Expr.Elementwise x when x.op() == Op.DIVIDE -> IrTree.reads(x.args().get(1), Symbol.Role.NOISE) ? null
					: each(in(x.args().get(0)), a -> Build.elementwise(Op.DIVIDE, a.type().dimension().over(x.args().get(1).type().dimension()), x.source(), a, x.args().get(1)));
			case Expr.Product p when !IrTree.reads(p.left(), Symbol.Role.NOISE) -> product(p.left(), in(p.right()), p.source());
			case Expr.Assemble a -> assemble(a);
			default -> null;
		};
	}

	private static Affine kick(Symbol noise, int component, Source source) {
		return new Affine(null, List.of(new Kick(noise, component, Build.number(1, Dimension.NONE, source))));
	}

	private static Expr times(Expr a, Expr b, Source source) {
		return Build.elementwise(Op.MULTIPLY, a.type().dimension().times(b.type().dimension()), source, a, b);
	}

	private static Affine each(Affine a, UnaryOperator<Expr> f) {
		return a == null ? null : new Affine(a.rest == null ? null : f.apply(a.rest), a.kicks.stream().map(k -> new Kick(k.noise(), k.component(), f.apply(k.factor()))).toList());
	}

	private static Affine sum(Op op, Affine a, Affine b, Source source) {
		if (a == null || b == null) {
			return null;
		}
		List<Kick> kicks = new ArrayList<>(a.kicks);
		for (Kick k : b.kicks) {
			int i = indexOf(kicks, k);
			if (i < 0) {
				kicks.add(new Kick(k.noise(), k.component(), sum(op, null, k.factor(), source)));
			} else {
				kicks.set(i, new Kick(k.noise(), k.component(), sum(op, kicks.get(i).factor(), k.factor(), source)));
			}
		}
		return new Affine(sum(op, a.rest, b.rest, source), kicks);
	}

	private static int indexOf(List<Kick> kicks, Kick like) {
		for (int i = 0; i < kicks.size(); i++) {
			if (kicks.get(i).noise() == like.noise() && kicks.get(i).component() == like.component()) {
				return i;
			}
		}
		return -1;
	}

	/** Either may be null, for nothing. */
	private static Expr sum(Op op, Expr a, Expr b, Source source) {
		if (a == null || b == null) {
			return b == null ? a : op == Op.ADD ? b : Build.elementwise(Op.NEGATE, b.type().dimension(), source, b);
		}
		return Build.elementwise(op, a.type().dimension(), source, a, b);
	}

	/** A matrix times noise mixes its components: each is multiplied by its own column. */
	private static Affine product(Expr matrix, Affine right, Source source) {
		if (right == null) {
			return null;
		}
		Affine sum = new Affine(right.rest == null ? null : Build.product(matrix, right.rest, source), List.of());
		for (Kick k : right.kicks) {
			if (k.component() != Kick.EACH) {
				sum = sum(Op.ADD, sum, new Affine(null, List.of(new Kick(k.noise(), k.component(), Build.product(matrix, k.factor(), source)))), source);
				continue;
			}
			for (int c = 0; c < matrix.type().shape().columns(); c++) {
				Expr factor = times(column(matrix, c, source), k.factor().type().shape().isNumber() ? k.factor() : entry(k.factor(), c, 0, source), source);
				sum = sum(Op.ADD, sum, new Affine(null, List.of(new Kick(k.noise(), c, factor))), source);
			}
		}
		return sum;
	}

	private static Expr column(Expr matrix, int c, Source source) {
		List<Expr> entries = new ArrayList<>();
		for (int r = 0; r < matrix.type().shape().rows(); r++) {
			entries.add(entry(matrix, r, c, source));
		}
		return column(entries, matrix, source);
	}

	private static Expr entry(Expr matrix, int row, int column, Source source) {
		Shape shape = matrix.type().shape();
		if (matrix instanceof Expr.Constant c) {
			return Build.number(c.values()[row * shape.columns() + column], c.type().dimension(), source);
		}
		Expr r = Build.number(row + 1, Dimension.NONE, source);
		List<Expr> indices = shape.isVector() ? List.of(r) : List.of(r, Build.number(column + 1, Dimension.NONE, source));
		return shape.isNumber() ? matrix : new Expr.Select(matrix, indices, matrix.type().withShape(Shape.NUMBER), source);
	}

	/** Numbers, one below the other. @param like has the dimension, and what it varies over */
	private static Expr column(List<Expr> entries, Expr like, Source source) {
		if (entries.size() == 1) {
			return entries.getFirst();
		}
		if (entries.stream().allMatch(Expr.Constant.class::isInstance)) {
			return Build.tensor(entries.stream().mapToDouble(Build::valueOf).toArray(), Shape.vector(entries.size()), like.type().dimension(), source);
		}
		return new Expr.Assemble(entries.stream().map(List::of).toList(), like.type().withShape(Shape.vector(entries.size())), source);
	}

	/** A column of numbers. */
	private static Affine assemble(Expr.Assemble a) {
		int n = a.rows().size();
		Affine sum = new Affine(null, List.of());
		for (int i = 0; i < n; i++) {
			List<Expr> row = a.rows().get(i);
			Affine entry = row.size() == 1 && row.getFirst().type().shape().isNumber() ? in(row.getFirst()) : null;
			int at = i;
			sum = entry == null ? null : sum(Op.ADD, sum, each(entry, e -> unit(n, at, e, a.source())), a.source());
			if (sum == null) {
				return null;
			}
		}
		return sum;
	}

	/** A column that is 0 but for one entry. */
	private static Expr unit(int n, int at, Expr entry, Source source) {
		Expr[] entries = new Expr[n];
		Arrays.fill(entries, Build.number(0, entry.type().dimension(), source));
		entries[at] = entry;
		return column(List.of(entries), entry, source);
	}
}
