// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import org.ergode.math.Vectorization;
import org.ergode.math.linear.FloatPanel;
import org.ergode.math.linear.FloatProducts;

/**
 * Products in single precision by the fastest form at hand, all of the same bits: plain loops that C2 vectorises, those that leave out zeros,
 * and the Vector API, which is slow for about a second and so is warmed by a thread of its own, once, when a training is long enough to gain from it.
 */
final class Products {
	/** Multiplications of a training from which the Vector API's warm-up pays. */
	private static final double LONG = 5e8;
	/** Of one product: less is not worth the call. */
	private static final int SMALL = 256;
	/** Terms of a sum over samples that are added one after the other. */
	static final int BLOCK = 1024;

	private static volatile boolean warm;
	private static boolean warming;

	private final FloatPanel panel = FloatPanel.of();
	private final SparseProducts sparse = new SparseProducts();
	private float[] turned = {};
	private float[] result = {};
	private float[] scaled = {};
	private float[] total = {};

	/** Starts to warm the vector form if the work is long. */
	static void expect(double multiplications) {
		if (multiplications > LONG && Vectorization.vector().usesVectors()) {
			warmUp();
		}
	}

	static boolean isWarm() {
		return warm;
	}

	private static synchronized void warmUp() {
		if (!warming) {
			warming = true;
			Thread.ofPlatform().daemon().name("Ergode product warm-up").start(() -> {
				int n = 52;
				float[] a = new float[n * n];
				float[] b = new float[n * n];
				float[] c = new float[n * n];
				long start = System.nanoTime();
				for (int fast = 0; fast < 3 && System.nanoTime() - start < 5_000_000_000L;) {
					long t = System.nanoTime();
					for (int i = 0; i < 50; i++) {
						boolean add = (i & 1) == 0;
						VectorProducts.multiply(n - 1, n, n, a, 0, n, 1, b, 0, add, c); // fours and fives by two, eights, twos and ones by one
						VectorProducts.multiply(n - 2, n - 4, n, a, 0, 1, n, b, 0, add, c);
						VectorProducts.multiply(7, n, n, a, 0, n, 1, b, 0, add, c); // twos by two, fours by one
						VectorProducts.multiply(1, n, n, a, 0, n, 1, b, 0, add, c);
						turn(n, n, a, c, n);
					}
					// 14 million multiplications: 0.3 ms on the widest vectors, 1 ms on others, where the JIT is done
					fast = System.nanoTime() - t < 5_000_000 ? fast + 1 : 0;
				}
				warm = true;
			});
		}
	}

	private static boolean vectors(int m, int n, int k) {
		return warm && (long) m * n * k >= SMALL && n >= 4;
	}

	void nn(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c, boolean zeros) {
		if (m == 1 && k > BLOCK) {
			inBlocks(m, n, k, add, c, (from, to, more, into) -> nnPart(m, n, to - from, alpha, a, from, b, from * n, more, into, zeros));
		} else {
			nnPart(m, n, k, alpha, a, 0, b, 0, add, c, zeros);
		}
	}

	private void nnPart(int m, int n, int k, float alpha, float[] a, int aAt, float[] b, int bAt, boolean add, float[] c, boolean zeros) {
		if (vectors(m, n, k)) {
			vector(m, n, k, alpha, a, aAt, k, 1, b, bAt, add, c);
		} else if (zeros) {
			sparse.nn(m, n, k, alpha, a, aAt, b, bAt, add, c);
		} else {
			FloatProducts.nn(m, n, k, alpha, a, aAt, b, bAt, add, c, 0, panel);
		}
	}

	void nt(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c, boolean zeros) {
		if (vectors(m, n, k)) {
			int step = Math.max(n, VectorProducts.W);
			turned = room(k * step, turned);
			turn(n, k, b, turned, step);
			vector(m, n, k, alpha, a, 0, k, 1, turned, 0, step, add, c);
		} else if (zeros) {
			sparse.nt(m, n, k, alpha, a, b, add, c);
		} else {
			FloatProducts.nt(m, n, k, alpha, a, 0, b, 0, add, c, 0, panel);
		}
	}

	void tn(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c, boolean zeros) {
		if (k > BLOCK) {
			inBlocks(m, n, k, add, c, (from, to, more, into) -> tnPart(m, n, to - from, alpha, a, from * m, b, from * n, more, into, zeros));
		} else {
			tnPart(m, n, k, alpha, a, 0, b, 0, add, c, zeros);
		}
	}

