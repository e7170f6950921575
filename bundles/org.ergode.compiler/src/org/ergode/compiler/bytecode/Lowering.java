// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.bytecode;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ergode.compiler.bytecode.Scalar.Operation;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/**
 * Lowers an expression of a small static shape to scalars, one a component, row-major: for walkers, whose vectors have one to three
 * components.
 */
public final class Lowering {
	private final Scalars scalars;
	private final Function<Symbol, Scalar[]> symbols;

	/** @param symbols what a symbol is here, row-major; null if it has no meaning here */
	public Lowering(Scalars scalars, Function<Symbol, Scalar[]> symbols) {
		this.scalars = scalars;
		this.symbols = symbols;
	}

	public static Place place(Source s) {
		return new Place(s.file(), s.line(), s.column());
	}

	/** @throws ModelFault if the expression is none of numbers that are known where it stands */
	public Scalar[] lower(Expr e) {
		Scalar[] result = lowerUnlined(e);
		scalars.line(e.source().line());
		return result;
	}

	private Scalar[] lowerUnlined(Expr e) {
		return switch (e) {
			case Expr.Constant c -> constants(c);
			case Expr.Read r -> read(r);
			case Expr.Elementwise w -> elementwise(w);
			case Expr.Apply a -> map(a.type().shape(), lowerAll(a.args()), args -> scalars.apply(a.function(), args));
			case Expr.Product p -> product(p);
			case Expr.Transposed t -> transposed(t);
			case Expr.Reduce r -> new Scalar[] {reduce(r)};
			case Expr.Select s -> new Scalar[] {select(s)};
			case Expr.Assemble a -> assemble(a);
			default -> throw fault(e, "this cannot be computed for each walker");
		};
	}

	private Scalar[] constants(Expr.Constant c) {
		scalars.line(c.source().line());
		Scalar[] result = new Scalar[c.values().length];
		for (int i = 0; i < result.length; i++) {
			result[i] = scalars.constant(c.values()[i]);
		}
		return result;
	}

	private Scalar[] read(Expr.Read r) {
		scalars.line(r.source().line());
		Scalar[] result = symbols.apply(r.symbol());
		if (result == null) {
			throw fault(r, "'" + r.symbol().name() + "' has no value for a walker here");
		}
		return result;
	}

	private Scalar[][] lowerAll(List<Expr> args) {
		Scalar[][] all = new Scalar[args.size()][];
		for (int i = 0; i < all.length; i++) {
			all[i] = lower(args.get(i));
		}
		return all;
	}

	/** Applies a function to each component; a number is spread over the others' shape. */
	private static Scalar[] map(Shape shape, Scalar[][] args, Function<Scalar[], Scalar> f) {
		Scalar[] result = new Scalar[(int) shape.size()];
		for (int i = 0; i < result.length; i++) {
			Scalar[] at = new Scalar[args.length];
			for (int a = 0; a < at.length; a++) {
				at[a] = args[a].length == 1 ? args[a][0] : args[a][i];
			}
			result[i] = f.apply(at);
		}
		return result;
	}

	private Scalar[] elementwise(Expr.Elementwise w) {
		Scalar[][] args = lowerAll(w.args());
		scalars.line(w.source().line());
		return map(w.type().shape(), args, a -> fold(w.op(), a));
	}

	/** Operations of more than two arguments associate to the left. */
	private Scalar fold(Expr.Op op, Scalar[] a) {
		if (a.length == 1) {
			return switch (op) {
				case NEGATE -> scalars.operation(Operation.NEGATE, a[0]);
				case NOT -> scalars.operation(Operation.EQUAL, a[0], scalars.constant(0));
				default -> a[0];
			};
		}
		Scalar result = a[0];
		for (int i = 1; i < a.length; i++) {
			result = binary(op, result, a[i]);
		}
		return result;
	}

	private Scalar binary(Expr.Op op, Scalar a, Scalar b) {
		return switch (op) {
			case ADD -> scalars.add(a, b);
			case SUBTRACT -> scalars.subtract(a, b);
			case MULTIPLY -> scalars.multiply(a, b);
			case DIVIDE -> scalars.divide(a, b);
			case POWER -> scalars.power(a, b);
			case AND -> scalars.multiply(scalars.truth(a), scalars.truth(b));
			case OR -> scalars.operation(Operation.MAX, scalars.truth(a), scalars.truth(b));
			case EQUAL -> scalars.operation(Operation.EQUAL, a, b);
			case NOT_EQUAL -> scalars.operation(Operation.NOT_EQUAL, a, b);
			case LESS -> scalars.operation(Operation.LESS, a, b);
			case LESS_EQUAL -> scalars.operation(Operation.LESS_EQUAL, a, b);
			case GREATER -> scalars.operation(Operation.LESS, b, a);
			case GREATER_EQUAL -> scalars.operation(Operation.LESS_EQUAL, b, a);
			case MIN -> scalars.operation(Operation.MIN, a, b);
			case MAX -> scalars.operation(Operation.MAX, a, b);
			case NEGATE, NOT -> throw new IllegalArgumentException(op + " takes one argument");
		};
	}

