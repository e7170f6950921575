// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.ergode.math.random.Sampler;

/** A probability law of one number. Immutable. */
public interface Law {
	/** Density at x, or the probability of x when the law is discrete. */
	double pdf(double x);

	/** P(X <= x). */
	double cdf(double x);

	/** P(X > x), accurate where it is small. */
	default double survival(double x) {
		return 1 - cdf(x);
	}

	/**
	 * The smallest x with cdf(x) >= p.
	 *
	 * @throws IllegalArgumentException if p is not in [0, 1]
	 */
	double quantile(double p);

	/** The mean; infinite when it is, NaN when it does not exist. */
	double mean();

	/** The variance; infinite when it is, NaN when it does not exist. */
	double variance();

	/**
	 * Why a moment is not a finite number, to be read after "the mean" or "the variance":
	 * {@code is infinite for alpha = 0.7 <= 1}.
	 *
	 * @param order 1 for the mean, 2 for the variance, else that of E|X|^order; more than 0
	 * @return null when the moment is finite
	 */
	default String undefinedMoment(double order) {
		return null;
	}

	/**
	 * Why E exp(rate X) is not a finite number, to be read after "the mean of exp(rate x)": {@code is infinite for mean*rate = 2 >= 1}.
	 *
	 * @param rate of either sign, in units of 1/X
	 * @return null when it is finite
	 */
	default String undefinedExponential(double rate) {
		return null;
	}

	/** Whether it has probabilities at points rather than a density. */
	boolean discrete();

	/** Stateless; safe to share between threads. */
	Sampler sampler();
}
