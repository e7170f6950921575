// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

/**
 * Room in which {@link DoubleProducts} keeps the rows of its second operand, grown when needed and never shrunk. One per
 * thread; reuse it from product to product.
 */
public final class DoublePanel {
    private static final int TILE = 8;

    private double[][] rows = {};
    private int width;
    private double[] first = {};
    private double[] second = {};
    private double[] transposed = {};
    private final double[] factors = new double[8];

    private DoublePanel() {}

    public static DoublePanel of() {
        return new DoublePanel();
    }

    double[][] rows() {
        return rows;
    }

    double[] first(int n) {
        return first = grown(first, n);
    }

    double[] second(int n) {
        return second = grown(second, n);
    }

    double[] factors() {
        return factors;
    }

    private static double[] grown(double[] array, int n) {
        return array.length >= n ? array : new double[n];
    }

    private void reserve(int k, int n) {
        if (rows.length < k || width < n) {
            width = Math.max(width, n);
            rows = new double[Math.max(rows.length, k)][width];
        }
    }

    /** Row p is B[p, ...]. */
    void pack(double[] b, int at, int k, int n) {
        reserve(k, n);
        for (int p = 0; p < k; p++) {
            System.arraycopy(b, at + p * n, rows[p], 0, n);
        }
    }

    /** Row p is B[..., p]; tiles of eight columns keep the arrays written to in registers. */
    void packTransposed(double[] b, int at, int k, int n) {
        reserve(k, n);
        int p = 0;
        for (; p + 4 <= k; p += 4) {
            double[] r0 = rows[p];
            double[] r1 = rows[p + 1];
            double[] r2 = rows[p + 2];
            double[] r3 = rows[p + 3];
            for (int j = 0, x = at + p; j < n; j++, x += k) {
                r0[j] = b[x];
                r1[j] = b[x + 1];
                r2[j] = b[x + 2];
                r3[j] = b[x + 3];
            }
        }
        for (; p < k; p++) {
            double[] row = rows[p];
            for (int j = 0, x = at + p; j < n; j++, x += k) {
                row[j] = b[x];
            }
        }
    }

    /** The transpose of B[n x k], flat. */
    double[] transpose(double[] b, int at, int n, int k) {
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
