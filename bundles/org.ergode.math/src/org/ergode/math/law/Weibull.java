// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.WeibullDistribution;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;

/** Stretched exponential: P(X > x) = exp(-(x/scale)^shape) for x > 0. */
public final class Weibull extends LibraryLaw {
	private final double shape;
	private final double scale;

	private Weibull(double shape, double scale) {
		super(WeibullDistribution.of(shape, scale));
		this.shape = shape;
		this.scale = scale;
	}

	/**
	 * @param shape > 0
	 * @param scale > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Weibull of(double shape, double scale) {
		Checks.positive("shape", shape);
		Checks.positive("scale", scale);
		return new Weibull(shape, scale);
	}

	@Override
	public String undefinedExponential(double rate) {
		return shape > 1 || rate <= 0 ? null : shape == 1 ? Checks.exponentialTail("scale", scale, rate) : "is infinite for shape = " + Checks.number(shape) + " < 1";
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Fills.weibull(s, out, from, n, shape, scale);
	}

	@Override
	public String toString() {
		return "weibull(shape = " + Checks.number(shape) + ", scale = " + Checks.number(scale) + ")";
	}
}
