// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.quantity;

import java.util.List;
import java.util.Locale;

/** Quantities as people read them: {@code 0.502 um^2/s}, {@code 1.9}, {@code 1e-4 /um}. */
public final class Quantities {
	/** Units with a name of their own, tried before a product of base units; those that say little about a model are left out. */
	private static final List<String> DERIVED = List.of("N", "J", "Pa", "W", "C", "V", "ohm", "T", "m", "s", "A", "K", "mol", "g");
	/** Powers of ten on both sides of 1 within which a number is read at a glance. */
	private static final double READABLE = 3;
	private static final String[] PREFIXES = {"a", "f", "p", "n", "u", "m", "", "k", "M", "G", "T"};

	private Quantities() {
	}

	/** @param value SI; @return about four digits, with a prefix that keeps them readable */
	public static String display(double value, Dimension dimension) {
		String unit = unitFor(value, dimension);
		if (unit.isEmpty()) {
			return number(value);
		}
		return display(value, dimension, unit);
	}

	/** @param unit as the author wrote it, such as {@code um^2/s}; SI if it does not fit the dimension */
	public static String display(double value, Dimension dimension, String unit) {
		var compound = Units.parse(unit).filter(c -> c.dimension().equals(dimension));
		if (compound.isPresent()) {
			return number(value / compound.get().factor()) + " " + join(unit);
		}
		return dimension.isNone() ? number(value) : number(value) + " " + join(dimension.toString());
	}

	/** @return the unit that {@link #display(double, Dimension)} chooses for a value; empty for a pure number */
	public static String unitFor(double value, Dimension dimension) {
		if (dimension.isNone()) {
			return "";
		}
		for (String name : DERIVED) {
			if (Units.find(name).get().dimension().equals(dimension)) {
				return prefixed(value, dimension, name, 1, "");
			}
		}
		for (int base : new int[] {0, 2, 3, 4, 5}) {
			double e = dimension.exponent(base);
			if (e != 0 && Math.abs(e) <= 3 && e == Math.rint(e) && base != 2) {
				String name = List.of("m", "kg", "s", "A", "K", "mol", "cd").get(base);
				double[] rest = new double[7];
				for (int i = 0; i < 7; i++) {
					rest[i] = i == base ? 0 : dimension.exponent(i);
				}
				String others = Dimension.of(rest).toString();
				return prefixed(value, dimension, name, (int) e, others.equals("1") ? "" : others);
			}
		}
		return dimension.toString();
	}

	/**
	 * Tries prefixes from small to large until the number is below 1000; {@code others} follows as a factor. Between the prefixes of a power there are gaps: there the one
	 * is taken that comes nearest to 1.
	 */
	private static String prefixed(double value, Dimension dimension, String name, int power, String others) {
		String plain = compose(name, power, others);
		double size = Math.abs(value);
		if (!(size > 0) || Double.isInfinite(size)) {
			return plain;
		}
		boolean growing = power > 0;
		String nearest = plain;
		double away = Math.abs(power) > 1 ? READABLE : 0;
		for (int i = 0; i < PREFIXES.length; i++) {
			String prefix = PREFIXES[growing ? i : PREFIXES.length - 1 - i];
			if (name.equals("s") && prefix.length() > 0 && "kMGT".contains(prefix)) {
				continue;
			}
			String unit = compose(prefix + name, power, others);
			double scaled = size / Units.parse(unit).map(Units.Compound::factor).orElse(Double.NaN);
			if (scaled < 999.95 && scaled >= 0.09999) { // as it reads when rounded
				return unit;
			}
			if (Math.abs(Math.log10(scaled)) < away) {
				away = Math.abs(Math.log10(scaled));
				nearest = unit;
			}
		}
		return nearest;
	}

	private static String compose(String unit, int power, String others) {
		String factor = unit + (Math.abs(power) == 1 ? "" : "^" + Math.abs(power));
		if (power < 0) {
			return (others.isEmpty() ? "1" : others) + "/" + factor;
		}
		if (others.isEmpty()) {
			return factor;
		}
		return others.startsWith("1/") ? factor + others.substring(1) : factor + "*" + others;
	}

	/** {@code 3 1/s} would read as 31: a quotient without numerator follows its number directly, as one would type it. */
	private static String join(String unit) {
		return unit.startsWith("1/") ? unit.substring(1) : unit;
	}

	/** @return the shortest of plain and scientific notation with four significant digits */
	public static String number(double value) {
		if (value == 0 || !Double.isFinite(value)) {
			return value == 0 ? "0" : Double.isNaN(value) ? "not a number" : value > 0 ? "infinity" : "-infinity";
		}
		double size = Math.abs(value);
		if (value == Math.rint(value) && size < 1e6) {
			return String.format(Locale.ROOT, "%d", (long) value);
		}
		if (size >= 1e-3 && size < 1e6) {
			String text = new java.math.BigDecimal(value).round(new java.math.MathContext(4)).stripTrailingZeros().toPlainString();
			return text;
		}
		String text = String.format(Locale.ROOT, "%.3e", value);
		int e = text.indexOf('e');
		String mantissa = text.substring(0, e).replaceAll("\\.?0+$", "");
		return mantissa + "e" + Integer.parseInt(text.substring(e + 1));
	}
}
