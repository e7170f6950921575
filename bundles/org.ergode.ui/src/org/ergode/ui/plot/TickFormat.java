// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.Format;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.eclipse.swtchart.IAxis;

/** Labels of an axis: as short as its range allows, powers of ten as 10² on a logarithmic axis. */
final class TickFormat {
	private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
	private static final String SUPERSCRIPTS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

	private TickFormat() {
	}

	static void apply(IAxis axis, AxisRange range) {
		axis.getTick().setFormat(of(range));
	}

	static Format of(AxisRange range) {
		double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
		if (range.logarithmic() && powersIn(range) >= 2) {
			return new Powers();
		}
		if (largest >= 1e5 || largest < 1e-3) {
			return new DecimalFormat("0.###E0", SYMBOLS);
		}
		int decimals = (int) Math.clamp(2 - Math.floor(Math.log10(range.high() - range.low())), 0, 8);
		return new DecimalFormat("0." + "#".repeat(Math.max(1, decimals)), SYMBOLS);
	}

	private static double powersIn(AxisRange range) {
		return Math.floor(Math.log10(range.high())) - Math.ceil(Math.log10(range.low())) + 1;
	}

	/** 0.1, 1, 10, 100, and 10⁴ or 10⁻³ beyond; what is between as it is. */
	private static final class Powers extends NumberFormat {
		private static final long serialVersionUID = 1L;

		@Override
		public StringBuffer format(double value, StringBuffer out, FieldPosition position) {
			double decade = Math.log10(value);
			long exponent = Math.round(decade);
			if (Math.abs(decade - exponent) > 1e-6) {
				boolean plain = exponent >= -1 && exponent <= 3;
				return out.append(new DecimalFormat(plain ? "0.###" : "0.##E0", SYMBOLS).format(value));
			}
			return exponent >= -1 && exponent <= 3 ? out.append(new DecimalFormat("0.#", SYMBOLS).format(value)) : out.append("10").append(superscript(exponent));
		}

		private static String superscript(long exponent) {
			StringBuilder text = new StringBuilder();
			for (char c : Long.toString(exponent).toCharArray()) {
				text.append(c == '-' ? '\u207B' : SUPERSCRIPTS.charAt(c - '0'));
			}
			return text.toString();
		}

		@Override
		public StringBuffer format(long value, StringBuffer out, FieldPosition position) {
			return format((double) value, out, position);
		}

		/** The chart reads its labels back, and writes three dots for one that does not say its value. */
		@Override
		public Number parse(String source, ParsePosition position) {
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
			position.setIndex(Math.max(1, source.length()));
			double number = Double.parseDouble(digits.toString());
			return exponent.isEmpty() ? number : Math.pow(number, Double.parseDouble(exponent.toString()));
		}
	}
}
