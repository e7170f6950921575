// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on vectors: five or four rows by two vectors of columns in registers over all of k, which keeps both multipliers of a core busy. What is left of the
 * columns goes by two vectors that overlap if it fills more than one, else by one vector and eight rows, together with columns that are done already and stay as they are.
 * No load or store is masked: where the JIT does not inline one, it makes an object of each vector. Every element is accumulated over k in order with {@code c = fma(a, b, c)},
 * so that the bits are those of the plain forms, at any width, and an element in two vectors of a tile is the same in both.
 */
final class VectorProducts {
	private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
	/** Columns that there must be. */
	static final int W = S.length();

	private VectorProducts() {
	}

	/** C = op(A) B, added to C when {@code add}. Element (i, p) of op(A) stands at i rowStep + p columnStep; B[k x n] and C[m x n] are row-major. @param n at least {@link #W} */
	static void multiply(int m, int n, int k, float[] a, int rowStep, int columnStep, float[] b, boolean add, float[] c) {
		int wide = n / (2 * W) * (2 * W);
		int left = n - wide;
		for (int i = 0; i < m && n > W;) {
			int rows = tile(m - i);
			int x = i * rowStep;
			int z = i * n;
			for (int j = 0; j < wide; j += 2 * W) {
				two(rows, n, k, a, x, rowStep, columnStep, b, j, W, add, c, z + j);
			}
			if (left > W) {
				two(rows, n, k, a, x, rowStep, columnStep, b, wide, left - W, add, c, z + wide);
			}
			i += rows;
		}
		if (left > 0 && left <= W) {
			column(m, n, k, a, rowStep, columnStep, b, n - W, add, c, VectorMask.fromLong(S, -1L << W - left));
		}
	}

	/** @param d how far the second vector is from the first */
	private static void two(int rows, int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, int d, boolean add, float[] c, int z) {
		switch (rows) {
			case 5 -> fiveByTwo(n, k, a, x, rowStep, columnStep, b, y, d, add, c, z);
			case 4 -> fourByTwo(n, k, a, x, rowStep, columnStep, b, y, d, add, c, z);
			case 2 -> twoByTwo(n, k, a, x, rowStep, columnStep, b, y, d, add, c, z);
			default -> oneByTwo(n, k, a, x, columnStep, b, y, d, add, c, z);
		}
	}

	/** Rows of the next tile: fives, and as many fours as make them come out even. */
	private static int tile(int left) {
		int fours = (5 - left % 5) % 5;
		return fours > 0 && 4 * fours <= left ? 4 : left >= 5 ? 5 : left >= 2 ? 2 : 1;
	}

	/** W columns from {@code j}. @param fresh lanes that are not done yet */
	private static void column(int m, int n, int k, float[] a, int rowStep, int columnStep, float[] b, int j, boolean add, float[] c, VectorMask<Float> fresh) {
		int i = 0;
		for (; i + 8 <= m; i += 8) {
			eightByOne(n, k, a, i * rowStep, rowStep, columnStep, b, j, add, c, i * n + j, fresh);
		}
		if (i + 4 <= m) {
			fourByOne(n, k, a, i * rowStep, rowStep, columnStep, b, j, add, c, i * n + j, fresh);
			i += 4;
		}
		if (i + 2 <= m) {
			twoByOne(n, k, a, i * rowStep, rowStep, columnStep, b, j, add, c, i * n + j, fresh);
			i += 2;
		}
		if (i < m) {
			oneByOne(n, k, a, i * rowStep, columnStep, b, j, add, c, i * n + j, fresh);
		}
	}

	private static FloatVector start(boolean add, float[] c, int at) {
		return add ? FloatVector.fromArray(S, c, at) : FloatVector.zero(S);
	}

	private static void end(FloatVector v, float[] c, int at, VectorMask<Float> fresh) {
		FloatVector.fromArray(S, c, at).blend(v, fresh).intoArray(c, at);
	}

