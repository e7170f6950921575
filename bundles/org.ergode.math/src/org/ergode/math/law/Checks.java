// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.math.BigDecimal;
import java.math.MathContext;

/** Refusals with subject, rule, value found and legal values. Written so that NaN fails. */
final class Checks {
	private Checks() {}

	static double positive(String name, double value) {
		if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
			throw new IllegalArgumentException(name + " is not strictly positive and finite: " + value);
		}
		return value;
	}

	static double finite(String name, double value) {
		if (!Double.isFinite(value)) {
			throw new IllegalArgumentException(name + " is not finite: " + value);
		}
		return value;
	}

	static double probability(String name, double value) {
		if (!(value >= 0 && value <= 1)) {
			throw new IllegalArgumentException(name + " is not a probability: " + value + "; expected a value in [0, 1]");
		}
		return value;
	}

	/** In (low, high]. */
	static double within(String name, double value, double low, double high) {
		if (!(value > low && value <= high)) {
			throw new IllegalArgumentException(
					name + " is out of range: " + value + "; expected a value in (" + number(low) + ", " + number(high) + "]");
		}
		return value;
	}

	/** What an exponential meets in a law with a power-law tail. */
	static final String POWER_TAIL = "is infinite, as a power-law tail is heavier than any exponential";

	/** A tail like exp(-x/scale) and an exponential exp(rate x). @return null if their product can be integrated */
	static String exponentialTail(String name, double scale, double rate) {
		return rate * scale >= 1 ? "is infinite for " + name + "*rate = " + number(new BigDecimal(rate * scale).round(new MathContext(4)).doubleValue()) + " >= 1" : null;
	}

	/** Without the ".0" of a whole number. */
	static String number(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e7 ? Long.toString((long) value) : Double.toString(value);
	}
}
