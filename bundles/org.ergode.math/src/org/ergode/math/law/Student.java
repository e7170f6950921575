// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.TDistribution;
import org.ergode.math.random.Draws;
import org.ergode.math.random.Sampler;

/** Student's t with a location and a scale: location + scale T. */
public final class Student implements Law {
	private final double nu;
	private final double location;
	private final double scale;
	private final TDistribution law;

	private Student(double nu, double location, double scale) {
		this.nu = nu;
		this.location = location;
		this.scale = scale;
		this.law = TDistribution.of(nu);
	}

	/**
	 * @param nu degrees of freedom, > 0, need not be whole
	 * @param location finite
	 * @param scale > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Student of(double nu, double location, double scale) {
		return new Student(Checks.positive("nu", nu), Checks.finite("location", location), Checks.positive("scale", scale));
	}

	@Override
	public double pdf(double x) {
		return law.density((x - location) / scale) / scale;
	}

	@Override
	public double cdf(double x) {
		return law.cumulativeProbability((x - location) / scale);
	}

	@Override
	public double survival(double x) {
		return law.survivalProbability((x - location) / scale);
	}

	@Override
	public double quantile(double p) {
		return location + scale * law.inverseCumulativeProbability(Checks.probability("p", p));
	}

	@Override
	public double mean() {
		return nu > 1 ? location : Double.NaN;
	}

	@Override
	public double variance() {
		return nu > 2 ? scale * scale * nu / (nu - 2) : nu > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
	}

	@Override
	public String undefinedMoment(double order) {
		if (nu > order) {
			return null;
		}
		boolean centred = (order == 1 || order == 2) && nu <= 1;
		return (centred ? "does not exist for nu = " : "is infinite for nu = ") + Checks.number(nu) + " <= " + (centred ? "1" : Checks.number(order));
	}

	@Override
	public String undefinedExponential(double rate) {
		return rate == 0 ? null : Checks.POWER_TAIL;
	}

	@Override
	public boolean discrete() {
		return false;
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> {
			s.fillNormal(out, from, n);
			for (int i = from; i < from + n; i++) {
				out[i] = Math.fma(out[i] / Math.sqrt(Draws.gamma(s, nu / 2, 2 / nu)), scale, location);
			}
		};
	}

	@Override
	public String toString() {
		return "student(nu = " + Checks.number(nu) + ", location = " + Checks.number(location) + ", scale = "
				+ Checks.number(scale) + ")";
	}
}