	private Scalar[] product(Expr.Product p) {
		Scalar[] a = lower(p.left());
		Scalar[] b = lower(p.right());
		scalars.line(p.source().line());
		int rows = p.left().type().shape().rows();
		int inner = p.left().type().shape().columns();
		int columns = p.right().type().shape().columns();
		Scalar[] result = new Scalar[rows * columns];
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				Scalar sum = scalars.multiply(a[i * inner], b[j]);
				for (int k = 1; k < inner; k++) {
					sum = scalars.add(sum, scalars.multiply(a[i * inner + k], b[k * columns + j]));
				}
				result[i * columns + j] = sum;
			}
		}
		return result;
	}

	private Scalar[] transposed(Expr.Transposed t) {
		Scalar[] a = lower(t.operand());
		Shape shape = t.operand().type().shape();
		Scalar[] result = new Scalar[a.length];
		for (int i = 0; i < shape.rows(); i++) {
			for (int j = 0; j < shape.columns(); j++) {
				result[j * shape.rows() + i] = a[i * shape.columns() + j];
			}
		}
		return result;
	}

	private Scalar reduce(Expr.Reduce r) {
		if (r.axis() != null && r.axis() != Axis.Kind.COMPONENT) {
			throw fault(r, "a reduction over the " + r.axis().name().toLowerCase(Locale.ROOT) + "s cannot stand inside one over the walkers");
		}
		Scalar[] a = lower(r.operand());
		scalars.line(r.source().line());
		return switch (r.op()) {
			case SUM, INTEGRAL -> sum(a);
			case MEAN -> mean(a);
			case VARIANCE -> variance(a);
			case SD -> scalars.operation(Operation.SQUARE_ROOT, variance(a));
			case MIN -> fold(Expr.Op.MIN, a);
			case MAX -> fold(Expr.Op.MAX, a);
			case COUNT -> sum(map(Shape.vector(a.length), new Scalar[][] {a}, x -> scalars.truth(x[0])));
			case QUANTILE, MEDIAN -> throw fault(r, "the quantile of a vector's components is not known to walkers; use min, max or mean");
		};
	}

	private Scalar sum(Scalar[] a) {
		return a.length == 1 ? a[0] : fold(Expr.Op.ADD, a);
	}

	private Scalar mean(Scalar[] a) {
		return scalars.divide(sum(a), scalars.constant(a.length));
	}

	private Scalar variance(Scalar[] a) {
		Scalar mean = mean(a);
		Scalar[] squares = map(Shape.vector(a.length), new Scalar[][] {a}, x -> scalars.power(scalars.subtract(x[0], mean), scalars.constant(2)));
		return scalars.divide(sum(squares), scalars.constant(a.length - 1));
	}

	private Scalar select(Expr.Select s) {
		Scalar[] a = lower(s.operand());
		Shape shape = s.operand().type().shape();
		int[] at = new int[s.indices().size()];
		for (int i = 0; i < at.length; i++) {
			int size = at.length == 1 ? a.length : i == 0 ? shape.rows() : shape.columns();
			at[i] = index(s, s.indices().get(i), size);
		}
		return at.length == 1 ? a[at[0]] : a[at[0] * shape.columns() + at[1]];
	}

	/** @return from 0 */
	private int index(Expr.Select s, Expr index, int size) {
		Scalar i = index == null ? scalars.constant(size) : lower(index)[0];
		if (!i.isConstant() || i.value() != Math.rint(i.value()) || i.value() < 1 || i.value() > size) {
			throw fault(s, "an index here is a whole number from 1 to " + size + (i.isConstant() ? ", not " + i.value() : ""));
		}
		return (int) i.value() - 1;
	}

	private Scalar[] assemble(Expr.Assemble a) {
		Shape shape = a.type().shape();
		Scalar[] result = new Scalar[(int) shape.size()];
		int top = 0;
		for (List<Expr> row : a.rows()) {
			int left = 0;
			int height = row.getFirst().type().shape().rows();
			for (Expr block : row) {
				Shape b = block.type().shape();
				Scalar[] values = lower(block);
				for (int i = 0; i < values.length; i++) {
					result[(top + i / b.columns()) * shape.columns() + left + i % b.columns()] = values[i];
				}
				left += b.columns();
			}
			top += height;
		}
		return result;
	}

	private static ModelFault fault(Expr e, String message) {
		return new ModelFault(place(e.source()), message);
	}
}
