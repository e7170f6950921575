// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;

/** Power law: P(X > x) = (scale/x)^alpha for x >= scale. */
public final class Pareto extends LibraryLaw {
	private final double alpha;
	private final double scale;

	private Pareto(double alpha, double scale) {
		super(ParetoDistribution.of(scale, alpha));
		this.alpha = alpha;
		this.scale = scale;
	}

	/**
	 * @param alpha exponent, > 0
	 * @param scale smallest value, > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Pareto of(double alpha, double scale) {
		Checks.positive("alpha", alpha);
		Checks.positive("scale", scale);
		return new Pareto(alpha, scale);
	}

	@Override
	public String undefinedMoment(double order) {
		return alpha > order ? null : "is infinite for alpha = " + Checks.number(alpha) + " <= " + Checks.number(order);
	}

	@Override
	public String undefinedExponential(double rate) {
		return rate > 0 ? Checks.POWER_TAIL : null;
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Fills.pareto(s, out, from, n, alpha, scale);
	}

	@Override
	public String toString() {
		return "pareto(alpha = " + Checks.number(alpha) + ", scale = " + Checks.number(scale) + ")";
	}
}
