// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import java.util.Arrays;
import java.util.Objects;

import org.ergode.math.Vectorization;

/**
 * Dense products of row-major {@code double} matrices in flat arrays: {@code C = alpha op(A) op(B)}, or added to C.
 * <p>
 * Every element of C is accumulated over k in order, {@code c = fma(alpha a, b, c)}, starting from zero or from what is
 * there; so the bits depend neither on the form (plain or Vector API), nor on the vector width, nor on how rows are
 * shared between threads.
 * <p>
 * The plain form is made for small matrices (tens of rows and columns), where the Vector API would need a second to warm
 * up. C2 vectorises a loop over several arrays only when all are read at the same index, so the rows of op(B) are
 * copied to arrays of their own ({@link DoublePanel}), and the inner loop takes two rows of C and four of op(B) at a time.
 * <p>
 * Nothing is allocated; the panel belongs to one thread at a time. Dimensions and ranges are checked.
 */
public final class DoubleProducts {
    /** Multiplications above which the Vector API form pays when the policy allows it. */
    private static final long LARGE = 1 << 21;

    private DoubleProducts() {}

    /** C[m x n] = alpha A[m x k] B[k x n], added to C when {@code add}. */
    public static void nn(int m, int n, int k, double alpha, double[] a, int aAt, double[] b, int bAt, boolean add, double[] c,
            int cAt, DoublePanel panel) {
        check(m, n, k, a, aAt, b, bAt, c, cAt);
        panel.pack(b, bAt, k, n);
        multiply(m, n, k, alpha, a, aAt, k, 1, add, c, cAt, panel);
    }

    /** C[m x n] = alpha A[m x k] B[n x k]', added to C when {@code add}. */
    public static void nt(int m, int n, int k, double alpha, double[] a, int aAt, double[] b, int bAt, boolean add, double[] c,
            int cAt, DoublePanel panel) {
        check(m, n, k, a, aAt, b, bAt, c, cAt);
        panel.packTransposed(b, bAt, k, n);
        multiply(m, n, k, alpha, a, aAt, k, 1, add, c, cAt, panel);
    }

    /** C[m x n] = alpha A[k x m]' B[k x n], added to C when {@code add}. */
    public static void tn(int m, int n, int k, double alpha, double[] a, int aAt, double[] b, int bAt, boolean add, double[] c,
            int cAt, DoublePanel panel) {
        check(m, n, k, a, aAt, b, bAt, c, cAt);
        panel.pack(b, bAt, k, n);
        multiply(m, n, k, alpha, a, aAt, 1, m, add, c, cAt, panel);
    }

    /** As {@link #nn}, with the Vector API where it is allowed and pays. */
    public static void nn(Vectorization how, int m, int n, int k, double alpha, double[] a, int aAt, double[] b, int bAt,
            boolean add, double[] c, int cAt, DoublePanel panel) {
        if (how.usesVectors() && (long) m * n * k >= LARGE) {
            check(m, n, k, a, aAt, b, bAt, c, cAt);
            VectorDoubleProducts.multiply(m, n, k, alpha, a, aAt, k, 1, b, bAt, add, c, cAt);
        } else {
            nn(m, n, k, alpha, a, aAt, b, bAt, add, c, cAt, panel);
        }
    }

    /** As {@link #tn}, with the Vector API where it is allowed and pays. */
    public static void tn(Vectorization how, int m, int n, int k, double alpha, double[] a, int aAt, double[] b, int bAt,
            boolean add, double[] c, int cAt, DoublePanel panel) {
        if (how.usesVectors() && (long) m * n * k >= LARGE) {
            check(m, n, k, a, aAt, b, bAt, c, cAt);
            VectorDoubleProducts.multiply(m, n, k, alpha, a, aAt, 1, m, b, bAt, add, c, cAt);
        } else {
            tn(m, n, k, alpha, a, aAt, b, bAt, add, c, cAt, panel);
        }
    }

