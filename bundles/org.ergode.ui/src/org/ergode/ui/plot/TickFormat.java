// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.Format;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.function.DoublePredicate;

/** Labels of an axis: as short as its range allows, powers of ten as 10⁴ on a logarithmic axis. */
final class TickFormat {
	private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
	private static final String SUPERSCRIPTS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
	private static final char TIMES = '\u00B7';

	private TickFormat() {
	}

	static Format linear(AxisRange range) {
		double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
		if (largest >= 1e5 || largest < 1e-3) {
			return new DecimalFormat("0.###E0", SYMBOLS);
		}
		int decimals = (int) Math.clamp(2 - Math.floor(Math.log10(range.high() - range.low())), 0, 8);
		return new DecimalFormat("0." + "#".repeat(Math.max(1, decimals)), SYMBOLS);
	}

	/** @return labels of the values that are chosen, and empty ones for the others */
	static Format logarithmic(DoublePredicate chosen) {
		return new Powers(chosen);
	}

	/** @return 0.01, 0.1, 2, 10, 500, 1000, and 10⁴, 2·10⁴ or 10⁻³ beyond */
	static String logarithmic(double value) {
		int exponent = LogTicks.exponent(value);
		if (exponent >= -2 && exponent <= 3) {
			return new DecimalFormat("0.###", SYMBOLS).format(value);
		}
		int multiple = LogTicks.multiple(value);
		return (multiple == 1 ? "" : "" + multiple + TIMES) + "10" + superscript(exponent);
	}

	private static String superscript(int exponent) {
		StringBuilder text = new StringBuilder();
		for (char c : Integer.toString(exponent).toCharArray()) {
			text.append(c == '-' ? '\u207B' : SUPERSCRIPTS.charAt(c - '0'));
		}
		return text.toString();
	}

	private static final class Powers extends NumberFormat {
		private static final long serialVersionUID = 1L;
		private final transient DoublePredicate chosen;

		Powers(DoublePredicate chosen) {
			this.chosen = chosen;
		}

		@Override
		public StringBuffer format(double value, StringBuffer out, FieldPosition position) {
			return chosen.test(value) ? out.append(logarithmic(value)) : out;
		}

		@Override
		public StringBuffer format(long value, StringBuffer out, FieldPosition position) {
			return format((double) value, out, position);
		}

		/** The chart reads its labels back, and leaves out one that does not say its value: an empty one says none. */
		@Override
		public Number parse(String source, ParsePosition position) {
			position.setIndex(Math.max(1, source.length()));
			if (source.isEmpty()) {
				return Double.NaN;
			}
			int times = source.indexOf(TIMES);
			return times < 0 ? power(source) : Double.parseDouble(source.substring(0, times)) * power(source.substring(times + 1));
		}

		private static double power(String source) {
			StringBuilder digits = new StringBuilder();
			StringBuilder exponent = new StringBuilder();
			for (char c : source.toCharArray()) {
				if (c == '\u207B') {
					exponent.append('-');
				} else if (SUPERSCRIPTS.indexOf(c) >= 0) {
					exponent.append(SUPERSCRIPTS.indexOf(c));
				} else {
					digits.append(c);
				}
			}
			double number = Double.parseDouble(digits.toString());
			return exponent.isEmpty() ? number : Math.pow(number, Integer.parseInt(exponent.toString()));
		}
	}
}
