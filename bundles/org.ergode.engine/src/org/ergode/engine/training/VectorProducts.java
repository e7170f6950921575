// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on vectors: four rows by two vectors of columns in registers, over all of k; the last columns
 * overlap with those before them, or are masked. Every element is accumulated over k
 * in order with {@code c = fma(alpha a, b, c)}, so that the bits are those of the plain forms, at any width.
 */
final class VectorProducts {
	private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
	private static final int W = S.length();

	private VectorProducts() {
	}

	/** Floats that {@link #multiply} needs beside its operands. */
	static final int ROOM = 4 * W;

	/** Element (i, p) of op(A) stands at i rowStep + p columnStep; B[k x n] and C[m x n] are row-major. @param room for {@link #ROOM} floats */
	static void multiply(int m, int n, int k, float alpha, float[] a, int rowStep, int columnStep, float[] b, boolean add, float[] c, float[] room) {
		int wide = n / (2 * W) * (2 * W);
		for (int i = 0; i < m;) {
			int rows = m - i >= 4 ? 4 : m - i >= 2 ? 2 : 1;
			int x = i * rowStep;
			int z = i * n;
			int rest = (n - wide) % W;
			boolean overlap = rest > 0 && n >= W && rows == 4;
			if (overlap) {
				// the last W columns, before the others add to some of them
				fourByOne(n, k, alpha, a, x, rowStep, columnStep, b, n - W, add, c, z + n - W, n, room, 0, W);
			}
			for (int j = 0; j < wide; j += 2 * W) {
				switch (rows) {
					case 4 -> fourByTwo(n, k, alpha, a, x, rowStep, columnStep, b, j, add, c, z + j);
					case 2 -> twoByTwo(n, k, alpha, a, x, rowStep, columnStep, b, j, add, c, z + j);
					default -> oneByTwo(n, k, alpha, a, x, columnStep, b, j, add, c, z + j);
				}
			}
			for (int j = wide; j < n; j += W) {
				if (rows == 4 && j + W <= n) {
					fourByOne(n, k, alpha, a, x, rowStep, columnStep, b, j, add, c, z + j, n, c, z + j, n);
				} else if (overlap) {
					for (int r = 0; r < 4; r++) {
						System.arraycopy(room, r * W + W - rest, c, z + r * n + j, rest);
					}
				} else {
					VectorMask<Float> mask = S.indexInRange(j, n);
					switch (rows) {
						case 4 -> fourMasked(n, k, alpha, a, x, rowStep, columnStep, b, j, add, c, z + j, mask);
						case 2 -> twoMasked(n, k, alpha, a, x, rowStep, columnStep, b, j, add, c, z + j, mask);
						default -> oneMasked(n, k, alpha, a, x, columnStep, b, j, add, c, z + j, mask);
					}
				}
			}
			i += rows;
		}
	}

	private static FloatVector start(boolean add, float[] c, int at) {
		return add ? FloatVector.fromArray(S, c, at) : FloatVector.zero(S);
	}

	private static FloatVector start(boolean add, float[] c, int at, VectorMask<Float> mask) {
		return add ? FloatVector.fromArray(S, c, at, mask) : FloatVector.zero(S);
	}

	private static void fourByTwo(int n, int k, float alpha, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z) {
		FloatVector c00 = start(add, c, z);
		FloatVector c01 = start(add, c, z + W);
		FloatVector c10 = start(add, c, z + n);
		FloatVector c11 = start(add, c, z + n + W);
		FloatVector c20 = start(add, c, z + 2 * n);
		FloatVector c21 = start(add, c, z + 2 * n + W);
		FloatVector c30 = start(add, c, z + 3 * n);
		FloatVector c31 = start(add, c, z + 3 * n + W);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			FloatVector b1 = FloatVector.fromArray(S, b, y + W);
			FloatVector f = FloatVector.broadcast(S, alpha * a[x]);
			c00 = f.fma(b0, c00);
			c01 = f.fma(b1, c01);
			f = FloatVector.broadcast(S, alpha * a[x + rowStep]);
			c10 = f.fma(b0, c10);
			c11 = f.fma(b1, c11);
			f = FloatVector.broadcast(S, alpha * a[x + 2 * rowStep]);
			c20 = f.fma(b0, c20);
			c21 = f.fma(b1, c21);
			f = FloatVector.broadcast(S, alpha * a[x + 3 * rowStep]);
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

	private static void twoByTwo(int n, int k, float alpha, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z) {
		FloatVector c00 = start(add, c, z);
		FloatVector c01 = start(add, c, z + W);
		FloatVector c10 = start(add, c, z + n);
		FloatVector c11 = start(add, c, z + n + W);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			FloatVector b1 = FloatVector.fromArray(S, b, y + W);
			FloatVector f = FloatVector.broadcast(S, alpha * a[x]);
			c00 = f.fma(b0, c00);
			c01 = f.fma(b1, c01);
			f = FloatVector.broadcast(S, alpha * a[x + rowStep]);
			c10 = f.fma(b0, c10);
			c11 = f.fma(b1, c11);
		}
		c00.intoArray(c, z);
		c01.intoArray(c, z + W);
		c10.intoArray(c, z + n);
		c11.intoArray(c, z + n + W);
	}

