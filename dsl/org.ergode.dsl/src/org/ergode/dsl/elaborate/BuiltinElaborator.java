// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Expr.Reduction;
import org.ergode.dsl.ir.Expr.TensorFunction;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.BuiltinFunction;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.unit.FunctionPrimitive;

/** Calls of the language's own functions. */
final class BuiltinElaborator {
	private static final int MOST_BINS = 10_000;

	private final Session session;
	private final ExpressionElaborator expressions;

	BuiltinElaborator(Session session, ExpressionElaborator expressions) {
		this.session = session;
		this.expressions = expressions;
	}

	/** The call at hand: its arguments by position, null where left out. */
	private record Bound(Call call, BuiltinFunction function, Argument[] arguments, List<Expr> values, Source source) {
		Expr value(int i) {
			return i < values.size() ? values.get(i) : null;
		}

		Expression text(int i) {
			return arguments[i].getValue();
		}

		String name(int i) {
			return Messages.quote(Sources.shortText(arguments[i]));
		}

		Type type(int i) {
			return values.get(i).type();
		}
	}

	Expr call(BuiltinFunction f, Call c) {
		Argument[] arguments = Arguments.bind(session, c, f.text(), c.getArguments(), f.parameters(), f.required());
		if (arguments == null) {
			return null;
		}
		if (f == BuiltinFunction.PRINCIPAL_COMPONENT) {
			return principalComponent(arguments, c);
		}
		List<Expr> values = new ArrayList<>();
		for (Argument a : arguments) {
			Expr v = a == null ? null : expressions.argument(a, f.parameters());
			if (a != null && v == null) {
				return null;
			}
			values.add(v);
		}
		return elaborate(new Bound(c, f, arguments, values, Sources.of(c)));
	}

	private Expr elaborate(Bound b) {
		return switch (b.function) {
			case SUM -> reduce(Reduction.SUM, b);
			case MEAN -> reduce(Reduction.MEAN, b);
			case VARIANCE -> reduce(Reduction.VARIANCE, b);
			case SD -> reduce(Reduction.SD, b);
			case QUANTILE -> reduce(Reduction.QUANTILE, b);
			case MEDIAN -> reduce(Reduction.MEDIAN, b);
			case COUNT -> reduce(Reduction.COUNT, b);
			case INTEGRAL -> reduce(Reduction.INTEGRAL, b);
			case MIN -> b.value(1) == null ? reduce(Reduction.MIN, b) : lesser(Op.MIN, b);
			case MAX -> b.value(1) == null ? reduce(Reduction.MAX, b) : lesser(Op.MAX, b);
			case NORM2 -> norm2(b);
			case SOFTMAX -> isPure(b, 0) ? tensor(TensorFunction.SOFTMAX, b.type(0), b) : null;
			case ARGMAX -> tensor(TensorFunction.ARGMAX, b.type(0).withShape(Shape.NUMBER).withDimension(Dimension.NONE), b);
			case CROSS_ENTROPY, SQUARED_ERROR -> loss(b);
			case INV, DET, TRACE, DIAG -> square(b);
			case IDENTITY, ZEROS, ONES -> filled(b);
			case RESHAPE -> reshape(b);
			case LOGSPACE, LINSPACE -> space(b);
			case LAPLACIAN -> special(b, b.type(0).withDimension(b.type(0).dimension().over(Dimension.LENGTH.power(2))));
			case GRADIENT, DIVERGENCE -> slope(b);
			case DELTA -> special(b, b.type(0).withDimension(Dimension.NONE.over(b.type(0).dimension())));
			case RECONSTRUCTION -> special(b, b.type(0));
			case CONFUSION -> confusion(b);
			case KL_DIVERGENCE, LOG_LIKELIHOOD, LOG_PARTITION -> special(b, Type.NUMBER);
			case FREE_ENERGY -> special(b, b.type(0).withShape(Shape.NUMBER));
			case HISTOGRAM -> histogram(b);
			case TRAJECTORIES -> special(b, Type.of(Shape.NUMBER, Dimension.LENGTH, Axis.Kind.WALKER, Axis.Kind.TIME));
			case PRINCIPAL_COMPONENT, ISOTROPIC, MULTINORMAL, FRACTIONAL_GAUSSIAN, CSV, IDX, NPY, DRAW, RANDOM_SPINS, RANDOM_BITS -> throw new IllegalStateException(b.function.text());
		};
	}

