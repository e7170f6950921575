// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser.token;

import org.antlr.runtime.IntStream;

/**
 * Where a number ends. The terminal rule takes a point or an {@code e} for a part of the number before it has seen what
 * follows, and so would break {@code 0..1}, {@code 2.*x} and {@code 3 e}; here a point or exponent needs its digits.
 */
public final class Numbers {
	private Numbers() {
	}

	/** Moves the input behind the number that it stands at. @return false if it stands at none */
	public static boolean consume(IntStream input) {
		int length = length(input);
		for (int i = 0; i < length; i++) {
			input.consume();
		}
		return length > 0;
	}

	/** @return the number of characters of the number that the input stands at; 0 if it is none. The input is not moved. */
	public static int length(IntStream input) {
		int n = digits(input, 1);
		if (n == 0) {
			return 0;
		}
		if (input.LA(n + 1) == '.' && isDigit(input.LA(n + 2))) {
			n += 1 + digits(input, n + 2);
		}
		int e = input.LA(n + 1);
		if (e == 'e' || e == 'E') {
			int sign = input.LA(n + 2) == '+' || input.LA(n + 2) == '-' ? 1 : 0;
			int exponent = n + 2 + sign;
			while (isDigit(input.LA(exponent))) {
				exponent++;
			}
			n = exponent > n + 2 + sign ? exponent - 1 : n;
		}
		return n;
	}

	/** A digit, then digits and underscores, from the i-th character ahead. */
	private static int digits(IntStream input, int i) {
		int n = 0;
		if (isDigit(input.LA(i))) {
			do {
				n++;
			} while (isDigit(input.LA(i + n)) || input.LA(i + n) == '_');
		}
		return n;
	}

	private static boolean isDigit(int c) {
		return c >= '0' && c <= '9';
	}
}
