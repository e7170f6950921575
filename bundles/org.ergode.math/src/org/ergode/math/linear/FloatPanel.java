// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

/**
 * Room in which {@link FloatProducts} keeps the rows of its second operand and those of the result that it works on, grown
 * when needed and never shrunk. One per thread; reuse it from product to product.
 */
public final class FloatPanel {
	private float[][] rows = {};
	private int width;
	private float[][] sums = new float[4][0];
	private final float[] factors = new float[16];

	private FloatPanel() {}

	public static FloatPanel of() {
		return new FloatPanel();
	}

	float[][] rows() {
		return rows;
	}

	/** Four rows of the result. */
	float[][] sums(int n) {
		if (sums[0].length < n) {
			sums = new float[4][n];
		}
		return sums;
	}

	/** Four by four entries of the first operand. */
	float[] factors() {
		return factors;
	}

	private void reserve(int k, int n) {
		if (rows.length < k || width < n) {
			width = Math.max(width, n);
			rows = new float[Math.max(rows.length, k)][width];
		}
	}

	/** Row p is B[p, ...]. */
	void pack(float[] b, int at, int k, int n) {
		reserve(k, n);
		for (int p = 0; p < k; p++) {
			System.arraycopy(b, at + p * n, rows[p], 0, n);
		}
	}

	/** Row p is B[..., p], four columns of B at a time. */
	void packTransposed(float[] b, int at, int k, int n) {
		reserve(k, n);
		int p = 0;
		for (; p + 4 <= k; p += 4) {
			float[] r0 = rows[p];
			float[] r1 = rows[p + 1];
			float[] r2 = rows[p + 2];
			float[] r3 = rows[p + 3];
			for (int j = 0, x = at + p; j < n; j++, x += k) {
				r0[j] = b[x];
				r1[j] = b[x + 1];
				r2[j] = b[x + 2];
				r3[j] = b[x + 3];
			}
		}
		for (; p < k; p++) {
			float[] row = rows[p];
			for (int j = 0, x = at + p; j < n; j++, x += k) {
				row[j] = b[x];
			}
		}
	}
}