	private static Expr special(Bound b, Type type) {
		return new Expr.Special(b.function.text(), b.values.stream().filter(v -> v != null).toList(), type, b.source);
	}

	private static Expr tensor(TensorFunction f, Type type, Bound b) {
		return new Expr.Tensor(f, b.values.stream().filter(v -> v != null).toList(), type, b.source);
	}

	private boolean isPure(Bound b, int i) {
		return expressions.hasDimension(b.value(i), b.text(i), Dimension.NONE, "the argument of " + Messages.quote(b.function.text()));
	}

	// ------------------------------------------------------------------ reductions

	private Expr reduce(Reduction op, Bound b) {
		Expr e = b.value(0);
		List<Expr> args = new ArrayList<>();
		if (op == Reduction.QUANTILE) {
			Double p = expressions.number(b.value(1), b.text(1), Dimension.NONE, "the fraction");
			if (p == null) {
				return null;
			}
			if (!(p >= 0 && p <= 1)) {
				session.error(Issues.WRONG_VALUE, b.text(1), null, "the fraction", p, "a number from 0 to 1");
				return null;
			}
			args.add(b.value(1));
		}
		Dimension dimension = switch (op) {
			case VARIANCE -> e.type().dimension().power(2);
			case COUNT -> Dimension.NONE;
			case INTEGRAL -> e.type().dimension().times(Dimension.LENGTH.power(Math.max(1, e.type().space())));
			default -> e.type().dimension();
		};
		if (op == Reduction.INTEGRAL && !isInSpace(b)) {
			return null;
		}
		if (expressions.mode() == ExpressionElaborator.Mode.ENSEMBLE) {
			Optional<Axis.Kind> axis = op == Reduction.INTEGRAL ? Optional.of(Axis.Kind.CELL) : first(e.type());
			if (axis.isPresent()) {
				Shape shape = axis.get() == Axis.Kind.SAMPLE ? Shape.NUMBER : e.type().shape();
				return new Expr.Reduce(op, e, axis.get(), args, e.type().without(axis.get()).withShape(shape).withDimension(dimension), b.source);
			}
		}
		return Build.reduceComponents(op, e, dimension, args, b.source);
	}

	private boolean isInSpace(Bound b) {
		if (!b.type(0).varies(Axis.Kind.CELL)) {
			boolean bins = b.type(0).varies(Axis.Kind.BIN);
			session.error(Issues.WRONG_VALUE, b.text(0), null, b.name(0), bins ? "a histogram" : "the same everywhere",
					"something that varies in space" + (bins ? "; the area of a histogram is 1, as it is a density: for a part of it ask for the fraction of walkers, mean(x > a)" : ""));
			return false;
		}
		return true;
	}

	/** A gradient has one component a coordinate, and so has what a divergence is taken of. */
	private Expr slope(Bound b) {
		boolean gradient = b.function == BuiltinFunction.GRADIENT;
		if (!isInSpace(b)) {
			return null;
		}
		Shape shape = b.type(0).shape();
		Shape wanted = gradient ? Shape.NUMBER : Shape.vector(b.type(0).space());
		if (!shape.equals(wanted)) {
			session.error(Issues.SHAPE_EXPECTED, b.text(0), null, b.name(0), Operators.shape(shape),
					Operators.shape(wanted) + (gradient ? "" : ", as the field has " + Messages.count(b.type(0).space(), "coordinate")));
			return null;
		}
		Shape result = gradient ? Shape.vector(b.type(0).space()) : Shape.NUMBER;
		return special(b, b.type(0).withShape(result).withDimension(b.type(0).dimension().over(Dimension.LENGTH)));
	}

	/** @return the axis that a reduction runs over; empty: the components */
	private static Optional<Axis.Kind> first(Type type) {
		for (Axis.Kind k : Axis.Kind.values()) {
			if (k == Axis.Kind.COMPONENT && !type.shape().isNumber()) {
				return Optional.empty();
			}
			if (type.varies(k)) {
				return Optional.of(k);
			}
		}
		return Optional.empty();
	}

