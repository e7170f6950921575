// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.DiscreteDistribution;

/** A law of whole numbers that Commons Statistics has. */
abstract class LibraryCounts implements Law {
	private final DiscreteDistribution law;

	LibraryCounts(DiscreteDistribution law) {
		this.law = law;
	}

	@Override
	public double pdf(double x) {
		return x == Math.rint(x) && Math.abs(x) <= Integer.MAX_VALUE ? law.probability((int) x) : 0;
	}

	@Override
	public double cdf(double x) {
		return Double.isNaN(x) ? Double.NaN : law.cumulativeProbability((int) Math.floor(x));
	}

	@Override
	public double survival(double x) {
		return Double.isNaN(x) ? Double.NaN : law.survivalProbability((int) Math.floor(x));
	}

	@Override
	public double quantile(double p) {
		return law.inverseCumulativeProbability(Checks.probability("p", p));
	}

	@Override
	public double mean() {
		return law.getMean();
	}

	@Override
	public double variance() {
		return law.getVariance();
	}

	@Override
	public final boolean discrete() {
		return true;
	}
}
