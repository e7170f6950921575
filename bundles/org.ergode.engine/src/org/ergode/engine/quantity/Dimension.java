// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.quantity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The dimension of a quantity: exponents of the seven SI base units. Exponents are real, because anomalous
 * diffusion has coefficients in m^2/s^alpha; they are compared to within 1e-9.
 *
 * <p>Immutable. Units by name (prefixes included) come from {@code Units}.
 */
public final class Dimension {
	private static final String[] SYMBOLS = {"m", "kg", "s", "A", "K", "mol", "cd"};
	private static final double TOLERANCE = 1e-9;

	/** How many base quantities there are. */
	public static final int BASES = 7;

	/** No dimension: a pure number. */
	public static final Dimension NONE = new Dimension(new double[BASES]);
	public static final Dimension LENGTH = base(0);
	public static final Dimension MASS = base(1);
	public static final Dimension TIME = base(2);

	private final double[] exponents;

	private Dimension(double[] exponents) {
		this.exponents = exponents;
	}

	private static Dimension base(int index) {
		double[] e = new double[BASES];
		e[index] = 1;
		return new Dimension(e);
	}

	/** @param exponents of m, kg, s, A, K, mol, cd, in this order */
	public static Dimension of(double... exponents) {
		if (exponents.length != BASES) {
			throw new IllegalArgumentException("a dimension has 7 exponents, not " + exponents.length);
		}
		return new Dimension(exponents.clone());
	}

	public double exponent(int base) {
		return exponents[base];
	}

	public Dimension times(Dimension other) {
		return combine(other, 1);
	}

	public Dimension over(Dimension other) {
		return combine(other, -1);
	}

	public Dimension power(double p) {
		double[] e = new double[BASES];
		for (int i = 0; i < 7; i++) {
			e[i] = exponents[i] * p;
		}
		return new Dimension(e);
	}

	public boolean isNone() {
		return equals(NONE);
	}

	private Dimension combine(Dimension other, int sign) {
		double[] e = new double[BASES];
		for (int i = 0; i < 7; i++) {
			e[i] = exponents[i] + sign * other.exponents[i];
		}
		return new Dimension(e);
	}

	@Override
	public boolean equals(Object o) {
		if (!(o instanceof Dimension other)) {
			return false;
		}
		for (int i = 0; i < 7; i++) {
			if (Math.abs(exponents[i] - other.exponents[i]) > TOLERANCE) {
				return false;
			}
		}
		return true;
	}

	@Override
	public int hashCode() {
		long[] rounded = new long[7];
		for (int i = 0; i < 7; i++) {
			rounded[i] = Math.round(exponents[i] * 1e6);
		}
		return Arrays.hashCode(rounded);
	}

	/** In SI base units as one would type them: {@code m^2/s}, {@code kg*m/s^2}, {@code 1/s}; {@code 1} for none. */
	@Override
	public String toString() {
		List<String> above = new ArrayList<>();
		List<String> below = new ArrayList<>();
		for (int i : new int[] {1, 0, 2, 3, 4, 5, 6}) {
			double e = exponents[i];
			if (Math.abs(e) > TOLERANCE) {
				(e > 0 ? above : below).add(SYMBOLS[i] + exponent(Math.abs(e)));
			}
		}
		String text = above.isEmpty() ? "1" : String.join("*", above);
		for (String factor : below) {
			text += "/" + factor;
		}
		return text;
	}

	private static String exponent(double e) {
		if (Math.abs(e - 1) < TOLERANCE) {
			return "";
		}
		if (Math.abs(e - Math.rint(e)) < TOLERANCE) {
			return "^" + (long) Math.rint(e);
		}
		return "^" + String.format(Locale.ROOT, "%.6g", e).replaceAll("\\.?0+$", "");
	}
}
