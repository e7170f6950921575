// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.core;

import org.apache.commons.numbers.gamma.Erfc;
import org.ergode.math.special.Elementary;

/** Functions of one or two numbers that no library has under these definitions. Pure; NaN in, NaN out. */
final class Scalar {
	private static final double LN_2 = 0.6931471805599453;
	private static final double SQRT_HALF = 0.7071067811865476;

	private Scalar() {
	}

	static double sign(double x) {
		return x > 0 ? 1 : x < 0 ? -1 : x;
	}

	static double step(double x) {
		return x > 0 ? 1 : x <= 0 ? 0 : x;
	}

	/** Either branch takes the exponential of a negative number, so that nothing overflows. */
	static double sigmoid(double x) {
		double e = Elementary.exp(-Math.abs(x));
		return x >= 0 ? 1 / (1 + e) : e / (1 + e);
	}

	static double relu(double x) {
		return x > 0 ? x : x <= 0 ? 0 : x;
	}

	static double softplus(double x) {
		return relu(x) + StrictMath.log1p(Elementary.exp(-Math.abs(x)));
	}

	static double elu(double x) {
		return x > 0 ? x : StrictMath.expm1(x);
	}

	static double silu(double x) {
		return x * sigmoid(x);
	}

	static double gelu(double x) {
		return 0.5 * x * Erfc.value(-x * SQRT_HALF);
	}

	static double log2(double x) {
		return Elementary.log(x) / LN_2;
	}

	static double mod(double x, double y) {
		return x - y * Math.floor(x / y);
	}
}
