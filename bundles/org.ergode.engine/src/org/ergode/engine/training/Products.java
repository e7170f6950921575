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

	private static volatile boolean warm;
	private static boolean warming;

	private final FloatPanel panel = FloatPanel.of();
	private final SparseProducts sparse = new SparseProducts();
	private float[] turned = {};
	private float[] result = {};
	private float[] spare = {};

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
				float[] spare = new float[VectorProducts.ROOM];
				long start = System.nanoTime();
				for (int fast = 0; fast < 3 && System.nanoTime() - start < 5_000_000_000L;) {
					long t = System.nanoTime();
					for (int i = 0; i < 50; i++) {
						VectorProducts.multiply(n - 1, n, n, 1, a, n, 1, b, (i & 1) == 0, c, spare);
						VectorProducts.multiply(n - 2, n - 4, n, 1, a, 1, n, b, (i & 1) == 0, c, spare);
						VectorProducts.multiply(n - 1, 10, n, 1, a, n, 1, b, (i & 1) == 0, c, spare);
					}
					// 15 million multiplications: 1.5 ms where the JIT is done
					fast = System.nanoTime() - t < 5_000_000 ? fast + 1 : 0;
				}
				warm = true;
			});
		}
	}

	private static boolean vectors(int m, int n, int k) {
		return warm && m * n * k >= SMALL && n >= 4;
	}

	void nn(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c, boolean zeros) {
		if (vectors(m, n, k)) {
			VectorProducts.multiply(m, n, k, alpha, a, k, 1, b, add, c, spare());
		} else if (zeros) {
			sparse.nn(m, n, k, alpha, a, b, add, c);
		} else {
			FloatProducts.nn(m, n, k, alpha, a, 0, b, 0, add, c, 0, panel);
		}
	}

	void nt(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c, boolean zeros) {
		if (vectors(m, n, k)) {
			if (m < n) {
				turnedProduct(m, n, k, alpha, a, b, add, c);
			} else {
				turned = turn(n, k, b, turned);
				VectorProducts.multiply(m, n, k, alpha, a, k, 1, turned, add, c, spare());
			}
		} else if (zeros) {
			sparse.nt(m, n, k, alpha, a, b, add, c);
		} else {
			FloatProducts.nt(m, n, k, alpha, a, 0, b, 0, add, c, 0, panel);
		}
	}

	void tn(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c, boolean zeros) {
		if (vectors(m, n, k)) {
			VectorProducts.multiply(m, n, k, alpha, a, 1, m, b, add, c, spare());
		} else if (zeros) {
			sparse.tn(m, n, k, alpha, a, b, add, c);
		} else {
			FloatProducts.tn(m, n, k, alpha, a, 0, b, 0, add, c, 0, panel);
		}
	}

	/** C' = B A': of two operands the smaller one is turned. A product of two numbers does not depend on their order, so the bits are the same. */
	private void turnedProduct(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c) {
		turned = turn(m, k, a, turned);
		result = add ? turn(m, n, c, result) : room(m * n, result);
		VectorProducts.multiply(n, m, k, alpha, b, k, 1, turned, add, result, spare());
		turnBack(n, m, result, c);
	}

	/** Made with the first vector product, so that nothing of the Vector API is loaded before. */
	private float[] spare() {
		if (spare.length == 0) {
			spare = new float[VectorProducts.ROOM];
		}
		return spare;
	}

	private static float[] room(int n, float[] array) {
		return array.length < n ? new float[n] : array;
	}

	/** A matrix of rows by columns, turned. */
	private static float[] turn(int rows, int columns, float[] x, float[] into) {
		float[] t = room(rows * columns, into);
		turnBack(rows, columns, x, t);
		return t;
	}

	private static void turnBack(int rows, int columns, float[] x, float[] t) {
		int i = 0;
		for (; i + 8 <= rows; i += 8) {
			turnEight(rows, columns, i, x, t);
		}
		for (; i + 2 <= rows; i += 2) {
			for (int j = 0, a = i * columns, b = a + columns, z = i; j < columns; j++, z += rows) {
				t[z] = x[a + j];
				t[z + 1] = x[b + j];
			}
		}
		for (; i < rows; i++) {
			for (int j = 0, a = i * columns, z = i; j < columns; j++, z += rows) {
				t[z] = x[a + j];
			}
		}
	}

	private static void turnEight(int rows, int columns, int i, float[] x, float[] t) {
		int r0 = i * columns;
		int r1 = r0 + columns;
		int r2 = r1 + columns;
		int r3 = r2 + columns;
		int r4 = r3 + columns;
		int r5 = r4 + columns;
		int r6 = r5 + columns;
		int r7 = r6 + columns;
		for (int j = 0, z = i; j < columns; j++, z += rows) {
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
