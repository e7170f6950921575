// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;

/** Gauss: density exp(-(x - mean)^2/(2 sd^2)) / (sd sqrt(2 pi)). */
public final class Normal extends LibraryLaw {
	private final double mean;
	private final double sd;

	private Normal(double mean, double sd) {
		super(NormalDistribution.of(mean, sd));
		this.mean = mean;
		this.sd = sd;
	}

	/**
	 * @param mean finite
	 * @param sd standard deviation, > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Normal of(double mean, double sd) {
		Checks.finite("mean", mean);
		Checks.positive("sd", sd);
		return new Normal(mean, sd);
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Fills.normal(s, out, from, n, mean, sd);
	}

	@Override
	public String toString() {
		return "normal(mean = " + Checks.number(mean) + ", sd = " + Checks.number(sd) + ")";
	}
}
