// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.List;
import java.util.Locale;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.compiler.network.symbolic.Op.Reduction;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** Turns typed expressions into terms. Dimensions have done their work by now; shapes stay. */
public final class ExprReader {
	private final Terms t;

	public ExprReader(Terms terms) {
		this.t = terms;
	}

	public Term read(Expr e, Scope scope) {
		Source before = t.at(e.source());
		try {
			return new Reading(scope).of(e);
		} catch (IllegalArgumentException x) {
			throw new NetworkProblem(e.source(), "network.shape", x.getMessage());
		} finally {
			t.at(before);
		}
	}

	private final class Reading {
		private final Scope scope;

		Reading(Scope scope) {
			this.scope = scope;
		}

		Term of(Expr e) {
			return switch (e) {
				case Expr.Constant c -> t.values(c.values(), c.type().shape());
				case Expr.Read r -> scope.read(r);
				case Expr.Elementwise w -> t.each(function(w.op()), all(w.args()));
				case Expr.Apply a -> t.each(Basic.of(a.function().name()).map(Fn.class::cast).orElseGet(() -> new Fn.Primitive(a.function())), all(a.args()));
				case Expr.Product p -> t.product(of(p.left()), of(p.right()));
				case Expr.Transposed x -> t.transpose(of(x.operand()));
				case Expr.Reduce r -> reduce(r);
				case Expr.Select s -> select(s);
				case Expr.Assemble a -> assemble(a);
				case Expr.Tensor x -> tensor(x);
				case Expr.Derivative d -> d.type().varies(Axis.Kind.SAMPLE) ? scope.derivative(d) : t.sampleMean(scope.derivative(d));
				case Expr.PhaseAverage p -> scope.average(p);
				case Expr.Special s -> scope.special(s);
				case Expr.Path p -> throw refused(p, "'%s' is a quantity of a walker's path; a network has none", p.observable().name());
			};
		}

		private Term[] all(List<Expr> expressions) {
			return expressions.stream().map(this::of).toArray(Term[]::new);
		}

		private Term reduce(Expr.Reduce r) {
			Term x = of(r.operand());
			boolean overSamples = r.axis() == Axis.Kind.SAMPLE;
			return switch (r.op()) {
				case SUM -> overSamples ? t.overSamples(Reduction.SUM, t.sum(x)) : t.sum(x);
				case MEAN -> mean(x, overSamples);
				case MIN, MAX -> {
					boolean largest = r.op() == Expr.Reduction.MAX;
					Term m = t.extreme(largest, x);
					yield overSamples ? t.overSamples(largest ? Reduction.LARGEST : Reduction.SMALLEST, m) : m;
				}
				case VARIANCE -> variance(x, overSamples);
				case SD -> t.each(Basic.SQRT, variance(x, overSamples));
				case COUNT -> {
					Term hits = t.sum(t.each(Basic.NOT_EQUAL, x, t.number(0)));
					yield overSamples ? t.overSamples(Reduction.SUM, hits) : hits;
				}
				case QUANTILE, MEDIAN, INTEGRAL -> throw refused(r, "'%s' cannot be computed while a network is trained; observe what it is of, and take it of the column",
						r.op().name().toLowerCase(Locale.ROOT));
			};
		}

		private Term mean(Term x, boolean overSamples) {
			return overSamples ? t.sampleMean(t.mean(x)) : t.mean(x);
		}

		/** With n - 1, in two passes. */
		private Term variance(Term x, boolean overSamples) {
			Term d = t.subtract(x, mean(x, overSamples));
			Term squares = t.sum(t.multiply(d, d));
			Term n = t.number(x.shape().size());
			if (overSamples) {
				squares = t.overSamples(Reduction.SUM, squares);
				n = t.multiply(n, t.overSamples(Reduction.SUM, t.number(1)));
			}
			return t.divide(squares, t.subtract(n, t.number(1)));
		}

