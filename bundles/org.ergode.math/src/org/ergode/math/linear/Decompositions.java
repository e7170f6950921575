// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

	/** An eigenvalue of a matrix that need not be symmetric. */
	public record Complex(double re, double im) {
		public double abs() {
			return Math.hypot(re, im);
		}
	}

	/**
	 * Eigenvalues of any square matrix. It is balanced first by a diagonal similarity (Parlett and Reinsch 1969), so that entries in
	 * units that differ by many powers of ten do no harm.
	 *
	 * @return n eigenvalues by descending modulus; none if an entry is not finite
	 */
	public static List<Complex> eigenvalues(double[] a, int n) {
		DMatrixRMaj m = square(a, n);
		if (!finite(m.data)) {
			return List.of();
		}
		balance(m.data, n);
		EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, false);
		if (!eigen.decompose(m)) {
			throw new ArithmeticException("the eigenvalues of a " + n + "x" + n + " matrix did not converge");
		}
		List<Complex> values = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			values.add(new Complex(eigen.getEigenvalue(i).real, eigen.getEigenvalue(i).imaginary));
		}
		values.sort(Comparator.comparingDouble(Complex::abs).reversed());
		return List.copyOf(values);
	}

	/** Rows and columns get norms of the same size, by powers of two. */
	private static void balance(double[] a, int n) {
		boolean changed = true;
		for (int sweep = 0; changed && sweep < 100; sweep++) {
			changed = false;
			for (int i = 0; i < n; i++) {
				double row = 0;
				double column = 0;
				for (int j = 0; j < n; j++) {
					row += j == i ? 0 : Math.abs(a[i * n + j]);
					column += j == i ? 0 : Math.abs(a[j * n + i]);
				}
				int power = row > 0 && column > 0 ? (Math.getExponent(row) - Math.getExponent(column)) / 2 : 0;
				if (power != 0) {
					changed = true;
					for (int j = 0; j < n; j++) {
						a[i * n + j] = Math.scalb(a[i * n + j], j == i ? 0 : -power);
						a[j * n + i] = Math.scalb(a[j * n + i], j == i ? 0 : power);
					}
				}
			}
		}
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
