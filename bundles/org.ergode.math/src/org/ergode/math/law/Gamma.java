// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.ergode.math.random.Sampler;

/** Density x^(shape - 1) exp(-x/scale) / (Gamma(shape) scale^shape) for x > 0. */
public final class Gamma extends LibraryLaw {
	private final double shape;
	private final double scale;

	private Gamma(double shape, double scale) {
		super(GammaDistribution.of(shape, scale));
		this.shape = shape;
		this.scale = scale;
	}

	/**
	 * @param shape > 0
	 * @param scale > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Gamma of(double shape, double scale) {
		Checks.positive("shape", shape);
		Checks.positive("scale", scale);
		return new Gamma(shape, scale);
	}

	@Override
	public String undefinedExponential(double rate) {
		return Checks.exponentialTail("scale", scale, rate);
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Sampling.fill(AhrensDieterMarsagliaTsangGammaSampler.of(s, shape, scale), out, from, n);
	}

	@Override
	public String toString() {
		return "gamma(shape = " + Checks.number(shape) + ", scale = " + Checks.number(scale) + ")";
	}
}
