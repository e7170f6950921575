// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.ergode.math.random.Sampler;

/** 1 with probability p, else 0. */
public final class Bernoulli implements Law {
	private final double p;

	private Bernoulli(double p) {
		this.p = p;
	}

	/** @throws IllegalArgumentException if p is not in [0, 1] */
	public static Bernoulli of(double p) {
		return new Bernoulli(Checks.probability("p", p));
	}

	@Override
	public double pdf(double x) {
		return x == 1 ? p : x == 0 ? 1 - p : 0;
	}

	@Override
	public double cdf(double x) {
		return x >= 1 ? 1 : x >= 0 ? 1 - p : x < 0 ? 0 : Double.NaN;
	}

	@Override
	public double quantile(double q) {
		return Checks.probability("p", q) <= 1 - p ? 0 : 1;
	}

	@Override
	public double mean() {
		return p;
	}

	@Override
	public double variance() {
		return p * (1 - p);
	}

	@Override
	public boolean discrete() {
		return true;
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> {
			s.fillUniform(out, from, n);
			for (int i = from; i < from + n; i++) {
				out[i] = out[i] < p ? 1 : 0;
			}
		};
	}

	@Override
	public String toString() {
		return "bernoulli(p = " + Checks.number(p) + ")";
	}
}