		private Term select(Expr.Select s) {
			Term x = of(s.operand());
			Shape shape = x.shape();
			if (s.indices().size() == 1) {
				int k = index(s.indices().get(0), (int) shape.size(), s);
				return t.block(x, k / shape.columns(), k % shape.columns(), Shape.NUMBER);
			}
			return t.block(x, index(s.indices().get(0), shape.rows(), s), index(s.indices().get(1), shape.columns(), s), Shape.NUMBER);
		}

		private int index(Expr e, int length, Expr.Select s) {
			Term i = e == null ? t.number(length) : of(e);
			double k = i.constant();
			if (!i.isNumber() || k != Math.rint(k) || !(k >= 1 && k <= length)) {
				throw refused(s, "there is no entry %s; expected a fixed index from 1 to %d", i, length);
			}
			return (int) k - 1;
		}

		/** Neighbouring entries of one tensor in their order, {@code W[1 .. 3, 2 .. 4]}, are a block of it. @return null if these are none */
		private Term block(Expr.Assemble a) {
			if (!(a.rows().getFirst().getFirst() instanceof Expr.Select first)) {
				return null;
			}
			int[] start = position(first);
			for (int i = 0; i < a.rows().size(); i++) {
				for (int j = 0; j < a.rows().get(i).size(); j++) {
					if (!(a.rows().get(i).get(j) instanceof Expr.Select s) || s.operand() != first.operand() || s.indices().size() != first.indices().size()) {
						return null;
					}
					int[] at = position(s);
					if (at[0] != start[0] + i || at[1] != start[1] + j) {
						return null;
					}
				}
			}
			return t.block(of(first.operand()), start[0], start[1], a.type().shape());
		}

		private int[] position(Expr.Select s) {
			Shape shape = s.operand().type().shape();
			int row = index(s.indices().get(0), shape.rows(), s);
			return new int[] {row, s.indices().size() == 1 ? 0 : index(s.indices().get(1), shape.columns(), s)};
		}

		private Term assemble(Expr.Assemble a) {
			Term block = block(a);
			if (block != null) {
				return block;
			}
			Shape shape = a.type().shape();
			Term whole = t.zeros(shape);
			int top = 0;
			for (List<Expr> row : a.rows()) {
				int left = 0;
				int height = 1;
				for (Expr entry : row) {
					Term x = of(entry);
					// a set is a column: its entries lie below each other
					boolean down = a.rows().size() == 1 && shape.columns() == 1 && row.size() > 1;
					whole = t.add(whole, t.embed(x, down ? left : top, down ? 0 : left, shape));
					left += down ? x.shape().rows() : x.shape().columns();
					height = x.shape().rows();
				}
				top += height;
			}
			return whole;
		}

		private Term tensor(Expr.Tensor x) {
			Term[] a = all(x.args());
			Shape shape = x.type().shape();
			return switch (x.function()) {
				case SOFTMAX -> t.softmax(a[0]);
				case ARGMAX -> t.argmax(a[0]);
				case CROSS_ENTROPY -> t.crossEntropy(a[0], a[1]);
				case SQUARED_ERROR -> t.squaredError(a[0], a[1]);
				case TRACE -> t.sum(t.multiply(a[0], t.identity(a[0].shape().rows())));
				case DIAGONAL -> a[0].shape().columns() == 1
						? t.multiply(t.product(a[0], t.fill(1, new Shape(1, shape.columns()))), t.identity(shape.rows()))
						: t.product(t.multiply(a[0], t.identity(shape.rows())), t.fill(1, Shape.vector(shape.rows())));
				case IDENTITY -> t.identity(shape.rows());
				case ZEROS -> t.zeros(shape);
				case ONES -> t.fill(1, shape);
				case RESHAPE -> t.reshape(a[0], shape);
				case INVERSE, DETERMINANT -> throw refused(x, "'%s' cannot be computed while a network is trained",
						x.function().name().toLowerCase(Locale.ROOT));
			};
		}
	}

	static Fn function(Expr.Op op) {
		return Basic.valueOf(op.name());
	}

	static NetworkProblem refused(Expr e, String message, Object... args) {
		return new NetworkProblem(e.source(), "network.expression", message.formatted(args));
	}
}
