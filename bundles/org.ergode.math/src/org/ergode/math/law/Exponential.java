// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;

/** Waiting time without memory: density exp(-x/mean)/mean for x > 0. */
public final class Exponential extends LibraryLaw {
	private final double mean;

	private Exponential(double mean) {
		super(ExponentialDistribution.of(mean));
		this.mean = mean;
	}

	/**
	 * @param mean > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Exponential of(double mean) {
		Checks.positive("mean", mean);
		return new Exponential(mean);
	}

	@Override
	public String undefinedExponential(double rate) {
		return Checks.exponentialTail("mean", mean, rate);
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Fills.exponential(s, out, from, n, mean);
	}

	@Override
	public String toString() {
		return "exponential(mean = " + Checks.number(mean) + ")";
	}
}