	private static void fiveByTwo(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, int d, boolean add, float[] c, int z) {
		FloatVector c00 = start(add, c, z);
		FloatVector c01 = start(add, c, z + d);
		FloatVector c10 = start(add, c, z + n);
		FloatVector c11 = start(add, c, z + n + d);
		FloatVector c20 = start(add, c, z + 2 * n);
		FloatVector c21 = start(add, c, z + 2 * n + d);
		FloatVector c30 = start(add, c, z + 3 * n);
		FloatVector c31 = start(add, c, z + 3 * n + d);
		FloatVector c40 = start(add, c, z + 4 * n);
		FloatVector c41 = start(add, c, z + 4 * n + d);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			FloatVector b1 = FloatVector.fromArray(S, b, y + d);
			FloatVector f = FloatVector.broadcast(S, a[x]);
			c00 = f.fma(b0, c00);
			c01 = f.fma(b1, c01);
			f = FloatVector.broadcast(S, a[x + rowStep]);
			c10 = f.fma(b0, c10);
			c11 = f.fma(b1, c11);
			f = FloatVector.broadcast(S, a[x + 2 * rowStep]);
			c20 = f.fma(b0, c20);
			c21 = f.fma(b1, c21);
			f = FloatVector.broadcast(S, a[x + 3 * rowStep]);
			c30 = f.fma(b0, c30);
			c31 = f.fma(b1, c31);
			f = FloatVector.broadcast(S, a[x + 4 * rowStep]);
			c40 = f.fma(b0, c40);
			c41 = f.fma(b1, c41);
		}
		c00.intoArray(c, z);
		c01.intoArray(c, z + d);
		c10.intoArray(c, z + n);
		c11.intoArray(c, z + n + d);
		c20.intoArray(c, z + 2 * n);
		c21.intoArray(c, z + 2 * n + d);
		c30.intoArray(c, z + 3 * n);
		c31.intoArray(c, z + 3 * n + d);
		c40.intoArray(c, z + 4 * n);
		c41.intoArray(c, z + 4 * n + d);
	}

	private static void fourByTwo(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, int d, boolean add, float[] c, int z) {
		FloatVector c00 = start(add, c, z);
		FloatVector c01 = start(add, c, z + d);
		FloatVector c10 = start(add, c, z + n);
		FloatVector c11 = start(add, c, z + n + d);
		FloatVector c20 = start(add, c, z + 2 * n);
		FloatVector c21 = start(add, c, z + 2 * n + d);
		FloatVector c30 = start(add, c, z + 3 * n);
		FloatVector c31 = start(add, c, z + 3 * n + d);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			FloatVector b1 = FloatVector.fromArray(S, b, y + d);
			FloatVector f = FloatVector.broadcast(S, a[x]);
			c00 = f.fma(b0, c00);
			c01 = f.fma(b1, c01);
			f = FloatVector.broadcast(S, a[x + rowStep]);
			c10 = f.fma(b0, c10);
			c11 = f.fma(b1, c11);
			f = FloatVector.broadcast(S, a[x + 2 * rowStep]);
			c20 = f.fma(b0, c20);
			c21 = f.fma(b1, c21);
			f = FloatVector.broadcast(S, a[x + 3 * rowStep]);
			c30 = f.fma(b0, c30);
			c31 = f.fma(b1, c31);
		}
		c00.intoArray(c, z);
		c01.intoArray(c, z + d);
		c10.intoArray(c, z + n);
		c11.intoArray(c, z + n + d);
		c20.intoArray(c, z + 2 * n);
		c21.intoArray(c, z + 2 * n + d);
		c30.intoArray(c, z + 3 * n);
		c31.intoArray(c, z + 3 * n + d);
	}

	private static void twoByTwo(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, int d, boolean add, float[] c, int z) {
		FloatVector c00 = start(add, c, z);
		FloatVector c01 = start(add, c, z + d);
		FloatVector c10 = start(add, c, z + n);
		FloatVector c11 = start(add, c, z + n + d);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			FloatVector b1 = FloatVector.fromArray(S, b, y + d);
			FloatVector f = FloatVector.broadcast(S, a[x]);
			c00 = f.fma(b0, c00);
			c01 = f.fma(b1, c01);
			f = FloatVector.broadcast(S, a[x + rowStep]);
			c10 = f.fma(b0, c10);
			c11 = f.fma(b1, c11);
		}
		c00.intoArray(c, z);
		c01.intoArray(c, z + d);
		c10.intoArray(c, z + n);
		c11.intoArray(c, z + n + d);
	}

	private static void oneByTwo(int n, int k, float[] a, int x, int columnStep, float[] b, int y, int d, boolean add, float[] c, int z) {
		FloatVector c0 = start(add, c, z);
		FloatVector c1 = start(add, c, z + d);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector f = FloatVector.broadcast(S, a[x]);
			c0 = f.fma(FloatVector.fromArray(S, b, y), c0);
			c1 = f.fma(FloatVector.fromArray(S, b, y + d), c1);
		}
		c0.intoArray(c, z);
		c1.intoArray(c, z + d);
	}

	private static void eightByOne(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z, VectorMask<Float> fresh) {
		FloatVector c0 = start(add, c, z);
		FloatVector c1 = start(add, c, z + n);
		FloatVector c2 = start(add, c, z + 2 * n);
		FloatVector c3 = start(add, c, z + 3 * n);
		FloatVector c4 = start(add, c, z + 4 * n);
		FloatVector c5 = start(add, c, z + 5 * n);
		FloatVector c6 = start(add, c, z + 6 * n);
		FloatVector c7 = start(add, c, z + 7 * n);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			c0 = FloatVector.broadcast(S, a[x]).fma(b0, c0);
			c1 = FloatVector.broadcast(S, a[x + rowStep]).fma(b0, c1);
			c2 = FloatVector.broadcast(S, a[x + 2 * rowStep]).fma(b0, c2);
			c3 = FloatVector.broadcast(S, a[x + 3 * rowStep]).fma(b0, c3);
			c4 = FloatVector.broadcast(S, a[x + 4 * rowStep]).fma(b0, c4);
			c5 = FloatVector.broadcast(S, a[x + 5 * rowStep]).fma(b0, c5);
			c6 = FloatVector.broadcast(S, a[x + 6 * rowStep]).fma(b0, c6);
			c7 = FloatVector.broadcast(S, a[x + 7 * rowStep]).fma(b0, c7);
		}
		end(c0, c, z, fresh);
		end(c1, c, z + n, fresh);
		end(c2, c, z + 2 * n, fresh);
		end(c3, c, z + 3 * n, fresh);
		end(c4, c, z + 4 * n, fresh);
		end(c5, c, z + 5 * n, fresh);
		end(c6, c, z + 6 * n, fresh);
		end(c7, c, z + 7 * n, fresh);
	}

	private static void fourByOne(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z, VectorMask<Float> fresh) {
		FloatVector c0 = start(add, c, z);
		FloatVector c1 = start(add, c, z + n);
		FloatVector c2 = start(add, c, z + 2 * n);
		FloatVector c3 = start(add, c, z + 3 * n);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			c0 = FloatVector.broadcast(S, a[x]).fma(b0, c0);
			c1 = FloatVector.broadcast(S, a[x + rowStep]).fma(b0, c1);
			c2 = FloatVector.broadcast(S, a[x + 2 * rowStep]).fma(b0, c2);
			c3 = FloatVector.broadcast(S, a[x + 3 * rowStep]).fma(b0, c3);
		}
		end(c0, c, z, fresh);
		end(c1, c, z + n, fresh);
		end(c2, c, z + 2 * n, fresh);
		end(c3, c, z + 3 * n, fresh);
	}

	private static void twoByOne(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z, VectorMask<Float> fresh) {
		FloatVector c0 = start(add, c, z);
		FloatVector c1 = start(add, c, z + n);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			c0 = FloatVector.broadcast(S, a[x]).fma(b0, c0);
			c1 = FloatVector.broadcast(S, a[x + rowStep]).fma(b0, c1);
		}
		end(c0, c, z, fresh);
		end(c1, c, z + n, fresh);
	}

	private static void oneByOne(int n, int k, float[] a, int x, int columnStep, float[] b, int y, boolean add, float[] c, int z, VectorMask<Float> fresh) {
		FloatVector sum = start(add, c, z);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			sum = FloatVector.broadcast(S, a[x]).fma(FloatVector.fromArray(S, b, y), sum);
		}
		end(sum, c, z, fresh);
	}
}
