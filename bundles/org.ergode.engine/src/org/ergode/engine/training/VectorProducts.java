// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products on vectors: five or four rows by two vectors of columns in registers over all of k, which keeps both multipliers of a core busy. What is left of the
 * columns goes by two vectors that overlap if it fills more than one, else by one vector and eight rows, together with columns that are done already and stay as they are.
 * No load or store is masked: where the JIT does not inline one, it makes an object of each vector. Every element is accumulated from zero over k in order with {@code c = fma(a, b, c)}
 * and then added, so that the bits are those of the plain forms, at any width, and an element in two vectors of a tile is the same in both.
 */
final class VectorProducts {
	private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
	/** Columns that there must be. */
	static final int W = S.length();

	private VectorProducts() {
	}

	/** C = op(A) B, added to C when {@code add}. Element (i, p) of op(A) stands at aAt + i rowStep + p columnStep; B[k x n] begins at bAt; B and C[m x n] are row-major. @param n at least {@link #W} */
	static void multiply(int m, int n, int k, float[] a, int aAt, int rowStep, int columnStep, float[] b, int bAt, boolean add, float[] c) {
		int wide = n / (2 * W) * (2 * W);
		int left = n - wide;
		for (int i = 0; i < m && n > W;) {
			int rows = tile(m - i);
			int x = aAt + i * rowStep;
			int z = i * n;
			for (int j = 0; j < wide; j += 2 * W) {
				two(rows, n, k, a, x, rowStep, columnStep, b, bAt + j, W, add, c, z + j);
			}
			if (left > W) {
				two(rows, n, k, a, x, rowStep, columnStep, b, bAt + wide, left - W, add, c, z + wide);
			}
			i += rows;
		}
		if (left > 0 && left <= W) {
			column(m, n, k, a, aAt, rowStep, columnStep, b, bAt, n - W, add, c, VectorMask.fromLong(S, -1L << W - left));
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
	private static void column(int m, int n, int k, float[] a, int aAt, int rowStep, int columnStep, float[] b, int bAt, int j, boolean add, float[] c, VectorMask<Float> fresh) {
		int i = 0;
		for (; i + 8 <= m; i += 8) {
			eightByOne(n, k, a, aAt + i * rowStep, rowStep, columnStep, b, bAt + j, add, c, i * n + j, fresh);
		}
		if (i + 4 <= m) {
			fourByOne(n, k, a, aAt + i * rowStep, rowStep, columnStep, b, bAt + j, add, c, i * n + j, fresh);
			i += 4;
		}
		if (i + 2 <= m) {
			twoByOne(n, k, a, aAt + i * rowStep, rowStep, columnStep, b, bAt + j, add, c, i * n + j, fresh);
			i += 2;
		}
		if (i < m) {
			oneByOne(n, k, a, aAt + i * rowStep, columnStep, b, bAt + j, add, c, i * n + j, fresh);
		}
	}

	/** Both are read before one is written: they may overlap. */
	private static void end(FloatVector sum0, FloatVector sum1, boolean add, float[] c, int at, int d) {
		FloatVector c0 = add ? FloatVector.fromArray(S, c, at).add(sum0) : sum0;
		FloatVector c1 = add ? FloatVector.fromArray(S, c, at + d).add(sum1) : sum1;
		c0.intoArray(c, at);
		c1.intoArray(c, at + d);
	}

	private static void end(FloatVector sum, boolean add, float[] c, int at, VectorMask<Float> fresh) {
		FloatVector before = FloatVector.fromArray(S, c, at);
		before.blend(add ? before.add(sum) : sum, fresh).intoArray(c, at);
	}

	private static void fiveByTwo(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, int d, boolean add, float[] c, int z) {
		FloatVector c00 = FloatVector.zero(S);
		FloatVector c01 = FloatVector.zero(S);
		FloatVector c10 = FloatVector.zero(S);
		FloatVector c11 = FloatVector.zero(S);
		FloatVector c20 = FloatVector.zero(S);
		FloatVector c21 = FloatVector.zero(S);
		FloatVector c30 = FloatVector.zero(S);
		FloatVector c31 = FloatVector.zero(S);
		FloatVector c40 = FloatVector.zero(S);
		FloatVector c41 = FloatVector.zero(S);
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
		end(c00, c01, add, c, z, d);
		end(c10, c11, add, c, z + n, d);
		end(c20, c21, add, c, z + 2 * n, d);
		end(c30, c31, add, c, z + 3 * n, d);
		end(c40, c41, add, c, z + 4 * n, d);
	}

	private static void fourByTwo(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, int d, boolean add, float[] c, int z) {
		FloatVector c00 = FloatVector.zero(S);
		FloatVector c01 = FloatVector.zero(S);
		FloatVector c10 = FloatVector.zero(S);
		FloatVector c11 = FloatVector.zero(S);
		FloatVector c20 = FloatVector.zero(S);
		FloatVector c21 = FloatVector.zero(S);
		FloatVector c30 = FloatVector.zero(S);
		FloatVector c31 = FloatVector.zero(S);
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
		end(c00, c01, add, c, z, d);
		end(c10, c11, add, c, z + n, d);
		end(c20, c21, add, c, z + 2 * n, d);
		end(c30, c31, add, c, z + 3 * n, d);
	}

	private static void twoByTwo(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, int d, boolean add, float[] c, int z) {
		FloatVector c00 = FloatVector.zero(S);
		FloatVector c01 = FloatVector.zero(S);
		FloatVector c10 = FloatVector.zero(S);
		FloatVector c11 = FloatVector.zero(S);
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
		end(c00, c01, add, c, z, d);
		end(c10, c11, add, c, z + n, d);
	}

	private static void oneByTwo(int n, int k, float[] a, int x, int columnStep, float[] b, int y, int d, boolean add, float[] c, int z) {
		FloatVector c0 = FloatVector.zero(S);
		FloatVector c1 = FloatVector.zero(S);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector f = FloatVector.broadcast(S, a[x]);
			c0 = f.fma(FloatVector.fromArray(S, b, y), c0);
			c1 = f.fma(FloatVector.fromArray(S, b, y + d), c1);
		}
		end(c0, c1, add, c, z, d);
	}

	private static void eightByOne(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z, VectorMask<Float> fresh) {
		FloatVector c0 = FloatVector.zero(S);
		FloatVector c1 = FloatVector.zero(S);
		FloatVector c2 = FloatVector.zero(S);
		FloatVector c3 = FloatVector.zero(S);
		FloatVector c4 = FloatVector.zero(S);
		FloatVector c5 = FloatVector.zero(S);
		FloatVector c6 = FloatVector.zero(S);
		FloatVector c7 = FloatVector.zero(S);
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
		end(c0, add, c, z, fresh);
		end(c1, add, c, z + n, fresh);
		end(c2, add, c, z + 2 * n, fresh);
		end(c3, add, c, z + 3 * n, fresh);
		end(c4, add, c, z + 4 * n, fresh);
		end(c5, add, c, z + 5 * n, fresh);
		end(c6, add, c, z + 6 * n, fresh);
		end(c7, add, c, z + 7 * n, fresh);
	}

	private static void fourByOne(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z, VectorMask<Float> fresh) {
		FloatVector c0 = FloatVector.zero(S);
		FloatVector c1 = FloatVector.zero(S);
		FloatVector c2 = FloatVector.zero(S);
		FloatVector c3 = FloatVector.zero(S);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			c0 = FloatVector.broadcast(S, a[x]).fma(b0, c0);
			c1 = FloatVector.broadcast(S, a[x + rowStep]).fma(b0, c1);
			c2 = FloatVector.broadcast(S, a[x + 2 * rowStep]).fma(b0, c2);
			c3 = FloatVector.broadcast(S, a[x + 3 * rowStep]).fma(b0, c3);
		}
		end(c0, add, c, z, fresh);
		end(c1, add, c, z + n, fresh);
		end(c2, add, c, z + 2 * n, fresh);
		end(c3, add, c, z + 3 * n, fresh);
	}

	private static void twoByOne(int n, int k, float[] a, int x, int rowStep, int columnStep, float[] b, int y, boolean add, float[] c, int z, VectorMask<Float> fresh) {
		FloatVector c0 = FloatVector.zero(S);
		FloatVector c1 = FloatVector.zero(S);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			FloatVector b0 = FloatVector.fromArray(S, b, y);
			c0 = FloatVector.broadcast(S, a[x]).fma(b0, c0);
			c1 = FloatVector.broadcast(S, a[x + rowStep]).fma(b0, c1);
		}
		end(c0, add, c, z, fresh);
		end(c1, add, c, z + n, fresh);
	}

	private static void oneByOne(int n, int k, float[] a, int x, int columnStep, float[] b, int y, boolean add, float[] c, int z, VectorMask<Float> fresh) {
		FloatVector sum = FloatVector.zero(S);
		for (int p = 0; p < k; p++, x += columnStep, y += n) {
			sum = FloatVector.broadcast(S, a[x]).fma(FloatVector.fromArray(S, b, y), sum);
		}
		end(sum, add, c, z, fresh);
	}
}
