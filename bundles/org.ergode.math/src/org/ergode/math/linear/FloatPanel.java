// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

/**
 * Room in which {@link FloatProducts} keeps the rows of its second operand, grown when needed and never shrunk. One per
 * thread; reuse it from product to product.
 */
public final class FloatPanel {
    private static final int TILE = 8;

    private float[][] rows = {};
    private int width;
    private float[] first = {};
    private float[] second = {};
    private float[] transposed = {};
    private final float[] factors = new float[8];

    private FloatPanel() {}

    public static FloatPanel of() {
        return new FloatPanel();
    }

    float[][] rows() {
        return rows;
    }

    float[] first(int n) {
        return first = grown(first, n);
    }

    float[] second(int n) {
        return second = grown(second, n);
    }

    float[] factors() {
        return factors;
    }

    private static float[] grown(float[] array, int n) {
        return array.length >= n ? array : new float[n];
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

    /** Row p is B[..., p]; tiles of eight columns keep the arrays written to in registers. */
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

    /** The transpose of B[n x k], flat. */
    float[] transpose(float[] b, int at, int n, int k) {
        transposed = grown(transposed, n * k);
        for (int j0 = 0; j0 < n; j0 += TILE) {
            int j1 = Math.min(j0 + TILE, n);
            for (int p = 0; p < k; p++) {
                for (int j = j0; j < j1; j++) {
                    transposed[p * n + j] = b[at + j * k + p];
                }
            }
        }
        return transposed;
    }
}
