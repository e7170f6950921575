// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.quantity.Shape;
import org.ergode.math.linear.DoublePanel;
import org.ergode.math.linear.DoubleProducts;

/** Matrix algebra on values: each works on the tensor at every place over the axes. */
final class Tensors {
	private Tensors() {
	}

	static Value product(Value left, Value right, Source source) {
		Broadcast b = Broadcast.of(List.of(left, right), source);
		Shape shape = new Shape(left.shape().rows(), right.shape().columns());
		double[] result = new double[b.size() * (int) shape.size()];
		DoublePanel panel = DoublePanel.of();
		for (int i = 0; i < b.size(); i++) {
			DoubleProducts.nn(shape.rows(), shape.columns(), left.shape().columns(), 1, left.data(), b.at(0, i) * left.components(), right.data(), b.at(1, i) * right.components(),
					false, result, i * (int) shape.size(), panel);
		}
		return new Value(shape, b.axes(), result);
	}

	static Value transposed(Value value) {
		return each(value, value.shape().transposed(), m -> CommonOps_DDRM.transpose(m, null).data);
	}

	static Value of(Expr.TensorFunction function, List<Value> arguments, Shape shape, Source source) {
		Value first = arguments.isEmpty() ? null : arguments.getFirst();
		return switch (function) {
			case SOFTMAX -> each(first, first.shape(), m -> softmax(m.data));
			case ARGMAX -> each(first, Shape.NUMBER, m -> new double[] {argmax(m.data)});
			case INVERSE -> each(first, first.shape(), m -> inverse(m, source));
			case DETERMINANT -> each(first, Shape.NUMBER, m -> new double[] {CommonOps_DDRM.det(m)});
			case TRACE -> each(first, Shape.NUMBER, m -> new double[] {CommonOps_DDRM.trace(m)});
			case DIAGONAL -> each(first, shape, Tensors::diagonal);
			case RESHAPE -> new Value(shape, first.axes(), first.data());
			case IDENTITY -> constant(CommonOps_DDRM.identity(shape.rows(), shape.columns()).data, shape);
			case ZEROS -> constant(new double[(int) shape.size()], shape);
			case ONES -> {
				double[] ones = new double[(int) shape.size()];
				Arrays.fill(ones, 1);
				yield constant(ones, shape);
			}
			case CROSS_ENTROPY -> pair(arguments, source, (y, target) -> target == 0 ? 0 : -target * Math.log(y));
			case SQUARED_ERROR -> pair(arguments, source, (y, target) -> (y - target) * (y - target) / 2);
		};
	}

	private interface Term {
		double of(double y, double target);
	}

	/** The sum over components of a term of two tensors. */
	private static Value pair(List<Value> arguments, Source source, Term term) {
		Value terms = Broadcast.map(arguments, source, a -> term.of(a[0], a[1]));
		return Reductions.overComponents(Expr.Reduction.SUM, terms, Double.NaN);
	}

	private interface OfMatrix {
		double[] apply(DMatrixRMaj m);
	}

	private static Value each(Value value, Shape shape, OfMatrix function) {
		int size = (int) shape.size();
		double[] result = new double[value.outer() * size];
		for (int i = 0; i < value.outer(); i++) {
			System.arraycopy(function.apply(matrix(value, i)), 0, result, i * size, size);
		}
		return new Value(shape, value.axes(), result);
	}

	private static DMatrixRMaj matrix(Value value, int place) {
		int n = value.components();
		double[] entries = Arrays.copyOfRange(value.data(), place * n, (place + 1) * n);
		return DMatrixRMaj.wrap(value.shape().rows(), value.shape().columns(), entries);
	}

	private static Value constant(double[] data, Shape shape) {
		return new Value(shape, List.of(), data);
	}

	private static double[] softmax(double[] v) {
		double max = Arrays.stream(v).max().orElse(0);
		double[] e = Arrays.stream(v).map(x -> Math.exp(x - max)).toArray();
		double sum = Arrays.stream(e).sum();
		return Arrays.stream(e).map(x -> x / sum).toArray();
	}

	/** From 1; the first of equals. */
	private static double argmax(double[] v) {
		int best = 0;
		for (int i = 1; i < v.length; i++) {
			best = v[i] > v[best] ? i : best;
		}
		return best + 1;
	}

	private static double[] inverse(DMatrixRMaj m, Source source) {
		DMatrixRMaj inverse = new DMatrixRMaj(m.numRows, m.numCols);
		if (!CommonOps_DDRM.invert(m, inverse)) {
			throw new AnalysisProblem(source, "analysis.singular", "this matrix is singular, so it has no inverse");
		}
		return inverse.data;
	}

	/** Of a matrix its diagonal, of a vector the diagonal matrix. */
	private static double[] diagonal(DMatrixRMaj m) {
		return m.numCols == 1 ? CommonOps_DDRM.diag(m.data).data : CommonOps_DDRM.extractDiag(m, null).data;
	}
}
