// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.Arrays;

/**
 * How values are distributed: a probability density in equal bins, whose width follows Freedman and Diaconis (1981), 2 IQR / n^(1/3).
 *
 * @param centres of the bins
 * @param density the bars' areas add up to 1
 * @param errors one standard error of each bar, from its binomial count
 */
public record Histogram(double[] centres, double[] density, double[] errors) {
	private static final int MOST = 200;

	/** @param values those that are not finite are left out; @return without bins if none is left */
	public static Histogram of(double[] values) {
		double[] v = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
		if (v.length == 0) {
			return new Histogram(v, v, v);
		}
		double low = v[0];
		double span = v[v.length - 1] - low;
		double width = 2 * (Reductions.quantile(v, 0.75) - Reductions.quantile(v, 0.25)) / Math.cbrt(v.length);
		int bins = span == 0 ? 1 : width > 0 ? (int) Math.clamp(Math.ceil(span / width), 1, MOST) : (int) Math.ceil(Math.sqrt(v.length));
		width = span == 0 ? 1 : span / bins;
		low = span == 0 ? low - 0.5 : low;
		int[] counts = new int[bins];
		for (double x : v) {
			counts[Math.min(bins - 1, (int) ((x - low) / width))]++;
		}
		double[] centres = new double[bins];
		double[] density = new double[bins];
		double[] errors = new double[bins];
		for (int i = 0; i < bins; i++) {
			double p = (double) counts[i] / v.length;
			centres[i] = low + (i + 0.5) * width;
			density[i] = p / width;
			errors[i] = Math.sqrt(p * (1 - p) / v.length) / width;
		}
		return new Histogram(centres, density, errors);
	}
}
