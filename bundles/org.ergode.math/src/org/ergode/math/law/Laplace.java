// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;

/** Double exponential: density exp(-|x - mean|/scale) / (2 scale). */
public final class Laplace extends LibraryLaw {
	private final double mean;
	private final double scale;

	private Laplace(double mean, double scale) {
		super(LaplaceDistribution.of(mean, scale));
		this.mean = mean;
		this.scale = scale;
	}

	/**
	 * @param mean finite
	 * @param scale > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Laplace of(double mean, double scale) {
		Checks.finite("mean", mean);
		Checks.positive("scale", scale);
		return new Laplace(mean, scale);
	}

	@Override
	public String undefinedExponential(double rate) {
		return Checks.exponentialTail("scale", scale, Math.abs(rate));
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Fills.laplace(s, out, from, n, mean, scale);
	}

	@Override
	public String toString() {
		return "laplace(mean = " + Checks.number(mean) + ", scale = " + Checks.number(scale) + ")";
	}
}
