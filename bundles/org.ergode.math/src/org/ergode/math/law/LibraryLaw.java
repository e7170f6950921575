// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.ContinuousDistribution;

/** A continuous law that Commons Statistics has. */
abstract class LibraryLaw implements Law {
	private final ContinuousDistribution law;

	LibraryLaw(ContinuousDistribution law) {
		this.law = law;
	}

	@Override
	public double pdf(double x) {
		return law.density(x);
	}

	@Override
	public double cdf(double x) {
		return law.cumulativeProbability(x);
	}

	@Override
	public double survival(double x) {
		return law.survivalProbability(x);
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
		return false;
	}
}
