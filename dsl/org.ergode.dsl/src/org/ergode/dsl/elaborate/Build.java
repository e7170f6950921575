// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Constant;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.unit.FunctionPrimitive;

/** Makes expressions whose types are right already; what is constant is computed at once. */
final class Build {
	/** Of a product that is computed while the text is checked: a tenth of a second. A larger one is left to the run. */
	private static final double MOST_MULTIPLICATIONS = 1e8;

	private Build() {
	}

	static Constant number(double value, Dimension dimension, Source source) {
		return new Constant(new double[] {value}, Type.of(Shape.NUMBER, dimension), source);
	}

	static Constant tensor(double[] values, Shape shape, Dimension dimension, Source source) {
		return new Constant(values, Type.of(shape, dimension), source);
	}

	static Expr read(Symbol symbol, Source source) {
		return new Expr.Read(symbol, symbol.type(), source);
	}

	/** Copies an expression that a name stands for to the place of the name. */
	static Expr at(Expr e, Source source) {
		return switch (e) {
			case Constant c -> new Constant(c.values(), c.type(), source);
			case Expr.Read r -> new Expr.Read(r.symbol(), r.type(), source);
			default -> e;
		};
	}

	/** Shapes fit: equal, or a number spread over the other. @param dimension of the result */
	static Expr elementwise(Op op, Dimension dimension, Source source, Expr... args) {
		Shape shape = Shape.NUMBER;
		List<Axis.Kind> over = List.of();
		for (Expr a : args) {
			shape = a.type().shape().isNumber() ? shape : a.type().shape();
			over = Type.union(over, a.type().over());
		}
		Type type = new Type(shape, dimension, over);
		if (constants(args)) {
			double[] result = new double[(int) shape.size()];
			for (int i = 0; i < result.length; i++) {
				result[i] = args.length == 1 ? Fold.apply(op, entry(args[0], i), 0) : Fold.apply(op, entry(args[0], i), entry(args[1], i));
			}
			return new Constant(result, type, source);
		}
		return new Expr.Elementwise(op, List.of(args), type, source);
	}

	static Expr apply(FunctionPrimitive function, Dimension dimension, Source source, List<Expr> args) {
		Shape shape = Shape.NUMBER;
		List<Axis.Kind> over = List.of();
		for (Expr a : args) {
			shape = a.type().shape().isNumber() ? shape : a.type().shape();
			over = Type.union(over, a.type().over());
		}
		Type type = new Type(shape, dimension, over);
		Expr[] all = args.toArray(Expr[]::new);
		if (constants(all)) {
			double[] result = new double[(int) shape.size()];
			double[] entries = new double[all.length];
			for (int i = 0; i < result.length; i++) {
				for (int k = 0; k < entries.length; k++) {
					entries[k] = entry(all[k], i);
				}
				result[i] = Fold.call(function, entries);
			}
			return new Constant(result, type, source);
		}
		return new Expr.Apply(function, args, type, source);
	}

	/** Inner sizes are equal. */
	static Expr product(Expr left, Expr right, Source source) {
		Shape shape = new Shape(left.type().shape().rows(), right.type().shape().columns());
		Type type = new Type(shape, left.type().dimension().times(right.type().dimension()), Type.union(left.type().over(), right.type().over()));
		double multiplications = (double) shape.size() * left.type().shape().columns();
		if (left instanceof Constant a && right instanceof Constant b && multiplications <= MOST_MULTIPLICATIONS) {
			return new Constant(Fold.product(a, b), type, source);
		}
		return new Expr.Product(left, right, type, source);
	}

	static Expr transposed(Expr e, Source source) {
		Shape shape = e.type().shape();
		if (shape.isNumber()) {
			return e;
		}
		Type type = e.type().withShape(shape.transposed());
		return e instanceof Constant c ? new Constant(Fold.transposed(c), type, source) : new Expr.Transposed(e, type, source);
	}

	/** Over the components of one value. */
	static Expr reduceComponents(Expr.Reduction op, Expr e, Dimension dimension, List<Expr> args, Source source) {
		Type type = new Type(Shape.NUMBER, dimension, e.type().over());
		if (e instanceof Constant c && constants(args.toArray(Expr[]::new))) {
			return new Constant(new double[] {Fold.reduce(op, c.values(), args)}, type, source);
		}
		return new Expr.Reduce(op, e, null, args, type, source);
	}

	/** @return the number if the expression is known now; NaN otherwise */
	static double valueOf(Expr e) {
		return e instanceof Constant c && c.values().length == 1 ? c.values()[0] : Double.NaN;
	}

	/** A 0 without a unit fits any dimension. */
	static boolean isPlainZero(Expr e) {
		if (!(e instanceof Constant c) || !c.type().dimension().isNone()) {
			return false;
		}
		for (double v : c.values()) {
			if (v != 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean constants(Expr[] args) {
		for (Expr a : args) {
			if (!(a instanceof Constant)) {
				return false;
			}
		}
		return true;
	}

	private static double entry(Expr e, int i) {
		double[] v = ((Constant) e).values();
		return v.length == 1 ? v[0] : v[i];
	}
}
