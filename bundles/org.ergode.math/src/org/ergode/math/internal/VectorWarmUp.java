// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import java.util.List;

/**
 * Makes the JIT compile the vector kernels, by running each on a scratch array until it is fast. Before that a kernel is
 * some hundred times slower, because every vector is an object.
 */
public final class VectorWarmUp implements Runnable {
	private static final int N = 512;
	private static final int CALLS = 50;
	/** Nanoseconds a number: well above what compiled kernels take, and well below interpreted ones. */
	private static final double FAST = 12;
	private static final long PATIENCE = 3_000_000_000L;

	private final double[] x = new double[N];
	private final double[] v = new double[N];
	private final double[] room = new double[N];
	private final long[] state = {1, 2, 3, 4, 5, 6, 7, 8, 1, 1, 1, 1, 1, 1, 1, 1, 9, 8, 7, 6, 5, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2};

	@Override
	public void run() {
		List<Runnable> kernels = List.of(() -> {},
				() -> VectorTransforms.exponential(x, 0, N, 1),
				() -> VectorTransforms.normal(x, 0, N, 0, 1),
				() -> VectorTransforms.pareto(x, 0, N, 1, -1),
				() -> VectorTransforms.mittagLeffler(x, 0, N, v, 0.5, 2, 1),
				() -> VectorTransforms.stable(x, 0, N, v, room, 1.5, 1 / 1.5, 0, 1, 0),
				() -> VectorTransforms.laplace(x, 0, N, 0, 1),
				() -> VectorTransforms.uniform(x, 0, N, 0, 1));
		for (Runnable kernel : kernels) {
			warm(kernel);
		}
	}

	private void warm(Runnable kernel) {
		long start = System.nanoTime();
		for (int fast = 0; fast < 3 && System.nanoTime() - start < PATIENCE;) {
			long t = System.nanoTime();
			for (int i = 0; i < CALLS; i++) {
				VectorGenerator.uniform(state, x, 0, N / ScalarGenerator.LANES);
				VectorGenerator.uniform(state, v, 0, N / ScalarGenerator.LANES);
				kernel.run();
			}
			fast = (System.nanoTime() - t) / (double) (CALLS * N) < FAST ? fast + 1 : 0;
		}
	}
}
