// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.ergode.run.picture.PlotModel;

/**
 * The ends of an axis and how its numbers are written.
 */
record Ticks(double low, double high) {
	private static final double MARGIN = 0.03;

	static Ticks of(PlotModel plot, boolean horizontal) {
		boolean log = (horizontal ? plot.x() : plot.y()).logarithmic();
		double[] all = plot.series().stream().flatMapToDouble(s -> DoubleStream.concat(
				Arrays.stream(horizontal ? s.x() : s.y()), !horizontal && s.style() == PlotModel.Style.BARS ? DoubleStream.of(0) : DoubleStream.empty()))
				.filter(v -> Double.isFinite(v) && (!log || v > 0)).toArray();
		double low = Arrays.stream(all).min().orElse(log ? 0.1 : 0);
		double high = Arrays.stream(all).max().orElse(1);
		if (log) {
			return new Ticks(decade(low, high, false), decade(low, high, true));
		}
		boolean bars = plot.series().stream().anyMatch(s -> s.style() == PlotModel.Style.BARS);
		double margin = horizontal && !bars ? 0 : MARGIN * (high - low);
		double slack = high > low ? margin : high == 0 ? 1 : 0.1 * Math.abs(high);
		boolean fromZero = low >= 0 && low <= 0.5 * high;
		return new Ticks(fromZero && !horizontal ? 0 : low - slack, high + slack);
	}

	/** Ends of a logarithmic axis: whole decades where that wastes little, else a little room. */
	private static double decade(double low, double high, boolean up) {
		double v = Math.log10(up ? high : low);
		double span = Math.max(Math.log10(high / low), 1e-3);
		double whole = up ? Math.ceil(v - 1e-9) : Math.floor(v + 1e-9);
		boolean little = Math.abs(whole - v) <= 0.25 * span || span < 1;
		return Math.pow(10, little ? whole : v + (up ? MARGIN : -MARGIN) * span);
	}

	/** Of an axis that is not logarithmic: {@code 0.25}, {@code 1500}, {@code 2·10⁷}. */
	String label(double v) {
		double size = Math.max(Math.abs(low), Math.abs(high));
		if (!(Math.abs(v) > 1e-9 * size)) {
			return "0";
		}
		if (size >= 1e6 || size < 1e-3) {
			String[] parts = String.format(Locale.ROOT, "%.3e", v).split("e");
			String mantissa = new BigDecimal(parts[0]).stripTrailingZeros().toPlainString();
			return mantissa + "·10" + superscript(Integer.parseInt(parts[1]));
		}
		return new BigDecimal(v).round(new MathContext(6)).stripTrailingZeros().toPlainString().replace('-', '−');
	}

	private static String superscript(int n) {
		StringBuilder s = new StringBuilder(n < 0 ? "⁻" : "");
		for (char c : Integer.toString(Math.abs(n)).toCharArray()) {
			s.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
		}
		return s.toString();
	}
}
