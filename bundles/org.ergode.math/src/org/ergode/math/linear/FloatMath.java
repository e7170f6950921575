// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

/**
 * The exponential function of {@code float} arrays, in place.
 * <p>
 * C2 vectorises the loop by itself: it has no branch, no call and no access to a number's bits. It computes in
 * double precision: a Taylor polynomial at x/256, then eight squarings. What is left is the rounding to float, so errors
 * stay below 1 ulp.
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
}
