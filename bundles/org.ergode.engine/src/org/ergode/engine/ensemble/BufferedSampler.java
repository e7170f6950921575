// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import org.ergode.math.random.Sampler;
import org.ergode.math.random.Stream;

/**
 * Draws of one law, bought by the hundred: kernels waste little on a long array and much on a short one. Which draw goes where
 * depends on the sizes asked for alone, so it repeats.
 */
final class BufferedSampler {
	private static final int SIZE = 256;
	/** From this length on an array is filled directly. */
	private static final int DIRECT = 64;

	private final Sampler sampler;
	private final double[] buffer = new double[SIZE];
	private Stream stream;
	private int used = SIZE;

	BufferedSampler(Sampler sampler) {
		this.sampler = sampler;
	}

	void start(Stream s) {
		stream = s;
		used = SIZE;
	}

	void fill(double[] out, int n) {
		if (n >= DIRECT) {
			sampler.fill(stream, out, 0, n);
			return;
		}
		int kept = Math.min(n, SIZE - used);
		System.arraycopy(buffer, used, out, 0, kept);
		used += kept;
		if (kept < n) {
			refill();
			System.arraycopy(buffer, 0, out, kept, n - kept);
			used = n - kept;
		}
	}

	double next() {
		if (used == SIZE) {
			refill();
		}
		return buffer[used++];
	}

	private void refill() {
		sampler.fill(stream, buffer, 0, SIZE);
		used = 0;
	}
}
