// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.stats;

import java.util.Arrays;

/** Quantiles of a sample, with their Monte-Carlo error. */
public final class Quantiles {
	private final double[] sorted;

	private Quantiles(double[] sorted) {
		this.sorted = sorted;
	}

	/**
	 * @param values at least one; not modified
	 * @throws IllegalArgumentException if there is none or one is NaN
	 */
	public static Quantiles of(double... values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
			throw new IllegalArgumentException(sorted.length == 0 ? "quantiles of no values" : "quantiles of values with NaN");
		}
		return new Quantiles(sorted);
	}

	/** Interpolated between the order statistics (n - 1) p, as NumPy and R (type 7) do. */
	public double at(double p) {
		if (!(p >= 0 && p <= 1)) {
			throw new IllegalArgumentException("p is not a probability: " + p + "; expected a value in [0, 1]");
		}
		double h = (sorted.length - 1) * p;
		int low = (int) h;
		int high = Math.min(low + 1, sorted.length - 1);
		double w = h - low;
		return w == 0 || sorted[low] == sorted[high] ? sorted[low] : sorted[low] * (1 - w) + sorted[high] * w;
	}

	/**
	 * Half the distance between the quantiles at p - s and p + s, s = sqrt(p (1 - p)/n): the binomial error of the number
	 * below, turned into an error of the value. Needs no density and no moment.
	 */
	public double standardError(double p) {
		double s = Math.sqrt(p * (1 - p) / sorted.length);
		return (at(Math.min(1, p + s)) - at(Math.max(0, p - s))) / 2;
	}
}
