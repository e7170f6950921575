// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

/**
 * Elementwise functions of {@code float} arrays, in place.
 * <p>
 * C2 vectorises these loops by itself: they have no branch, no call and no access to a number's bits. They compute in
 * double precision: a Taylor polynomial at x/256, then eight squarings, or eight times e^(2v) - 1 = h (h + 2), which keeps
 * the relative accuracy beside zero. What is left is the rounding to float, so errors stay below 1 ulp.
 */
public final class FloatMath {
	private static final double STEP = 1.0 / 256;

	private FloatMath() {}

	/** x = e^x. */
	public static void exp(float[] x, int at, int n) {
		for (int i = at; i < at + n; i++) {
			double v = STEP * Math.max(-104, Math.min(89, (double) x[i]));
			double e = 1 + Math.fma(tail(v), v * v, v);
			e *= e;
			e *= e;
			e *= e;
			e *= e;
			e *= e;
			e *= e;
			e *= e;
			x[i] = (float) (e * e);
		}
	}

	/** x = 1/(1 + e^-x). */
	public static void sigmoid(float[] x, int at, int n) {
		for (int i = at; i < at + n; i++) {
			x[i] = (float) (1 / (2 + expm1(-STEP * Math.max(-89, Math.min(89, (double) x[i])))));
		}
	}

	/** x = tanh x. */
	public static void tanh(float[] x, int at, int n) {
		for (int i = at; i < at + n; i++) {
			double h = expm1(2 * STEP * Math.max(-11, Math.min(11, (double) x[i])));
			x[i] = (float) (h / (h + 2));
		}
	}

	/** (e^v - 1 - v) / v^2. */
	private static double tail(double v) {
		double p = Math.fma(v, 1.0 / 362880, 1.0 / 40320);
		p = Math.fma(p, v, 1.0 / 5040);
		p = Math.fma(p, v, 1.0 / 720);
		p = Math.fma(p, v, 1.0 / 120);
		p = Math.fma(p, v, 1.0 / 24);
		p = Math.fma(p, v, 1.0 / 6);
		return Math.fma(p, v, 0.5);
	}

	/** e^(256 v) - 1. */
	private static double expm1(double v) {
		double h = Math.fma(tail(v), v * v, v);
		h = Math.fma(h, h, h + h);
		h = Math.fma(h, h, h + h);
		h = Math.fma(h, h, h + h);
		h = Math.fma(h, h, h + h);
		h = Math.fma(h, h, h + h);
		h = Math.fma(h, h, h + h);
		h = Math.fma(h, h, h + h);
		return Math.fma(h, h, h + h);
	}
}
