// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import java.util.Arrays;
import java.util.Objects;

/**
 * Dense products of row-major {@code float} matrices in flat arrays: {@code C = alpha op(A) op(B)}, or added to C.
 * <p>
 * Every element of C is accumulated from zero over k in order, {@code c = fma(alpha a, b, c)}, and then added to what is
 * there: many small terms do not vanish one by one beside a large element. So the bits depend neither on the vector width,
 * nor on how rows are shared between threads.
 * <p>
 * It is plain Java that C2 vectorises by itself, at once and without the Vector API's warm-up. C2 does so only when all
 * arrays of a loop are read at the same index; so the rows of op(B) are copied to arrays of their own ({@link FloatPanel}),
 * and rows of C are gathered in such arrays, four at a time, against four rows of op(B).
 * <p>
 * Nothing is allocated but by the panel when it grows; it belongs to one thread at a time.
 */
public final class FloatProducts {
	private FloatProducts() {}

	/**
	 * C[m x n] = alpha A[m x k] B[k x n], added to C when {@code add}.
	 *
	 * @param aAt where A begins in {@code a}; likewise for B and C
	 * @throws IndexOutOfBoundsException if a matrix does not lie inside its array
	 */
	public static void nn(int m, int n, int k, float alpha, float[] a, int aAt, float[] b, int bAt, boolean add, float[] c,
			int cAt, FloatPanel panel) {
		check(m, n, k, a, aAt, b, bAt, c, cAt);
		panel.pack(b, bAt, k, n);
		multiply(m, n, k, alpha, a, aAt, k, 1, add, c, cAt, panel);
	}

	/** C[m x n] = alpha A[m x k] B[n x k]', added to C when {@code add}. */
	public static void nt(int m, int n, int k, float alpha, float[] a, int aAt, float[] b, int bAt, boolean add, float[] c,
			int cAt, FloatPanel panel) {
		check(m, n, k, a, aAt, b, bAt, c, cAt);
		panel.packTransposed(b, bAt, k, n);
		multiply(m, n, k, alpha, a, aAt, k, 1, add, c, cAt, panel);
	}

	/** C[m x n] = alpha A[k x m]' B[k x n], added to C when {@code add}. */
	public static void tn(int m, int n, int k, float alpha, float[] a, int aAt, float[] b, int bAt, boolean add, float[] c,
			int cAt, FloatPanel panel) {
		check(m, n, k, a, aAt, b, bAt, c, cAt);
		panel.pack(b, bAt, k, n);
		multiply(m, n, k, alpha, a, aAt, 1, m, add, c, cAt, panel);
	}

	private static void check(int m, int n, int k, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
		if (m < 0 || n < 0 || k < 0) {
			throw new IllegalArgumentException("negative size of a product: " + m + " x " + k + " times " + k + " x " + n);
		}
		Objects.checkFromIndexSize(aAt, Math.multiplyExact(m, k), a.length);
		Objects.checkFromIndexSize(bAt, Math.multiplyExact(k, n), b.length);
		Objects.checkFromIndexSize(cAt, Math.multiplyExact(m, n), c.length);
	}

	/** Element (i, p) of op(A) stands at aAt + i rowStep + p columnStep; op(B) is in the panel. */
	private static void multiply(int m, int n, int k, float alpha, float[] a, int aAt, int rowStep, int columnStep,
			boolean add, float[] c, int cAt, FloatPanel panel) {
		float[][] sums = panel.sums(n);
		for (int i = 0; i < m;) {
			int rows = m - i >= 4 ? 4 : m - i >= 2 ? 2 : 1;
			for (int r = 0; r < rows; r++) {
				Arrays.fill(sums[r], 0, n, 0);
			}
			accumulate(rows, n, k, alpha, a, aAt + i * rowStep, rowStep, columnStep, panel, sums);
			for (int r = 0; r < rows; r++) {
				if (add) {
					add(n, sums[r], c, cAt + (i + r) * n);
				} else {
					System.arraycopy(sums[r], 0, c, cAt + (i + r) * n, n);
				}
			}
			i += rows;
		}
	}

