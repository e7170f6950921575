// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import org.ergode.math.random.Sampler;

/** One of some values, with equal or with given probabilities. */
public final class Choice implements Law {
	/** Ascending, without repetition. */
	private final double[] values;
	/** cumulative[i] = P(X <= values[i]); the last is 1. */
	private final double[] cumulative;
	private final double[] weights;

	private Choice(double[] values, double[] weights, double[] cumulative) {
		this.values = values;
		this.weights = weights;
		this.cumulative = cumulative;
	}

	/** Each with the same probability; a value that is named twice counts twice. */
	public static Choice of(double... values) {
		double[] weights = new double[values.length];
		Arrays.fill(weights, 1);
		return of(values, weights);
	}

	/**
	 * @param values at least one, finite
	 * @param weights proportional to the probabilities, none negative, not all zero
	 * @throws IllegalArgumentException if a value or a weight is out of its range or the lengths differ
	 */
	public static Choice of(double[] values, double[] weights) {
		if (values.length == 0 || weights.length != values.length) {
			throw new IllegalArgumentException("'values' has " + values.length + " entries, 'weights' has "
					+ weights.length + "; expected as many of each, and at least one");
		}
		double sum = 0;
		for (int i = 0; i < values.length; i++) {
			Checks.finite("value", values[i]);
			if (!(weights[i] >= 0 && weights[i] < Double.POSITIVE_INFINITY)) {
				throw new IllegalArgumentException("weight is negative or not finite: " + weights[i]);
			}
			sum += weights[i];
		}
		if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
			throw new IllegalArgumentException("sum of weights is not strictly positive and finite: " + sum);
		}
		return sorted(values, weights, sum);
	}

	private static Choice sorted(double[] values, double[] weights, double sum) {
		int[] order = IntStream.range(0, values.length).boxed()
				.sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(i -> i).toArray();
		double[] v = new double[order.length];
		double[] w = new double[order.length];
		int n = 0;
		for (int i : order) {
			if (n == 0 || v[n - 1] != values[i]) {
				v[n++] = values[i] + 0.0;
			}
			w[n - 1] += weights[i] / sum;
		}
		double[] c = new double[n];
		double total = 0;
		for (int i = 0; i < n; i++) {
			total += w[i];
			c[i] = Math.min(total, 1);
		}
		int last = n - 1;
		while (w[last] == 0) {
			last--;
		}
		Arrays.fill(c, last, n, 1);
		return new Choice(Arrays.copyOf(v, n), Arrays.copyOf(w, n), c);
	}

	@Override
	public double pdf(double x) {
		int at = Arrays.binarySearch(values, x + 0.0);
		return at < 0 ? 0 : weights[at];
	}

	@Override
	public double cdf(double x) {
		if (Double.isNaN(x)) {
			return Double.NaN;
		}
		int at = Arrays.binarySearch(values, x + 0.0);
		int last = at < 0 ? -at - 2 : at;
		return last < 0 ? 0 : cumulative[last];
	}

	@Override
	public double quantile(double p) {
		Checks.probability("p", p);
		return values[index(p)];
	}

	/** The first entry of positive probability whose cumulative probability is not below p. */
	private int index(double p) {
		int low = 0;
		int high = cumulative.length - 1;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (cumulative[middle] >= p && cumulative[middle] > 0) {
				high = middle;
			} else {
				low = middle + 1;
			}
		}
		return low;
	}

	@Override
	public double mean() {
		double mean = 0;
		for (int i = 0; i < values.length; i++) {
			mean += weights[i] * values[i];
		}
		return mean;
	}

	@Override
	public double variance() {
		double mean = mean();
		double variance = 0;
		for (int i = 0; i < values.length; i++) {
			variance += weights[i] * (values[i] - mean) * (values[i] - mean);
		}
		return variance;
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
				out[i] = values[index(out[i])];
			}
		};
	}

	@Override
	public String toString() {
		return "choice(values = " + Arrays.toString(values) + ", weights = " + Arrays.toString(weights) + ")";
	}
}