    /** As {@link #nt}, with the Vector API where it is allowed and pays. */
    public static void nt(Vectorization how, int m, int n, int k, double alpha, double[] a, int aAt, double[] b, int bAt,
            boolean add, double[] c, int cAt, DoublePanel panel) {
        if (how.usesVectors() && (long) m * n * k >= LARGE) {
            check(m, n, k, a, aAt, b, bAt, c, cAt);
            double[] transposed = panel.transpose(b, bAt, n, k);
            VectorDoubleProducts.multiply(m, n, k, alpha, a, aAt, k, 1, transposed, 0, add, c, cAt);
        } else {
            nt(m, n, k, alpha, a, aAt, b, bAt, add, c, cAt, panel);
        }
    }

    private static void check(int m, int n, int k, double[] a, int aAt, double[] b, int bAt, double[] c, int cAt) {
        if (m < 0 || n < 0 || k < 0) {
            throw new IllegalArgumentException("negative size of a product: " + m + " x " + k + " times " + k + " x " + n);
        }
        Objects.checkFromIndexSize(aAt, Math.multiplyExact(m, k), a.length);
        Objects.checkFromIndexSize(bAt, Math.multiplyExact(k, n), b.length);
        Objects.checkFromIndexSize(cAt, Math.multiplyExact(m, n), c.length);
    }

    /** Element (i, p) of op(A) stands at aAt + i rowStep + p columnStep; op(B) is in the panel. */
    private static void multiply(int m, int n, int k, double alpha, double[] a, int aAt, int rowStep, int columnStep,
            boolean add, double[] c, int cAt, DoublePanel panel) {
        double[][] rows = panel.rows();
        double[] u = panel.first(n);
        double[] v = panel.second(n);
        double[] f = panel.factors();
        int i = 0;
        for (; i + 2 <= m; i += 2) {
            start(add, c, cAt + i * n, u, n);
            start(add, c, cAt + (i + 1) * n, v, n);
            int x = aAt + i * rowStep;
            int y = x + rowStep;
            int p = 0;
            for (; p + 4 <= k; p += 4, x += 4 * columnStep, y += 4 * columnStep) {
                for (int q = 0; q < 4; q++) {
                    f[q] = alpha * a[x + q * columnStep];
                    f[4 + q] = alpha * a[y + q * columnStep];
                }
                twoByFour(n, f, rows[p], rows[p + 1], rows[p + 2], rows[p + 3], u, v);
            }
            for (; p < k; p++, x += columnStep, y += columnStep) {
                one(n, alpha * a[x], rows[p], u);
                one(n, alpha * a[y], rows[p], v);
            }
            System.arraycopy(u, 0, c, cAt + i * n, n);
            System.arraycopy(v, 0, c, cAt + (i + 1) * n, n);
        }
        if (i < m) {
            start(add, c, cAt + i * n, u, n);
            for (int p = 0, x = aAt + i * rowStep; p < k; p++, x += columnStep) {
                one(n, alpha * a[x], rows[p], u);
            }
            System.arraycopy(u, 0, c, cAt + i * n, n);
        }
    }

    private static void start(boolean add, double[] c, int at, double[] row, int n) {
        if (add) {
            System.arraycopy(c, at, row, 0, n);
        } else {
            Arrays.fill(row, 0, n, 0);
        }
    }

    private static void twoByFour(int n, double[] f, double[] b0, double[] b1, double[] b2, double[] b3, double[] u, double[] v) {
        double f0 = f[0];
        double f1 = f[1];
        double f2 = f[2];
        double f3 = f[3];
        double g0 = f[4];
        double g1 = f[5];
        double g2 = f[6];
        double g3 = f[7];
        for (int j = 0; j < n; j++) {
            double x0 = b0[j];
            double x1 = b1[j];
            double x2 = b2[j];
            double x3 = b3[j];
            u[j] = Math.fma(f3, x3, Math.fma(f2, x2, Math.fma(f1, x1, Math.fma(f0, x0, u[j]))));
            v[j] = Math.fma(g3, x3, Math.fma(g2, x2, Math.fma(g1, x1, Math.fma(g0, x0, v[j]))));
        }
    }

    private static void one(int n, double f, double[] b, double[] u) {
        for (int j = 0; j < n; j++) {
            u[j] = Math.fma(f, b[j], u[j]);
        }
    }
}
