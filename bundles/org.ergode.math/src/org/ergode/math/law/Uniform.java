// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;

/** All values between low and high alike. */
public final class Uniform extends LibraryLaw {
	private final double low;
	private final double high;

	private Uniform(double low, double high) {
		super(UniformContinuousDistribution.of(low, high));
		this.low = low;
		this.high = high;
	}

	/**
	 * @param low finite
	 * @param high > low
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Uniform of(double low, double high) {
		Checks.finite("low", low);
		Checks.finite("high", high);
		if (!(high > low)) {
			throw new IllegalArgumentException("high is not above low: " + high + "; expected more than " + low);
		}
		return new Uniform(low, high);
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Fills.uniform(s, out, from, n, low, high);
	}

	@Override
	public String toString() {
		return "uniform(low = " + Checks.number(low) + ", high = " + Checks.number(high) + ")";
	}
}
