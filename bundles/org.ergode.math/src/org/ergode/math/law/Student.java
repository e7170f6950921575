// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.statistics.distribution.TDistribution;
import org.ergode.math.random.Draws;
import org.ergode.math.random.Sampler;

/** Student's t with a location and a scale: location + scale T. */
public final class Student implements Law {
	private final double dof;
	private final double location;
	private final double scale;
	private final TDistribution law;

	private Student(double dof, double location, double scale) {
		this.dof = dof;
		this.location = location;
		this.scale = scale;
		this.law = TDistribution.of(dof);
	}

	/**
	 * @param dof degrees of freedom, > 0, need not be whole
	 * @param location finite
	 * @param scale > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Student of(double dof, double location, double scale) {
		return new Student(Checks.positive("dof", dof), Checks.finite("location", location), Checks.positive("scale", scale));
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
		return dof > 1 ? location : Double.NaN;
	}

	@Override
	public double variance() {
		return dof > 2 ? scale * scale * dof / (dof - 2) : dof > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
	}

	@Override
	public String undefinedMoment(int order) {
		return dof > order ? null
				: (dof <= 1 ? "does not exist for dof = " : "is infinite for dof = ") + Checks.number(dof) + " <= "
						+ (dof <= 1 ? 1 : order);
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
				out[i] = Math.fma(out[i] / Math.sqrt(Draws.gamma(s, dof / 2, 2 / dof)), scale, location);
			}
		};
	}

	@Override
	public String toString() {
		return "student(dof = " + Checks.number(dof) + ", location = " + Checks.number(location) + ", scale = "
				+ Checks.number(scale) + ")";
	}
}
