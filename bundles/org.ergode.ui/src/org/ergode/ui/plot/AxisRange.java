// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

/**
 * What an axis shows, linear or logarithmic. On a logarithmic axis all is done in decades, so zooming and panning feel alike on
 * both. Immutable.
 *
 * @param low < high; > 0 if logarithmic
 */
record AxisRange(double low, double high, boolean logarithmic) {
	private static final double MARGIN = 0.05;
	private static final double NARROWEST = 1e-12;

	/** @return a range around all values, with a margin; from 0 to 1 (or 1 to 10) without values */
	static AxisRange around(double[][] values, boolean logarithmic) {
		double low = Double.POSITIVE_INFINITY;
		double high = Double.NEGATIVE_INFINITY;
		for (double[] row : values) {
			for (double v : row) {
				if (Double.isFinite(v) && (!logarithmic || v > 0)) {
					low = Math.min(low, v);
					high = Math.max(high, v);
				}
			}
		}
		if (low > high) {
			return logarithmic ? new AxisRange(1, 10, true) : new AxisRange(0, 1, false);
		}
		return logarithmic ? logarithmicAround(low, high) : linearAround(low, high);
	}

	private static AxisRange linearAround(double low, double high) {
		double span = high - low;
		double least = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
		double margin = span > least ? span * MARGIN : low == 0 ? 1 : Math.abs(low) * 0.1;
		return new AxisRange(low - margin, high + margin, false);
	}

	private static AxisRange logarithmicAround(double low, double high) {
		double margin = Math.max(Math.log10(high / low) * MARGIN, 0.04);
		return new AxisRange(low / Math.pow(10, margin), high * Math.pow(10, margin), true);
	}

	private double forward(double value) {
		return logarithmic ? Math.log10(value) : value;
	}

	private double backward(double position) {
		return logarithmic ? Math.pow(10, position) : position;
	}

	/** @return where a value lies, 0 at the low end, 1 at the high end */
	double fraction(double value) {
		return (forward(value) - forward(low)) / (forward(high) - forward(low));
	}

	/** @return the value at a fraction of the axis */
	double value(double fraction) {
		return backward(forward(low) + fraction * (forward(high) - forward(low)));
	}

	/** @param factor below 1 to see less, above 1 to see more @param at the fraction that stays where it is */
	AxisRange zoomed(double factor, double at) {
		return part(at - at * factor, at + (1 - at) * factor);
	}

	AxisRange shifted(double fraction) {
		return part(fraction, 1 + fraction);
	}

	/** @return what lies between two fractions, which may be outside; this range if that would be too narrow to draw */
	AxisRange part(double from, double to) {
		double newLow = value(Math.min(from, to));
		double newHigh = value(Math.max(from, to));
		double size = Math.max(Math.abs(newLow), Math.abs(newHigh));
		boolean drawable = Double.isFinite(newLow) && Double.isFinite(newHigh) && newHigh - newLow > size * NARROWEST && (!logarithmic || newLow > 0);
		return drawable ? new AxisRange(newLow, newHigh, logarithmic) : this;
	}
}
