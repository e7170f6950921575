// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import java.util.Arrays;
import java.util.Objects;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Inverse, determinant, eigenvalues and principal components of row-major matrices in flat arrays, by EJML. Inputs are not
 * modified.
 */
public final class Decompositions {
	private Decompositions() {}

	/**
	 * Eigenvalues in descending order, and their unit vectors as rows, each with its largest entry positive, so that the
	 * sign does not depend on rounding.
	 */
	public record Eigen(double[] values, double[][] vectors) {}

	/** @return the inverse of the n by n matrix, or null if it is singular */
	public static double[] inverse(double[] a, int n) {
		DMatrixRMaj m = square(a, n);
		return CommonOps_DDRM.invert(m) && finite(m.data) ? m.data : null;
	}

	public static double determinant(double[] a, int n) {
		return CommonOps_DDRM.det(square(a, n));
	}

	/** @throws IllegalArgumentException if the matrix is not symmetric to 1e-10 of its largest entry */
	public static Eigen symmetricEigen(double[] a, int n) {
		DMatrixRMaj m = square(a, n);
		double largest = CommonOps_DDRM.elementMaxAbs(m);
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++) {
				if (!(Math.abs(m.get(i, j) - m.get(j, i)) <= 1e-10 * largest)) {
					throw new IllegalArgumentException("matrix is not symmetric: entries (" + (i + 1) + ", " + (j + 1)
							+ ") and (" + (j + 1) + ", " + (i + 1) + ") are " + m.get(i, j) + " and " + m.get(j, i));
				}
			}
		}
		EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
		if (!eigen.decompose(m)) {
			throw new ArithmeticException("the eigenvalues of a " + n + "x" + n + " matrix did not converge");
		}
		Integer[] order = new Integer[n];
		for (int i = 0; i < n; i++) {
			order[i] = i;
		}
		Arrays.sort(order, (i, j) -> Double.compare(eigen.getEigenvalue(j).real, eigen.getEigenvalue(i).real));
		double[] values = new double[n];
		double[][] vectors = new double[n][];
		for (int i = 0; i < n; i++) {
			values[i] = eigen.getEigenvalue(order[i]).real;
			vectors[i] = oriented(eigen.getEigenVector(order[i]).data.clone());
		}
		return new Eigen(values, vectors);
	}

	private static double[] oriented(double[] v) {
		int largest = 0;
		for (int i = 1; i < v.length; i++) {
			largest = Math.abs(v[i]) > Math.abs(v[largest]) * (1 + 1e-9) ? i : largest;
		}
		if (v[largest] < 0) {
			for (int i = 0; i < v.length; i++) {
				v[i] = -v[i];
			}
		}
		return v;
	}

	/**
	 * Principal components: eigenvectors of the covariance of the columns, the variance along each as its value.
	 *
	 * @param data one sample a row, {@code samples} by {@code features}; at least two samples
	 */
	public static Eigen principalComponents(double[] data, int samples, int features) {
		Objects.checkFromIndexSize(0, Math.multiplyExact(samples, features), data.length);
		if (samples < 2) {
			throw new IllegalArgumentException("principal components of " + samples + " samples; expected at least 2");
		}
		double[] centred = data.clone();
		for (int j = 0; j < features; j++) {
			double mean = 0;
			for (int i = 0; i < samples; i++) {
				mean += data[i * features + j];
			}
			mean /= samples;
			for (int i = 0; i < samples; i++) {
				centred[i * features + j] -= mean;
			}
		}
		double[] covariance = new double[features * features];
		DoubleProducts.tn(features, features, samples, 1, centred, 0, centred, 0, false, covariance, 0, DoublePanel.of());
		for (int i = 0; i < covariance.length; i++) {
			covariance[i] /= samples - 1;
		}
		return symmetricEigen(covariance, features);
	}

	private static DMatrixRMaj square(double[] a, int n) {
		if (n <= 0 || a.length != n * n) {
			throw new IllegalArgumentException("matrix has " + a.length + " entries; expected " + n + "x" + n);
		}
		return new DMatrixRMaj(n, n, true, a.clone());
	}

	private static boolean finite(double[] values) {
		for (double v : values) {
			if (!Double.isFinite(v)) {
				return false;
			}
		}
		return true;
	}
}
