// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link DoubleProducts} on vectors: four rows by two vectors of columns in registers, over all of k. Same bits as the plain
 * form, which the columns that do not fill a vector are done by.
 */
final class VectorDoubleProducts {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int W = S.length();

    private VectorDoubleProducts() {}

    static void multiply(int m, int n, int k, double alpha, double[] a, int aAt, int rowStep, int columnStep, double[] b, int bAt,
            boolean add, double[] c, int cAt) {
        int wide = n / (2 * W) * (2 * W);
        int j = 0;
        for (; j < wide; j += 2 * W) {
            int i = 0;
            for (; i + 4 <= m; i += 4) {
                fourByTwo(n, k, alpha, a, aAt + i * rowStep, rowStep, columnStep, b, bAt + j, add, c, cAt + i * n + j);
            }
            for (; i < m; i++) {
                oneByOne(n, k, alpha, a, aAt + i * rowStep, columnStep, b, bAt + j, add, c, cAt + i * n + j);
                oneByOne(n, k, alpha, a, aAt + i * rowStep, columnStep, b, bAt + j + W, add, c, cAt + i * n + j + W);
            }
        }
        for (; j + W <= n; j += W) {
            for (int i = 0; i < m; i++) {
                oneByOne(n, k, alpha, a, aAt + i * rowStep, columnStep, b, bAt + j, add, c, cAt + i * n + j);
            }
        }
        for (; j < n; j++) {
            for (int i = 0; i < m; i++) {
                double sum = add ? c[cAt + i * n + j] : 0;
                for (int p = 0; p < k; p++) {
                    sum = Math.fma(alpha * a[aAt + i * rowStep + p * columnStep], b[bAt + p * n + j], sum);
                }
                c[cAt + i * n + j] = sum;
            }
        }
    }

    private static void fourByTwo(int n, int k, double alpha, double[] a, int x, int rowStep, int columnStep, double[] b, int y,
            boolean add, double[] c, int z) {
        DoubleVector c00 = start(add, c, z);
        DoubleVector c01 = start(add, c, z + W);
        DoubleVector c10 = start(add, c, z + n);
        DoubleVector c11 = start(add, c, z + n + W);
        DoubleVector c20 = start(add, c, z + 2 * n);
        DoubleVector c21 = start(add, c, z + 2 * n + W);
        DoubleVector c30 = start(add, c, z + 3 * n);
        DoubleVector c31 = start(add, c, z + 3 * n + W);
        for (int p = 0; p < k; p++, x += columnStep, y += n) {
            DoubleVector b0 = DoubleVector.fromArray(S, b, y);
            DoubleVector b1 = DoubleVector.fromArray(S, b, y + W);
            DoubleVector f = DoubleVector.broadcast(S, alpha * a[x]);
            c00 = f.fma(b0, c00);
            c01 = f.fma(b1, c01);
            f = DoubleVector.broadcast(S, alpha * a[x + rowStep]);
            c10 = f.fma(b0, c10);
            c11 = f.fma(b1, c11);
            f = DoubleVector.broadcast(S, alpha * a[x + 2 * rowStep]);
            c20 = f.fma(b0, c20);
            c21 = f.fma(b1, c21);
            f = DoubleVector.broadcast(S, alpha * a[x + 3 * rowStep]);
            c30 = f.fma(b0, c30);
            c31 = f.fma(b1, c31);
        }
        c00.intoArray(c, z);
        c01.intoArray(c, z + W);
        c10.intoArray(c, z + n);
        c11.intoArray(c, z + n + W);
        c20.intoArray(c, z + 2 * n);
        c21.intoArray(c, z + 2 * n + W);
        c30.intoArray(c, z + 3 * n);
        c31.intoArray(c, z + 3 * n + W);
    }

    private static DoubleVector start(boolean add, double[] c, int at) {
        return add ? DoubleVector.fromArray(S, c, at) : DoubleVector.zero(S);
    }

    private static void oneByOne(int n, int k, double alpha, double[] a, int x, int columnStep, double[] b, int y, boolean add,
            double[] c, int z) {
        DoubleVector sum = start(add, c, z);
        for (int p = 0; p < k; p++, x += columnStep, y += n) {
            sum = DoubleVector.broadcast(S, alpha * a[x]).fma(DoubleVector.fromArray(S, b, y), sum);
        }
        sum.intoArray(c, z);
    }
}
