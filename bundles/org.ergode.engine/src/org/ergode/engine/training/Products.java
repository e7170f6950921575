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

	/** Starts to warm the vector form if the work is long. */
	static void expect(double multiplications) {
		if (multiplications > LONG && Vectorization.vector().usesVectors()) {
			warmUp();
		}
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
						VectorProducts.multiply(n - 1, n, n, 1, a, n, 1, b, (i & 1) == 0, c);
						VectorProducts.multiply(n - 2, n - 4, n, 1, a, 1, n, b, (i & 1) == 0, c);
					}
					// 14 million multiplications: 1.5 ms where the JIT is done
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
			VectorProducts.multiply(m, n, k, alpha, a, k, 1, b, add, c);
		} else if (zeros) {
			sparse.nn(m, n, k, alpha, a, b, add, c);
		} else {
			FloatProducts.nn(m, n, k, alpha, a, 0, b, 0, add, c, 0, panel);
		}
	}

	void nt(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c, boolean zeros) {
		if (vectors(m, n, k)) {
			VectorProducts.multiply(m, n, k, alpha, a, k, 1, turn(n, k, b), add, c);
		} else if (zeros) {
			sparse.nt(m, n, k, alpha, a, b, add, c);
		} else {
			FloatProducts.nt(m, n, k, alpha, a, 0, b, 0, add, c, 0, panel);
		}
	}

	void tn(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c, boolean zeros) {
		if (vectors(m, n, k)) {
			VectorProducts.multiply(m, n, k, alpha, a, 1, m, b, add, c);
		} else if (zeros) {
			sparse.tn(m, n, k, alpha, a, b, add, c);
		} else {
			FloatProducts.tn(m, n, k, alpha, a, 0, b, 0, add, c, 0, panel);
		}
	}

	/** B[n x k] as k x n, eight by eight so that no line of the cache is fetched in vain. */
	private float[] turn(int n, int k, float[] b) {
		if (turned.length < n * k) {
			turned = new float[n * k];
		}
		float[] t = turned;
		for (int j0 = 0; j0 < n; j0 += 8) {
			int j1 = Math.min(j0 + 8, n);
			for (int p = 0; p < k; p++) {
				for (int j = j0; j < j1; j++) {
					t[p * n + j] = b[j * k + p];
				}
			}
		}
		return t;
	}
}
