// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.picture;

import java.util.List;

/**
 * Curves on a pair of axes.
 *
 * @param series in drawing order; values that cannot be drawn (NaN, or not positive on a logarithmic axis) are left out already
 */
public record PlotModel(String name, String title, int line, Scale x, Scale y, List<Series> series) implements Picture {
	public PlotModel {
		series = List.copyOf(series);
	}

	/** @param unit empty for a pure number */
	public record Scale(String label, String unit, boolean logarithmic) {
		/** {@code t (s)}. */
		public String caption() {
			return unit.isEmpty() ? label : label.isEmpty() ? unit : label + " (" + unit + ")";
		}
	}

	/**
	 * @param name for the legend
	 * @param error one standard error of each {@code y}; empty without errors
	 */
	public record Series(String name, Style style, double[] x, double[] y, double[] error) {
	}

	public enum Style {
		/** Through the points. */
		LINE,
		/** Marks only, with their error bars. */
		POINTS,
		/** Constant from each point to the next. */
		STEPS,
		/** A bar centred on each x, of the width of the spacing. */
		BARS
	}
}
