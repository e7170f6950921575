// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.List;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.PathObservable;

/**
 * A typed expression: names resolved, shapes and dimensions inferred, units folded into SI numbers, user functions and
 * percent signs expanded. Immutable; the elaborator makes it, compiler passes turn it into another.
 */
public sealed interface Expr {
	Type type();

	Source source();

	/** A number or tensor known now. @param values row-major, SI */
	record Constant(double[] values, Type type, Source source) implements Expr {
	}

	record Read(Symbol symbol, Type type, Source source) implements Expr {
	}

	/**
	 * Elementwise operation; a number is spread over the other operand's shape.
	 * Comparisons and logic give 0 or 1. {@code MIN} and {@code MAX} of two arguments too.
	 */
	record Elementwise(Op op, List<Expr> args, Type type, Source source) implements Expr {
		public Elementwise {
			args = List.copyOf(args);
		}
	}

	/** A primitive function of a unit, elementwise. */
	record Apply(FunctionPrimitive function, List<Expr> args, Type type, Source source) implements Expr {
		public Apply {
			args = List.copyOf(args);
		}
	}

	/** Matrix product. {@code x*y} with a number on either side is an {@link Op#MULTIPLY} instead. */
	record Product(Expr left, Expr right, Type type, Source source) implements Expr {
	}

	record Transposed(Expr operand, Type type, Source source) implements Expr {
	}

	/**
	 * Reduces an ensemble, a record or the components of a tensor to one value.
	 *
	 * @param axis what it runs over; {@code null}: the components of the value. Over SAMPLE it runs over the samples and their components at
	 *     once and gives a number; over WALKER and other axes each component is reduced on its own
	 * @param args further arguments, such as the probability of a quantile
	 */
	record Reduce(Reduction op, Expr operand, org.ergode.engine.result.Axis.Kind axis, List<Expr> args, Type type, Source source) implements Expr {
		public Reduce {
			args = List.copyOf(args);
		}
	}

	/** {@code W[i, j]}, {@code f[last]}: an index counts from 1; {@code null} stands for {@code last}. Over a column's outermost axis if it has one. */
	record Select(Expr operand, List<Expr> indices, Type type, Source source) implements Expr {
		// indices may hold null, so no List.copyOf
	}

	/** Rows of entries, each a number or a block. */
	record Assemble(List<List<Expr>> rows, Type type, Source source) implements Expr {
	}

	/** {@code softmax}, {@code argmax}, … : whole-tensor functions of one sample. */
	record Tensor(TensorFunction function, List<Expr> args, Type type, Source source) implements Expr {
		public Tensor {
			args = List.copyOf(args);
		}
	}

	/** {@code d of/d wrt}: has the shape of {@code wrt}. {@code of} is the energy, the loss or a let of the network. Where the type does not vary over SAMPLE it is the mean over them. */
	record Derivative(Expr of, Symbol wrt, Type type, Source source) implements Expr {
	}

	/** A rule's average of an expression over the samples (and chains) as they stood at the end of a phase. */
	record PhaseAverage(String phase, Expr operand, Type type, Source source) implements Expr {
	}

	/** A quantity of a walker's path. */
	record Path(PathObservable observable, Expr position, List<Expr> args, Type type, Source source) implements Expr {
		public Path {
			args = List.copyOf(args);
		}
	}

	/** Something only the network compiler or the presentation can compute, by its name: {@code reconstruction}, {@code confusion}, {@code kl_divergence}, {@code histogram}, {@code trajectories}. */
	record Special(String name, List<Expr> args, Type type, Source source) implements Expr {
		public Special {
			args = List.copyOf(args);
		}
	}

	/** Elementwise operators. */
	enum Op { ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, NEGATE, NOT, AND, OR, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, MIN, MAX }

	/** What a {@link Reduce} does. */
	enum Reduction { SUM, MEAN, VARIANCE, SD, MIN, MAX, QUANTILE, MEDIAN, COUNT, INTEGRAL }

	/** Functions of a whole tensor. The cross entropy is {@code -sum(target .* log(y))}, or its binary form for a sigmoid output. */
	enum TensorFunction { SOFTMAX, ARGMAX, CROSS_ENTROPY, SQUARED_ERROR, INVERSE, DETERMINANT, TRACE, DIAGONAL, IDENTITY, ZEROS, ONES, RESHAPE }
}