	private static void oneByTwo(int n, int k, float alpha, float[] a, int x, int columnStep, float[] b, int y, boolean add, float[] c, int z) {
		FloatVector c0 = start(add, c, z);
		FloatVector c1 = start(add, c, z + W);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector f = FloatVector.broadcast(S, alpha * a[x]);
			c0 = f.fma(FloatVector.fromArray(S, b, y), c0);
			c1 = f.fma(FloatVector.fromArray(S, b, y + W), c1);
		}
		c0.intoArray(c, z);
		c1.intoArray(c, z + W);
	}

	/** Reads c at {@code z}, rows {@code step} apart, and writes {@code out} at {@code to}, rows {@code outStep} apart. */
	private static void fourByOne(int n, int k, float alpha, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z, int step,
			float[] out, int to, int outStep) {
		FloatVector c0 = start(add, c, z);
		FloatVector c1 = start(add, c, z + step);
		FloatVector c2 = start(add, c, z + 2 * step);
		FloatVector c3 = start(add, c, z + 3 * step);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			c0 = FloatVector.broadcast(S, alpha * a[x]).fma(b0, c0);
			c1 = FloatVector.broadcast(S, alpha * a[x + rowStep]).fma(b0, c1);
			c2 = FloatVector.broadcast(S, alpha * a[x + 2 * rowStep]).fma(b0, c2);
			c3 = FloatVector.broadcast(S, alpha * a[x + 3 * rowStep]).fma(b0, c3);
		}
		c0.intoArray(out, to);
		c1.intoArray(out, to + outStep);
		c2.intoArray(out, to + 2 * outStep);
		c3.intoArray(out, to + 3 * outStep);
	}

	private static void fourMasked(int n, int k, float alpha, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z,
			VectorMask<Float> mask) {
		FloatVector c0 = start(add, c, z, mask);
		FloatVector c1 = start(add, c, z + n, mask);
		FloatVector c2 = start(add, c, z + 2 * n, mask);
		FloatVector c3 = start(add, c, z + 3 * n, mask);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y, mask);
			c0 = FloatVector.broadcast(S, alpha * a[x]).fma(b0, c0);
			c1 = FloatVector.broadcast(S, alpha * a[x + rowStep]).fma(b0, c1);
			c2 = FloatVector.broadcast(S, alpha * a[x + 2 * rowStep]).fma(b0, c2);
			c3 = FloatVector.broadcast(S, alpha * a[x + 3 * rowStep]).fma(b0, c3);
		}
		c0.intoArray(c, z, mask);
		c1.intoArray(c, z + n, mask);
		c2.intoArray(c, z + 2 * n, mask);
		c3.intoArray(c, z + 3 * n, mask);
	}

	private static void twoMasked(int n, int k, float alpha, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z,
			VectorMask<Float> mask) {
		FloatVector c0 = start(add, c, z, mask);
		FloatVector c1 = start(add, c, z + n, mask);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y, mask);
			c0 = FloatVector.broadcast(S, alpha * a[x]).fma(b0, c0);
			c1 = FloatVector.broadcast(S, alpha * a[x + rowStep]).fma(b0, c1);
		}
		c0.intoArray(c, z, mask);
		c1.intoArray(c, z + n, mask);
	}

	private static void oneMasked(int n, int k, float alpha, float[] a, int x, int columnStep, float[] b, int y, boolean add, float[] c, int z, VectorMask<Float> mask) {
		FloatVector sum = start(add, c, z, mask);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			sum = FloatVector.broadcast(S, alpha * a[x]).fma(FloatVector.fromArray(S, b, y, mask), sum);
		}
		sum.intoArray(c, z, mask);
	}
}
