// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import static org.ergode.math.internal.VectorElementary.D;
import static org.ergode.math.internal.VectorElementary.c;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link ScalarTransforms} on vectors, same bits, as chains of {@link VectorPasses}. What is left over at the end of an
 * array is done by the scalar form.
 */
public final class VectorTransforms {
	private VectorTransforms() {}

	private static int whole(int from, int to) {
		return D.loopBound(to - from);
	}

	public static void exponential(double[] x, int from, int to, double mean) {
		int n = whole(from, to);
		VectorPasses.LOG.run(x, from, n, -mean, 0);
		ScalarTransforms.exponential(x, from + n, to, mean);
	}

	public static void pareto(double[] x, int from, int to, double scale, double minusInverseAlpha) {
		int n = whole(from, to);
		VectorPasses.LOG.run(x, from, n, minusInverseAlpha, 0);
		VectorPasses.EXP.run(x, from, n, scale, 0);
		ScalarTransforms.pareto(x, from + n, to, scale, minusInverseAlpha);
	}

	public static void weibull(double[] x, int from, int to, double scale, double inverseShape) {
		int n = whole(from, to);
		VectorPasses.LOG.run(x, from, n, -1, 0);
		VectorPasses.LOG.run(x, from, n, inverseShape, 0);
		VectorPasses.EXP.run(x, from, n, scale, 0);
		ScalarTransforms.weibull(x, from + n, to, scale, inverseShape);
	}

	public static void laplace(double[] x, int from, int to, double mean, double scale) {
		int n = whole(from, to);
		VectorPasses.LAPLACE.run(x, from, n, mean, scale);
		ScalarTransforms.laplace(x, from + n, to, mean, scale);
	}

	public static void uniform(double[] x, int from, int to, double low, double width) {
		int end = from + whole(from, to);
		for (int i = from; i < end; i += D.length()) {
			DoubleVector.fromArray(D, x, i).fma(c(width), c(low)).intoArray(x, i);
		}
		ScalarTransforms.uniform(x, end, to, low, width);
	}

	public static void exp(double[] x, int from, int to) {
		int n = whole(from, to);
		VectorPasses.EXP.run(x, from, n, 1, 0);
		ScalarTransforms.exp(x, from + n, to);
	}

	/** The range holds whole groups of 16. */
	public static void normal(double[] x, int from, int to, double mean, double sd) {
		VectorPasses.RADIUS.run(x, from, to - from, mean, sd);
		VectorPasses.TURN.run(x, from, to - from, mean, sd);
	}

	/** The uniforms v are used up. */
	public static void mittagLeffler(double[] x, int from, int to, double[] v, double alpha, double inverseAlpha,
			double scale) {
		int n = whole(from, to);
		for (int i = from + n; i < to; i++) {
			x[i] = ScalarTransforms.mittagLeffler(x[i], v[i - from], alpha, inverseAlpha, scale);
		}
		VectorPasses.SINE_RATIO.run(v, 0, n, alpha, 0);
		VectorPasses.LOG.run(v, 0, n, inverseAlpha, 0);
		VectorPasses.LOG.run(x, from, n, -scale, 0);
		VectorPasses.TIMES_EXP.run(x, from, v, 0, n, 0, 0);
	}

	/** The uniforms v are used up; sine is room for as many numbers. */
	public static void stable(double[] x, int from, int to, double[] v, double[] sine, double alpha,
			double inverseAlpha, double shift, double factor, double location) {
		int n = whole(from, to);
		for (int i = from + n; i < to; i++) {
			x[i] = ScalarTransforms.stable(x[i], v[i - from], alpha, inverseAlpha, shift, factor, location);
		}
		VectorPasses.LOG.run(x, from, n, -1, 0);
		VectorPasses.STABLE_COSINE.run(x, from, v, 0, n, alpha, shift);
		VectorPasses.LOG.run(x, from, n, inverseAlpha - 1, 0);
		VectorPasses.STABLE_SINE.run(sine, 0, v, 0, n, alpha, shift);
		VectorPasses.LOG.run(v, 0, n, -inverseAlpha, 0);
		VectorPasses.EXP_SUM.run(x, from, v, 0, n, 0, 0);
		VectorPasses.STABLE_LAST.run(x, from, sine, 0, n, factor, location);
	}
}