	private static void add(int n, float[] sum, float[] c, int at) {
		for (int j = 0; j < n; j++) {
			c[at + j] += sum[j];
		}
	}

	private static void accumulate(int rows, int n, int k, float alpha, float[] a, int aAt, int rowStep, int columnStep,
			FloatPanel panel, float[][] sums) {
		float[][] b = panel.rows();
		float[] f = panel.factors();
		int p = 0;
		for (; p + 4 <= k; p += 4) {
			for (int r = 0, at = aAt + p * columnStep; r < rows; r++, at += rowStep) {
				f[4 * r] = alpha * a[at];
				f[4 * r + 1] = alpha * a[at + columnStep];
				f[4 * r + 2] = alpha * a[at + 2 * columnStep];
				f[4 * r + 3] = alpha * a[at + 3 * columnStep];
			}
			switch (rows) {
			case 4 -> four(n, f, b[p], b[p + 1], b[p + 2], b[p + 3], sums[0], sums[1], sums[2], sums[3]);
			case 2 -> two(n, f, b[p], b[p + 1], b[p + 2], b[p + 3], sums[0], sums[1]);
			default -> one(n, f, b[p], b[p + 1], b[p + 2], b[p + 3], sums[0]);
			}
		}
		for (; p < k; p++) {
			for (int r = 0; r < rows; r++) {
				axpy(n, alpha * a[aAt + r * rowStep + p * columnStep], b[p], sums[r]);
			}
		}
	}

	private static void four(int n, float[] f, float[] b0, float[] b1, float[] b2, float[] b3, float[] s, float[] t, float[] u, float[] v) {
		float s0 = f[0], s1 = f[1], s2 = f[2], s3 = f[3];
		float t0 = f[4], t1 = f[5], t2 = f[6], t3 = f[7];
		float u0 = f[8], u1 = f[9], u2 = f[10], u3 = f[11];
		float v0 = f[12], v1 = f[13], v2 = f[14], v3 = f[15];
		for (int j = 0; j < n; j++) {
			float x0 = b0[j];
			float x1 = b1[j];
			float x2 = b2[j];
			float x3 = b3[j];
			s[j] = Math.fma(s3, x3, Math.fma(s2, x2, Math.fma(s1, x1, Math.fma(s0, x0, s[j]))));
			t[j] = Math.fma(t3, x3, Math.fma(t2, x2, Math.fma(t1, x1, Math.fma(t0, x0, t[j]))));
			u[j] = Math.fma(u3, x3, Math.fma(u2, x2, Math.fma(u1, x1, Math.fma(u0, x0, u[j]))));
			v[j] = Math.fma(v3, x3, Math.fma(v2, x2, Math.fma(v1, x1, Math.fma(v0, x0, v[j]))));
		}
	}

	private static void two(int n, float[] f, float[] b0, float[] b1, float[] b2, float[] b3, float[] s, float[] t) {
		float s0 = f[0], s1 = f[1], s2 = f[2], s3 = f[3];
		float t0 = f[4], t1 = f[5], t2 = f[6], t3 = f[7];
		for (int j = 0; j < n; j++) {
			float x0 = b0[j];
			float x1 = b1[j];
			float x2 = b2[j];
			float x3 = b3[j];
			s[j] = Math.fma(s3, x3, Math.fma(s2, x2, Math.fma(s1, x1, Math.fma(s0, x0, s[j]))));
			t[j] = Math.fma(t3, x3, Math.fma(t2, x2, Math.fma(t1, x1, Math.fma(t0, x0, t[j]))));
		}
	}

	private static void one(int n, float[] f, float[] b0, float[] b1, float[] b2, float[] b3, float[] s) {
		float s0 = f[0], s1 = f[1], s2 = f[2], s3 = f[3];
		for (int j = 0; j < n; j++) {
			s[j] = Math.fma(s3, b3[j], Math.fma(s2, b2[j], Math.fma(s1, b1[j], Math.fma(s0, b0[j], s[j]))));
		}
	}

	private static void axpy(int n, float f, float[] b, float[] s) {
		for (int j = 0; j < n; j++) {
			s[j] = Math.fma(f, b[j], s[j]);
		}
	}
}
