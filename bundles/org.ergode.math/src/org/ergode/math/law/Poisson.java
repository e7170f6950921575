// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.ergode.math.random.Sampler;

/** Number of events where mean are expected: mean^k exp(-mean)/k!. */
public final class Poisson extends LibraryCounts {
	private final double mean;

	private Poisson(double mean) {
		super(PoissonDistribution.of(mean));
		this.mean = mean;
	}

	/**
	 * @param mean > 0, at most 2^30
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Poisson of(double mean) {
		Checks.within("mean", mean, 0, 1 << 30);
		return new Poisson(mean);
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Sampling.fill(PoissonSampler.of(s, mean), out, from, n);
	}

	@Override
	public String toString() {
		return "poisson(mean = " + Checks.number(mean) + ")";
	}
}
