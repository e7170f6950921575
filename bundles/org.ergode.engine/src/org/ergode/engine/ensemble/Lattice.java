// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

/**
 * The multiples of a spacing. A spacing that a text can state is a decimal number, m/10^k, and so are its multiples: site n is the double that is nearest to
 * n m/10^k, which is what a text that names the site means. (10 times the double of 1e-6 is not the double of 1e-5.)
 *
 * @param spacing m, > 0
 * @param numerator m
 * @param denominator 10^k; 1 with {@code numerator = spacing} where the spacing is no such number
 */
public record Lattice(double spacing, double numerator, double denominator) {
	/** Powers of ten up to here are exact doubles. */
	private static final int MOST_DIGITS = 22;

	/** Products up to here of whole numbers are exact. */
	private static final double EXACT = 0x1p53;

	/** A place this near to a site, in parts of the spacing and of the site's number, is at the site. */
	private static final double ON_SITE = 1e-9;

	/** @throws IllegalArgumentException if the spacing is not strictly positive and finite */
	public static Lattice of(double spacing) {
		if (!(spacing > 0 && spacing < Double.POSITIVE_INFINITY)) {
			throw new IllegalArgumentException("the spacing of a lattice is not strictly positive: " + spacing + " m");
		}
		double power = 1;
		for (int k = 0; k <= MOST_DIGITS; k++, power *= 10) {
			double m = Math.rint(spacing * power);
			if (m > 0 && m < EXACT && m / power == spacing) {
				return new Lattice(spacing, m, power);
			}
		}
		return new Lattice(spacing, spacing, 1);
	}

	/** The site nearest to x. */
	double nearest(double x) {
		return Math.rint(x / spacing) * numerator / denominator;
	}

	/** The site nearest to a place that is meant to be one; another place as it is. */
	public double snap(double x) {
		double site = nearest(x);
		return Math.abs(x - site) <= ON_SITE * Math.max(spacing, Math.abs(x)) ? site : x;
	}
}
