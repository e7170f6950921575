// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.Arrays;

/**
 * Quantiles of a sample, and of the sample with one group left out, from one sort of all and one of each group.
 *
 * <p>The i-th smallest of "all but group g" is found by bisection over the sorted whole: at value v, it has
 * rank(v in all) - rank(v in g) values up to v. Interpolation is linear between neighbours (Hyndman and Fan 1996, type 7:
 * what MATLAB's readers know from R and NumPy).
 */
final class Quantiles {
	private final double[] all;
	private final double[][] groups;

	/** @param groups values of each group, sorted here in place */
	Quantiles(double[][] groups) {
		this.groups = groups;
		all = new double[Arrays.stream(groups).mapToInt(g -> g.length).sum()];
		int at = 0;
		for (double[] g : groups) {
			System.arraycopy(g, 0, all, at, g.length);
			at += g.length;
			Arrays.sort(g);
		}
		Arrays.sort(all);
	}

	double of(double probability) {
		return interpolate(probability, all.length, NONE);
	}

	double without(int group, double probability) {
		return interpolate(probability, all.length - groups[group].length, groups[group]);
	}

	private static final double[] NONE = {};

	private double interpolate(double p, int n, double[] omitted) {
		if (n == 0) {
			return Double.NaN;
		}
		double h = p * (n - 1);
		int low = (int) h;
		double a = select(low, omitted);
		return h == low ? a : a + (h - low) * (select(low + 1, omitted) - a);
	}

	/** @return the value of the given rank, from 0, among all but the omitted ones */
	private double select(int rank, double[] omitted) {
		int low = rank;
		int high = Math.min(all.length - 1, rank + omitted.length);
		while (low < high) {
			int middle = low + high >>> 1;
			if (upTo(all, all[middle]) - upTo(omitted, all[middle]) > rank) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		return all[low];
	}

	/** @return how many of the sorted values are not greater than v */
	private static int upTo(double[] sorted, double v) {
		int low = 0;
		int high = sorted.length;
		while (low < high) {
			int middle = low + high >>> 1;
			if (Double.compare(sorted[middle], v) <= 0) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}
}
