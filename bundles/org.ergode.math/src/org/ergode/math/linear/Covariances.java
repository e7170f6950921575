// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import java.util.Locale;

/** Which matrices are covariances of a normal law with a density, and their roots. Matrices are row-major and not modified. */
public final class Covariances {
	/** Entries that mirror each other may differ by rounding, as a share of the largest. */
	private static final double ASYMMETRY = 1e-10;

	private Covariances() {}

	/** @return whether entries that mirror each other are equal to rounding */
	public static boolean isSymmetric(double[] a, int n) {
		return asymmetry(a, n) == null;
	}

	/**
	 * Why a matrix is no covariance, to be read after its name: {@code is not positive definite: its leading 2 by 2 minor is -3, its
	 * smallest eigenvalue -1}. By Sylvester's criterion all leading minors are positive.
	 *
	 * @param a n by n
	 * @return null if it is positive definite
	 */
	public static String problem(double[] a, int n) {
		for (int i = 0; i < n * n; i++) {
			if (!Double.isFinite(a[i])) {
				return "is not finite: entry [" + (i / n + 1) + ", " + (i % n + 1) + "] is " + a[i];
			}
		}
		String asymmetry = asymmetry(a, n);
		if (asymmetry != null) {
			return asymmetry;
		}
		double[] root = new double[n * n];
		int minor = factor(a, n, root);
		if (minor > n) {
			return null;
		}
		double[] values = Decompositions.symmetricEigen(a, n).values();
		return "is not positive definite: its leading " + minor + " by " + minor + " minor is " + number(determinant(a, n, minor)) + ", its smallest eigenvalue "
				+ number(values[n - 1]);
	}

	private static String asymmetry(double[] a, int n) {
		double largest = 0;
		for (double x : a) {
			largest = Math.max(largest, Math.abs(x));
		}
		for (int i = 0; i < n; i++) {
			for (int j = 0; j < i; j++) {
				if (!(Math.abs(a[i * n + j] - a[j * n + i]) <= ASYMMETRY * largest)) {
					return "is not symmetric: entry [" + (j + 1) + ", " + (i + 1) + "] is " + number(a[j * n + i]) + ", entry [" + (i + 1) + ", " + (j + 1) + "] is "
							+ number(a[i * n + j]);
				}
			}
		}
		return null;
	}

	/**
	 * The lower triangular L with L L' = a (Cholesky), so that L z has the covariance a when z are independent standard normals.
	 *
	 * @throws IllegalArgumentException if a is no covariance; the message begins with "the covariance"
	 */
	public static double[] root(double[] a, int n) {
		String problem = problem(a, n);
		if (problem != null) {
			throw new IllegalArgumentException("the covariance " + problem);
		}
		double[] root = new double[n * n];
		factor(a, n, root);
		return root;
	}

	/** @return the order of the first leading minor that is not positive, n + 1 if all are */
	private static int factor(double[] a, int n, double[] l) {
		for (int j = 0; j < n; j++) {
			for (int i = j; i < n; i++) {
				double sum = a[i * n + j];
				for (int k = 0; k < j; k++) {
					sum -= l[i * n + k] * l[j * n + k];
				}
				// what rounding leaves of a zero is none
				if (i == j && !(sum > Math.abs(a[i * n + i]) * n * 0x1p-50)) {
					return j + 1;
				}
				l[i * n + j] = i == j ? Math.sqrt(sum) : sum / l[j * n + j];
			}
		}
		return n + 1;
	}

	private static double determinant(double[] a, int n, int order) {
		double[] part = new double[order * order];
		for (int i = 0; i < order; i++) {
			System.arraycopy(a, i * n, part, i * order, order);
		}
		double value = Decompositions.determinant(part, order);
		double scale = 1;
		for (int i = 0; i < order; i++) {
			scale *= Math.abs(a[i * n + i]);
		}
		return Math.abs(value) <= scale * order * 0x1p-48 ? 0 : value;
	}

	private static String number(double x) {
		String text = String.format(Locale.ROOT, "%.4g", x);
		return text.contains("e") ? text.replaceAll("\\.?0+e", "e") : text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
	}
}