	private Expr lesser(Op op, Bound b) {
		Operators.Operand x = new Operators.Operand(b.value(0), b.text(0));
		Operators.Operand y = new Operators.Operand(b.value(1), b.text(1));
		if (!x.shape().isNumber() && !y.shape().isNumber() && !x.shape().equals(y.shape())) {
			session.error(Issues.SHAPES, b.call, null, b.function.text(), x, x.shape(), y, y.shape(), Origins.of(b.call, x.value(), y.value()));
			return null;
		}
		Dimension d = expressions.operators().common(b.function.text(), x, y, b.call);
		return d == null ? null : Build.elementwise(op, d, b.source, b.value(0), b.value(1));
	}

	private Expr norm2(Bound b) {
		Expr x = b.value(0);
		Optional<FunctionPrimitive> f = session.names.libraries().registry().function(x.type().shape().isNumber() ? "abs" : "sqrt");
		if (f.isEmpty()) {
			session.error(Issues.UNKNOWN_FUNCTION, b.call, null, "'sqrt'", "");
			return null;
		}
		if (x.type().shape().isNumber()) {
			return Build.apply(f.get(), x.type().dimension(), b.source, List.of(x));
		}
		Dimension squared = x.type().dimension().power(2);
		Expr squares = Build.elementwise(Op.POWER, squared, b.source, x, Build.number(2, Dimension.NONE, b.source));
		return Build.apply(f.get(), x.type().dimension(), b.source, List.of(Build.reduceComponents(Reduction.SUM, squares, squared, List.of(), b.source)));
	}

	// ------------------------------------------------------------------ whole tensors

	private Expr loss(Bound b) {
		if (!b.type(0).shape().equals(b.type(1).shape())) {
			session.error(Issues.SHAPES, b.call, null, b.function.text(), b.name(0), Operators.shape(b.type(0).shape()), b.name(1), Operators.shape(b.type(1).shape()),
					Origins.of(b.call, b.value(0), b.value(1)));
			return null;
		}
		if (!isPure(b, 0) || !isPure(b, 1)) {
			return null;
		}
		TensorFunction f = b.function == BuiltinFunction.CROSS_ENTROPY ? TensorFunction.CROSS_ENTROPY : TensorFunction.SQUARED_ERROR;
		return tensor(f, new Type(Shape.NUMBER, Dimension.NONE, Type.union(b.type(0).over(), b.type(1).over())), b);
	}

	private Expr square(Bound b) {
		Shape s = b.type(0).shape();
		if (s.rows() != s.columns()) {
			session.error(Issues.SHAPE_EXPECTED, b.text(0), null, b.name(0), s, "a square matrix");
			return null;
		}
		Dimension d = b.type(0).dimension();
		return switch (b.function) {
			case INV -> tensor(TensorFunction.INVERSE, b.type(0).withDimension(Dimension.NONE.over(d)), b);
			case DET -> tensor(TensorFunction.DETERMINANT, b.type(0).withShape(Shape.NUMBER).withDimension(d.power(s.rows())), b);
			case TRACE -> tensor(TensorFunction.TRACE, b.type(0).withShape(Shape.NUMBER), b);
			default -> tensor(TensorFunction.DIAGONAL, b.type(0).withShape(Shape.vector(s.rows())), b);
		};
	}

	private Expr filled(Bound b) {
		Integer rows = expressions.count(b.text(0), "the number of rows");
		Integer columns = b.value(1) == null ? Integer.valueOf(1) : expressions.count(b.text(1), "the number of columns");
		if (rows == null || columns == null) {
			return null;
		}
		boolean identity = b.function == BuiltinFunction.IDENTITY;
		Shape shape = new Shape(rows, identity ? rows : columns);
		if (!Shapes.fits(session, shape.size(), b.call)) {
			return null;
		}
		double[] values = new double[(int) shape.size()];
		if (identity) {
			for (int i = 0; i < rows; i++) {
				values[i * rows + i] = 1;
			}
		} else if (b.function == BuiltinFunction.ONES) {
			Arrays.fill(values, 1);
		}
		return Build.tensor(values, shape, Dimension.NONE, b.source);
	}

