// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.random;

import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.MarsagliaTsangWangDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.ergode.math.internal.ScalarTransforms;
import org.ergode.math.special.Elementary;

/**
 * One variate at a time, for parameters that vary from walker to walker. Static, so that compiled simulators call them
 * directly; parameters are not checked here. For many variates of one law {@link Fills} is faster.
 */
public final class Draws {
	private Draws() {}

	public static double uniform(Stream s, double low, double high) {
		return Math.fma(s.nextDouble(), high - low, low);
	}

	public static double exponential(Stream s, double mean) {
		return s.nextExponential() * mean;
	}

	public static double normal(Stream s, double mean, double sd) {
		return Math.fma(s.nextNormal(), sd, mean);
	}

	public static double lognormal(Stream s, double mu, double sigma) {
		return Elementary.exp(normal(s, mu, sigma));
	}

	public static double pareto(Stream s, double alpha, double scale) {
		return ScalarTransforms.pareto(s.nextDouble(), scale, -1 / alpha);
	}

	public static double weibull(Stream s, double shape, double scale) {
		return ScalarTransforms.weibull(s.nextDouble(), scale, 1 / shape);
	}

	public static double laplace(Stream s, double mean, double scale) {
		return ScalarTransforms.laplace(s.nextDouble(), mean, scale);
	}

	public static double mittagLeffler(Stream s, double alpha, double scale) {
		double u = s.nextDouble();
		return ScalarTransforms.mittagLeffler(u, s.nextDouble(), alpha, 1 / alpha, scale);
	}

	public static double stable(Stream s, double alpha, double beta, double scale, double location) {
		double u = s.nextDouble();
		return StableTransform.of(alpha, beta, scale, location).apply(u, s.nextDouble());
	}

	public static double gamma(Stream s, double shape, double scale) {
		return AhrensDieterMarsagliaTsangGammaSampler.of(s, shape, scale).sample();
	}

	/** Location-scale Student: normal / sqrt(chi-square / dof). */
	public static double student(Stream s, double dof, double location, double scale) {
		double z = s.nextNormal();
		double chi2 = gamma(s, dof / 2, 2);
		return Math.fma(z / Math.sqrt(chi2 / dof), scale, location);
	}

	/** 1 with probability p, else 0. */
	public static double bernoulli(Stream s, double p) {
		return s.nextDouble() < p ? 1 : 0;
	}

	/** Number of events where {@code mean} are expected; 0 for a mean of 0. */
	public static double poisson(Stream s, double mean) {
		return mean == 0 ? 0 : PoissonSampler.of(s, mean).sample();
	}

	/** Number of successes in {@code trials} trials of probability p. */
	public static double binomial(Stream s, double trials, double p) {
		if (trials > 64) {
			return MarsagliaTsangWangDiscreteSampler.Binomial.of(s, (int) trials, p).sample();
		}
		int successes = 0;
		for (int i = 0; i < trials; i++) {
			successes += s.nextDouble() < p ? 1 : 0;
		}
		return successes;
	}

	/** One of the values, each with the same probability. */
	public static double choice(Stream s, double[] values) {
		return values[s.nextInt(values.length)];
	}
}
