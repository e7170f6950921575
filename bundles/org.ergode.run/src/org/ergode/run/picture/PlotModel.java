// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.picture;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Curves on a pair of axes.
 *
 * @param series in drawing order; values that cannot be drawn (NaN, or not positive on a logarithmic axis) are left out already
 */
public record PlotModel(String name, String title, int line, Scale x, Scale y, List<Series> series) implements Picture {
	public PlotModel {
		series = List.copyOf(series);
	}

	/** @param unit as one would type it, {@code um^2}; empty for a pure number */
	public record Scale(String label, String unit, boolean logarithmic) {
		private static final Pattern WHOLE_POWER = Pattern.compile("\\^(-?\\d+)(?![.\\d])");

		/** With the unit as print has it: {@code msd (µm²)}. */
		public String caption() {
			String printed = typeset(unit);
			return unit.isEmpty() ? label : label.isEmpty() ? printed : label + " (" + printed + ")";
		}

		private static String typeset(String unit) {
			return WHOLE_POWER.matcher(unit).replaceAll(m -> superscript(m.group(1))).replaceAll("\\bu(?=[a-zA-Z])", "µ").replace("*", "·");
		}

		private static String superscript(String digits) {
			StringBuilder s = new StringBuilder();
			digits.chars().forEach(c -> s.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0')));
			return s.toString();
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
		BARS;

		/** Whether so many points are drawn as marks: a line through a single one would not be seen. */
		public boolean marks(int points) {
			return this == POINTS || this != BARS && points == 1;
		}
	}
}
