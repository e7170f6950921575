// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.util.Objects;

import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;

/** Fills from the samplers of Commons RNG, which draw one number at a time. */
final class Sampling {
	private Sampling() {}

	static void fill(ContinuousSampler sampler, double[] out, int from, int n) {
		Objects.checkFromIndexSize(from, n, out.length);
		for (int i = from; i < from + n; i++) {
			out[i] = sampler.sample();
		}
	}

	static void fill(DiscreteSampler sampler, double[] out, int from, int n) {
		Objects.checkFromIndexSize(from, n, out.length);
		for (int i = from; i < from + n; i++) {
			out[i] = sampler.sample();
		}
	}
}
