// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.stats;

import java.util.Arrays;

/** Counts of numbers between edges; what lies outside is counted apart. Mergeable exactly. */
public final class Histogram {
	private final double[] edges;
	private final long[] counts;
	private long below;
	private long above;

	private Histogram(double[] edges) {
		this.edges = edges;
		this.counts = new long[edges.length - 1];
	}

	/** @throws IllegalArgumentException if there are fewer than two edges or they do not ascend */
	public static Histogram of(double... edges) {
		for (int i = 0; i < edges.length; i++) {
			if (!Double.isFinite(edges[i]) || i > 0 && !(edges[i] > edges[i - 1])) {
				throw new IllegalArgumentException("edges do not ascend at number " + (i + 1) + ": " + edges[i]);
			}
		}
		if (edges.length < 2) {
			throw new IllegalArgumentException("a histogram of " + edges.length + " edges; expected at least 2");
		}
		return new Histogram(edges.clone());
	}

	/** Bins of equal width. */
	public static Histogram linear(double low, double high, int bins) {
		double[] edges = new double[Math.max(bins, 1) + 1];
		for (int i = 0; i < edges.length; i++) {
			edges[i] = i == bins ? high : low + (high - low) / bins * i;
		}
		return of(edges);
	}

	/**
	 * Bins of equal width over the sample: as many as Freedman and Diaconis ask for (width 2 IQR n^(-1/3)), from 1 to 200.
	 */
	public static Histogram fitting(double... values) {
		Quantiles q = Quantiles.of(values);
		double low = q.at(0);
		double high = q.at(1);
		if (!(high > low)) {
			double half = low == 0 ? 0.5 : Math.abs(low) * 0.5;
			return linear(low - half, low + half, 1).fill(values);
		}
		double width = 2 * (q.at(0.75) - q.at(0.25)) / Math.cbrt(values.length);
		double bins = width > 0 ? Math.ceil((high - low) / width) : Math.ceil(Math.sqrt(values.length));
		return linear(low, high, (int) Math.max(1, Math.min(200, bins))).fill(values);
	}

	private Histogram fill(double[] values) {
		for (double v : values) {
			add(v);
		}
		return this;
	}

	/** A bin holds its lower edge; the last one its upper edge too. NaN is counted as above. */
	public void add(double x) {
		int at = Arrays.binarySearch(edges, x);
		int bin = at >= 0 ? at : -at - 2;
		if (bin < 0) {
			below++;
		} else if (bin < counts.length) {
			counts[bin]++;
		} else if (x == edges[counts.length]) {
			counts[counts.length - 1]++;
		} else {
			above++;
		}
	}

	/** @throws IllegalArgumentException if the edges differ */
	public void merge(Histogram other) {
		if (!Arrays.equals(edges, other.edges)) {
			throw new IllegalArgumentException("histograms with different edges cannot be merged");
		}
		for (int i = 0; i < counts.length; i++) {
			counts[i] += other.counts[i];
		}
		below += other.below;
		above += other.above;
	}

	public double[] edges() {
		return edges.clone();
	}

	public long[] counts() {
		return counts.clone();
	}

	public long below() {
		return below;
	}

	public long above() {
		return above;
	}

	/** Counts over width and over the number of all values, those outside included: an estimate of the density. */
	public double[] density() {
		double total = Arrays.stream(counts).sum() + below + above;
		double[] density = new double[counts.length];
		for (int i = 0; i < density.length; i++) {
			density[i] = counts[i] / (total * (edges[i + 1] - edges[i]));
		}
		return density;
	}
}
