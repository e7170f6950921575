// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.Locale;
import org.ergode.math.law.Law;

/**
 * A small plot of a law in block characters, which every client's hover can show: the density between the 1 % and the 99 %
 * quantile, so that a heavy tail does not press the rest to one side, or the probabilities of a discrete law.
 */
final class Sparkline {
	private static final int WIDTH = 32;
	private static final String BLOCKS = " ▁▂▃▄▅▆▇█";

	private Sparkline() {
	}

	/** @param one the unit, SI; @return one line of blocks between the two ends of its axis; empty where the law has no such plot */
	static String of(Law law, double one, String unit) {
		double low = law.quantile(0.01);
		double high = law.quantile(0.99);
		if (!Double.isFinite(low) || !Double.isFinite(high) || !(high > low)) {
			return "";
		}
		double[] heights = law.discrete() ? probabilities(law, low, high) : densities(law, low, high);
		double top = 0;
		for (double h : heights) {
			top = Math.max(top, Double.isFinite(h) ? h : 0);
		}
		if (!(top > 0)) {
			return "";
		}
		StringBuilder blocks = new StringBuilder();
		for (double h : heights) {
			int level = Double.isFinite(h) ? (int) Math.round(h / top * 8) : 8;
			blocks.append(BLOCKS.charAt(Math.clamp(level, h > 0 ? 1 : 0, 8)));
		}
		return end(low / one, unit) + " " + blocks + " " + end(high / one, unit);
	}

	private static double[] densities(Law law, double low, double high) {
		double[] heights = new double[WIDTH];
		for (int i = 0; i < WIDTH; i++) {
			heights[i] = law.pdf(low + (i + 0.5) * (high - low) / WIDTH);
		}
		return heights;
	}

	/** Of equal cells, each with the end above it and without the one below, but for the first, which has the lowest value. */
	private static double[] probabilities(Law law, double low, double high) {
		double[] heights = new double[WIDTH];
		double below = 0;
		for (int i = 0; i < WIDTH; i++) {
			double upTo = law.cdf(i == WIDTH - 1 ? high : low + (i + 1) * (high - low) / WIDTH);
			heights[i] = Math.max(0, upTo - below);
			below = upTo;
		}
		return heights;
	}

	private static String end(double x, String unit) {
		return String.format(Locale.ROOT, "%.3g", x) + (unit.isEmpty() ? "" : " " + unit);
	}
}