	private void tnPart(int m, int n, int k, float alpha, float[] a, int aAt, float[] b, int bAt, boolean add, float[] c, boolean zeros) {
		if (vectors(m, n, k)) {
			vector(m, n, k, alpha, a, aAt, 1, m, b, bAt, add, c);
		} else if (zeros) {
			sparse.tn(m, n, k, alpha, a, aAt, b, bAt, add, c);
		} else {
			FloatProducts.tn(m, n, k, alpha, a, aAt, b, bAt, add, c, 0, panel);
		}
	}

	/** A product over some of k. */
	private interface Part {
		void multiply(int from, int to, boolean add, float[] into);
	}

	/** Over many samples: blocks of them are summed, then their sums, so that the rounding errors of a sum do not grow with all of k. */
	private void inBlocks(int m, int n, int k, boolean add, float[] c, Part part) {
		total = room(m * n, total);
		for (int from = 0; from < k; from += BLOCK) {
			part.multiply(from, Math.min(k, from + BLOCK), from > 0, total);
		}
		for (int i = 0; i < m * n; i++) {
			c[i] = add ? c[i] + total[i] : total[i];
		}
	}

	/** On vectors. Element (i, p) of op(A) stands at aAt + i rowStep + p columnStep; B[k x n] begins at bAt. */
	private void vector(int m, int n, int k, float alpha, float[] a, int aAt, int rowStep, int columnStep, float[] b, int bAt, boolean add, float[] c) {
		if (n >= VectorProducts.W) {
			vector(m, n, k, alpha, a, aAt, rowStep, columnStep, b, bAt, n, add, c);
		} else {
			turned = room(k * VectorProducts.W, turned);
			move(k, n, b, bAt, n, turned, VectorProducts.W);
			vector(m, n, k, alpha, a, aAt, rowStep, columnStep, turned, 0, VectorProducts.W, add, c);
		}
	}

	/** @param bStep from one row of B to the next, at least as far as a vector is wide */
	private void vector(int m, int n, int k, float alpha, float[] a, int aAt, int rowStep, int columnStep, float[] b, int bAt, int bStep, boolean add, float[] c) {
		float[] x = alpha == 1 ? a : scaled(m * k, alpha, a, aAt);
		int xAt = alpha == 1 ? aAt : 0;
		if (n == bStep) {
			VectorProducts.multiply(m, n, k, x, xAt, rowStep, columnStep, b, bAt, add, c);
			return;
		}
		result = room(m * bStep, result);
		if (add) {
			move(m, n, c, 0, n, result, bStep);
		}
		VectorProducts.multiply(m, bStep, k, x, xAt, rowStep, columnStep, b, bAt, add, result);
		move(m, n, result, 0, bStep, c, n);
	}

	private float[] scaled(int n, float alpha, float[] a, int at) {
		scaled = room(n, scaled);
		float[] x = scaled;
		for (int i = 0; i < n; i++) {
			x[i] = alpha * a[at + i];
		}
		return x;
	}

	private static void move(int rows, int columns, float[] x, int at, int step, float[] y, int yStep) {
		for (int i = 0; i < rows; i++) {
			System.arraycopy(x, at + i * step, y, i * yStep, columns);
		}
	}

	private static float[] room(int n, float[] array) {
		return array.length < n ? new float[n] : array;
	}

	/** A matrix of rows by columns, turned; the rows of {@code t} are {@code step} apart. */
	private static void turn(int rows, int columns, float[] x, float[] t, int step) {
		if (VectorTurn.canTurn(rows, columns)) {
			VectorTurn.turn(rows, columns, x, t, step);
			return;
		}
		int i = 0;
		for (; i + 8 <= rows; i += 8) {
			turnEight(columns, i * columns, x, t, i, step);
		}
		for (; i < rows; i++) {
			for (int j = 0, a = i * columns, z = i; j < columns; j++, z += step) {
				t[z] = x[a + j];
			}
		}
	}

	private static void turnEight(int columns, int r0, float[] x, float[] t, int at, int step) {
		int r1 = r0 + columns;
		int r2 = r1 + columns;
		int r3 = r2 + columns;
		int r4 = r3 + columns;
		int r5 = r4 + columns;
		int r6 = r5 + columns;
		int r7 = r6 + columns;
		for (int j = 0, z = at; j < columns; j++, z += step) {
			t[z] = x[r0 + j];
			t[z + 1] = x[r1 + j];
			t[z + 2] = x[r2 + j];
			t[z + 3] = x[r3 + j];
			t[z + 4] = x[r4 + j];
			t[z + 5] = x[r5 + j];
			t[z + 6] = x[r6 + j];
			t[z + 7] = x[r7 + j];
		}
	}
}
