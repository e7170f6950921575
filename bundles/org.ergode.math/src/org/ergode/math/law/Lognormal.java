// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;

/** exp of a normal number of mean mu and standard deviation sigma. */
public final class Lognormal extends LibraryLaw {
	private final double mu;
	private final double sigma;

	private Lognormal(double mu, double sigma) {
		super(LogNormalDistribution.of(mu, sigma));
		this.mu = mu;
		this.sigma = sigma;
	}

	/**
	 * @param mu mean of the logarithm
	 * @param sigma standard deviation of the logarithm, > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Lognormal of(double mu, double sigma) {
		Checks.finite("mu", mu);
		Checks.positive("sigma", sigma);
		return new Lognormal(mu, sigma);
	}

	@Override
	public String undefinedExponential(double rate) {
		return rate > 0 ? "is infinite, as the tail of a lognormal is heavier than any exponential" : null;
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Fills.lognormal(s, out, from, n, mu, sigma);
	}

	@Override
	public String toString() {
		return "lognormal(mu = " + Checks.number(mu) + ", sigma = " + Checks.number(sigma) + ")";
	}
}
