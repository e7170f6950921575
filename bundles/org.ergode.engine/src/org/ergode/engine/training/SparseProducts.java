// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import java.util.Arrays;

/**
 * Products whose first operand has many zeros: binary units, pictures with a dark ground. A zero contributes nothing and is left out; what is there is
 * added up from zero in the order of k with {@code c = fma(alpha a, b, c)}, so that the bits are those of the dense product.
 *
 * <p>The second operand's rows are copied to arrays of their own, and eight of them are added to a row of the result at a time: C2 makes vectors of a
 * loop only when all its arrays are read at one index. Belongs to one thread at a time.
 */
final class SparseProducts {
	private float[][] rows = {};
	private int width;
	private float[] sum = {};
	private int[] places = {};
	private float[] factors = {};

	/** C[m x n] = alpha A[m x k] B[k x n], added to C when {@code add}. */
	void nn(int m, int n, int k, float alpha, float[] a, int aAt, float[] b, int bAt, boolean add, float[] c) {
		reserve(k, n);
		for (int p = 0; p < k; p++) {
			System.arraycopy(b, bAt + p * n, rows[p], 0, n);
		}
		multiply(m, n, k, alpha, a, aAt, k, 1, add, c);
	}

	/** C[m x n] = alpha A[m x k] B[n x k]', added to C when {@code add}. */
	void nt(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c) {
		reserve(k, n);
		int p = 0;
		for (; p + 8 <= k; p += 8) {
			turnEight(n, k, p, b);
		}
		for (; p < k; p++) {
			float[] row = rows[p];
			for (int j = 0, x = p; j < n; j++, x += k) {
				row[j] = b[x];
			}
		}
		multiply(m, n, k, alpha, a, 0, k, 1, add, c);
	}

	/** C[m x n] = alpha A[k x m]' B[k x n], added to C when {@code add}. */
	void tn(int m, int n, int k, float alpha, float[] a, int aAt, float[] b, int bAt, boolean add, float[] c) {
		reserve(k, n);
		for (int p = 0; p < k; p++) {
			System.arraycopy(b, bAt + p * n, rows[p], 0, n);
		}
		multiply(m, n, k, alpha, a, aAt, 1, m, add, c);
	}

	private void turnEight(int n, int k, int p, float[] b) {
		float[] r0 = rows[p];
		float[] r1 = rows[p + 1];
		float[] r2 = rows[p + 2];
		float[] r3 = rows[p + 3];
		float[] r4 = rows[p + 4];
		float[] r5 = rows[p + 5];
		float[] r6 = rows[p + 6];
		float[] r7 = rows[p + 7];
		for (int j = 0, x = p; j < n; j++, x += k) {
			r0[j] = b[x];
			r1[j] = b[x + 1];
			r2[j] = b[x + 2];
			r3[j] = b[x + 3];
			r4[j] = b[x + 4];
			r5[j] = b[x + 5];
			r6[j] = b[x + 6];
			r7[j] = b[x + 7];
		}
	}

	private void reserve(int k, int n) {
		if (rows.length < k || width < n) {
			width = Math.max(width, n);
			rows = new float[Math.max(rows.length, k)][width];
			sum = new float[width];
			places = new int[rows.length + 8];
			factors = new float[rows.length + 8];
		}
	}

	private void multiply(int m, int n, int k, float alpha, float[] a, int aAt, int rowStep, int columnStep, boolean add, float[] c) {
		for (int i = 0; i < m; i++) {
			int count = gather(k, alpha, a, aAt + i * rowStep, columnStep);
			if (add && count == 0) {
				continue;
			}
			Arrays.fill(sum, 0, n, 0);
			int g = 0;
			for (; g + 4 < count; g += 8) {
				eight(n, g);
			}
			if (g < count) {
				four(n, g);
			}
			if (add) {
				addTo(n, sum, c, i * n);
			} else {
				System.arraycopy(sum, 0, c, i * n, n);
			}
		}
	}

	private static void addTo(int n, float[] sum, float[] c, int at) {
		for (int j = 0; j < n; j++) {
			c[at + j] += sum[j];
		}
	}

	/** Where a row of A is not zero; filled up with zero factors to the next eight. */
	private int gather(int k, float alpha, float[] a, int at, int step) {
		int[] where = places;
		float[] what = factors;
		int count = 0;
		for (int p = 0, x = at; p < k; p++, x += step) {
			float v = a[x];
			where[count] = p;
			what[count] = alpha * v;
			count += v != 0 ? 1 : 0;
		}
		int last = count == 0 ? 0 : where[count - 1];
		for (int g = count; g < count + 8; g++) {
			where[g] = last;
			what[g] = 0;
		}
		return count;
	}

	private void eight(int n, int g) {
		add(n, factors[g], factors[g + 1], factors[g + 2], factors[g + 3], factors[g + 4], factors[g + 5], factors[g + 6], factors[g + 7], rows[places[g]], rows[places[g + 1]],
				rows[places[g + 2]], rows[places[g + 3]], rows[places[g + 4]], rows[places[g + 5]], rows[places[g + 6]], rows[places[g + 7]], sum);
	}

	private void four(int n, int g) {
		add(n, factors[g], factors[g + 1], factors[g + 2], factors[g + 3], rows[places[g]], rows[places[g + 1]], rows[places[g + 2]], rows[places[g + 3]], sum);
	}

	private static void add(int n, float f0, float f1, float f2, float f3, float f4, float f5, float f6, float f7, float[] b0, float[] b1, float[] b2, float[] b3,
			float[] b4, float[] b5, float[] b6, float[] b7, float[] u) {
		for (int j = 0; j < n; j++) {
			float s = Math.fma(f3, b3[j], Math.fma(f2, b2[j], Math.fma(f1, b1[j], Math.fma(f0, b0[j], u[j]))));
			u[j] = Math.fma(f7, b7[j], Math.fma(f6, b6[j], Math.fma(f5, b5[j], Math.fma(f4, b4[j], s))));
		}
	}

	private static void add(int n, float f0, float f1, float f2, float f3, float[] b0, float[] b1, float[] b2, float[] b3, float[] u) {
		for (int j = 0; j < n; j++) {
			u[j] = Math.fma(f3, b3[j], Math.fma(f2, b2[j], Math.fma(f1, b1[j], Math.fma(f0, b0[j], u[j]))));
		}
	}
}
