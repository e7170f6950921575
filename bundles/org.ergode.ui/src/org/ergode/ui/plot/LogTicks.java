// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Which ticks of a logarithmic axis have a label: the powers of ten always, and between them as many as there is room for.
 *
 * @param every 1 to label each power of ten, n to label each n-th because they would overlap
 * @param between the multiples of a power of ten that are labelled too, 2 to 9
 */
record LogTicks(int every, List<Integer> between) {
	/** From many to few; each leaves gaps that are about even. */
	private static final List<List<Integer>> CHOICES = List.of(List.of(2, 3, 4, 5, 6, 7, 8, 9), List.of(2, 3, 5, 7), List.of(2, 5), List.of(3));
	/** Between two labels, in pixels. */
	private static final double GAP = 6;

	/**
	 * @param range logarithmic
	 * @param pixels the length of the axis; without any, while nothing is laid out yet, powers of ten alone are labelled
	 * @param size of the label of a value along the axis, in pixels
	 */
	static LogTicks of(AxisRange range, double pixels, ToDoubleFunction<Double> size) {
		if (!(pixels > 0)) {
			return new LogTicks(1, List.of());
		}
		double decade = pixels / Math.log10(range.high() / range.low());
		double powers = largest(range, List.of(1), size) + GAP;
		for (List<Integer> choice : CHOICES) {
			if (smallestGap(choice) * decade >= Math.max(powers, largest(range, choice, size) + GAP)) {
				return new LogTicks(1, choice);
			}
		}
		return new LogTicks((int) Math.max(1, Math.ceil(powers / decade)), List.of());
	}

	private static double largest(AxisRange range, List<Integer> multiples, ToDoubleFunction<Double> size) {
		double largest = 0;
		for (int exponent = exponent(range.low()); exponent <= exponent(range.high()); exponent++) {
			for (int multiple : multiples) {
				largest = Math.max(largest, size.applyAsDouble(multiple * Math.pow(10, exponent)));
			}
		}
		return largest;
	}

	/** @return in powers of ten */
	private static double smallestGap(List<Integer> multiples) {
		double gap = 1;
		double before = 1;
		for (int multiple : multiples) {
			gap = Math.min(gap, Math.log10(multiple / before));
			before = multiple;
		}
		return Math.min(gap, Math.log10(10 / before));
	}

	boolean isLabelled(double value) {
		int exponent = exponent(value);
		int multiple = multiple(value);
		return multiple == 1 ? Math.floorMod(exponent, every) == 0 : between.contains(multiple);
	}

	/** @return the power of ten at a value or below it */
	static int exponent(double value) {
		return (int) Math.floor(Math.log10(value) + 1e-9);
	}

	/** @return the first digit of a value that is a multiple of a power of ten */
	static int multiple(double value) {
		return (int) Math.round(value / Math.pow(10, exponent(value)));
	}
}