	private Expr reshape(Bound b) {
		Integer rows = expressions.count(b.text(1), "the number of rows");
		Integer columns = b.value(2) == null ? Integer.valueOf(1) : expressions.count(b.text(2), "the number of columns");
		if (rows == null || columns == null) {
			return null;
		}
		if ((long) rows * columns != b.type(0).shape().size()) {
			session.error(Issues.SHAPE_EXPECTED, b.call, null, b.name(0), Operators.shape(b.type(0).shape()), rows + " x " + columns + " entries");
			return null;
		}
		Type type = b.type(0).withShape(new Shape(rows, columns));
		return b.value(0) instanceof Expr.Constant c ? new Expr.Constant(c.values(), type, b.source)
				: new Expr.Tensor(TensorFunction.RESHAPE, List.of(b.value(0)), type, b.source);
	}

	private Expr space(Bound b) {
		boolean log = b.function == BuiltinFunction.LOGSPACE;
		Double from = expressions.number(b.value(0), b.text(0), null, "the first point");
		Double to = expressions.number(b.value(1), b.text(1), null, "the last point");
		Integer n = expressions.count(b.text(2), "the number of points");
		if (from == null || to == null || n == null || !Shapes.fits(session, n, b.call)) {
			return null;
		}
		Dimension d = expressions.operators().common(b.function.text(), new Operators.Operand(b.value(0), b.text(0)), new Operators.Operand(b.value(1), b.text(1)), b.call);
		if (d == null) {
			return null;
		}
		if (log && !(from > 0 && to > 0)) {
			int end = from > 0 ? 1 : 0;
			session.error(Issues.WRONG_VALUE, b.text(end), null, "an end of 'logspace'", Quantities.display(end == 0 ? from : to, d), "more than 0, as a logarithm is taken of it");
			return null;
		}
		double[] points = new double[n];
		for (int i = 0; i < n; i++) {
			double w = n == 1 ? 0 : i / (n - 1.0);
			points[i] = i == n - 1 && n > 1 ? to : i == 0 ? from : log ? from * StrictMath.pow(to / from, w) : from + (to - from) * w;
		}
		return Build.tensor(points, Shape.vector(n), d, b.source);
	}

	// ------------------------------------------------------------------ what only a run can know

	private Expr confusion(Bound b) {
		Shape s = b.type(0).shape();
		if (!s.equals(b.type(1).shape()) || !s.isVector()) {
			session.error(Issues.SHAPES, b.call, null, "confusion", b.name(0), Operators.shape(s), b.name(1), Operators.shape(b.type(1).shape()));
			return null;
		}
		int classes = s.isNumber() ? 2 : s.rows();
		return special(b, Type.of(new Shape(classes, classes), Dimension.NONE));
	}

	/** A density, so its dimension is one over that of the values. */
	private Expr histogram(Bound b) {
		Type type = b.type(0);
		Optional<Axis.Kind> axis = first(type);
		if (axis.equals(Optional.of(Axis.Kind.WALKER)) && !type.shape().isNumber()) {
			session.error(Issues.WRONG_VALUE, b.call, null, b.name(0), Operators.shape(type.shape()),
					"a number for each walker, such as a component of it or its norm2");
			return null;
		}
		if (b.value(1) != null) {
			Integer bins = expressions.count(b.text(1), "the number of bins");
			if (bins == null) {
				return null;
			}
			if (bins < 2 || bins > MOST_BINS) {
				session.error(Issues.WRONG_VALUE, b.text(1), null, "the number of bins", bins, "from 2 to " + MOST_BINS);
				return null;
			}
		}
		Type rest = axis.isPresent() ? type.without(axis.get()) : type;
		return special(b, new Type(Shape.NUMBER, Dimension.NONE.over(type.dimension()), Type.union(rest.over(), List.of(Axis.Kind.BIN))));
	}

	private Expr principalComponent(Argument[] arguments, Call c) {
		Symbol data = session.dataSymbol(arguments[0].getValue());
		Integer k = expressions.count(arguments[1].getValue(), "the number of the component");
		if (data == null || k == null) {
			return null;
		}
		int width = data.type().shape().rows();
		if (k > width) {
			session.error(Issues.WRONG_VALUE, arguments[1], null, "the number of the component", k, "at most " + width);
			return null;
		}
		Source source = Sources.of(c);
		return new Expr.Special("principal_component", List.of(Build.read(data, Sources.of(arguments[0])), Build.number(k, Dimension.NONE, source)),
				Type.of(Shape.vector(width), Dimension.NONE), source);
	}
}
