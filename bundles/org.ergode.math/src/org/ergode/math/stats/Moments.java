// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.stats;

/**
 * Count, mean and central moments up to the fourth of a set of numbers, built up number by number or by merging parts.
 * Merging in the order of blocks gives the same bits however the blocks were shared between threads.
 *
 * @see <a href="https://doi.org/10.2172/1028931">Pebay 2008, Formulas for robust, one-pass parallel computation of
 *      covariances and arbitrary-order statistical moments</a>
 */
public final class Moments {
	private long n;
	private double mean;
	private double m2;
	private double m3;
	private double m4;

	private Moments() {}

	public static Moments of(double... values) {
		Moments moments = new Moments();
		for (double v : values) {
			moments.add(v);
		}
		return moments;
	}

	public void add(double x) {
		long before = n;
		n++;
		double d = x - mean;
		double e = d / n;
		double e2 = e * e;
		double t = d * e * before;
		mean += e;
		m4 += t * e2 * ((double) n * n - 3.0 * n + 3) + 6 * e2 * m2 - 4 * e * m3;
		m3 += t * e * (n - 2) - 3 * e * m2;
		m2 += t;
	}

	/** Adds all numbers of another set, which is not modified. */
	public void merge(Moments o) {
		if (o.n == 0) {
			return;
		}
		double a = n;
		double b = o.n;
		double c = a + b;
		double d = o.mean - mean;
		double d2 = d * d;
		m4 += o.m4 + d2 * d2 * a * b * (a * a - a * b + b * b) / (c * c * c) + 6 * d2 * (a * a * o.m2 + b * b * m2) / (c * c)
				+ 4 * d * (a * o.m3 - b * m3) / c;
		m3 += o.m3 + d2 * d * a * b * (a - b) / (c * c) + 3 * d * (a * o.m2 - b * m2) / c;
		m2 += o.m2 + d2 * a * b / c;
		mean += d * b / c;
		n += o.n;
	}

	public long count() {
		return n;
	}

	/** NaN for no numbers. */
	public double mean() {
		return n == 0 ? Double.NaN : mean;
	}

	/** Unbiased: divided by n - 1. NaN for fewer than two numbers. */
	public double variance() {
		return n < 2 ? Double.NaN : m2 / (n - 1);
	}

	/** sqrt(variance/n). */
	public double standardErrorOfMean() {
		return Math.sqrt(variance() / n);
	}

	/** From the fourth moment: sqrt((m4 - (n - 3)/(n - 1) s^4)/n); for normal numbers about s^2 sqrt(2/(n - 1)). */
	public double standardErrorOfVariance() {
		double s2 = variance();
		return Math.sqrt(Math.max(0, (m4 / n - (n - 3.0) / (n - 1.0) * s2 * s2) / n));
	}

	/** The third moment of the standardised numbers; 0 for a symmetric law. */
	public double skewness() {
		return Math.sqrt(n) * m3 / Math.pow(m2, 1.5);
	}

	/** The fourth moment of the standardised numbers; 3 for a normal law. */
	public double kurtosis() {
		return n * m4 / (m2 * m2);
	}
}
