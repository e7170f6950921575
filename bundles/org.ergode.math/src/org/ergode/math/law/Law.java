// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.ergode.math.random.Sampler;

/** The law of a random number. Immutable. */
public interface Law {
	/** Density at x; for a discrete law the probability of x. */
	double pdf(double x);

	/** P(X <= x). */
	double cdf(double x);

	/** The smallest x with cdf(x) >= p. @param p in [0, 1] */
	double quantile(double p);

	/** NaN if it does not exist, infinite if it diverges. */
	double mean();

	/** NaN if it does not exist, infinite if it diverges. */
	double variance();

	boolean discrete();

	Sampler sampler();
}
