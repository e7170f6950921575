// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals by Gauss and Kronrod's pair of 7 and 15 points, halving intervals until the pair agrees.
 *
 * @see <a href="https://www.netlib.org/quadpack/">QUADPACK, qk15</a>
 */
public final class AdaptiveQuadrature {
	private static final int DEPTH = 30;
	private static final double[] NODE = {0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
			0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
			0.586087235467691130294144838258730, 0.405845151377397166906606412076961,
			0.207784955007898467600689403773245, 0};
	private static final double[] KRONROD = {0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
			0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
			0.169004726639267902826583426598550, 0.190350578064785409913256402421014,
			0.204432940075298892414161999234649, 0.209482141084727828012999174891714};
	/** For every second node. */
	private static final double[] GAUSS = {0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
			0.381830050505118944950369775488975, 0.417959183673469387755102040816327};

	private AdaptiveQuadrature() {}

	/**
	 * @param breaks ascending: the ends and, between them, points near which the integrand changes most
	 * @param relative tolerance, relative to the integral of the absolute value
	 */
	public static double integrate(DoubleUnaryOperator f, double[] breaks, double relative) {
		double size = 0;
		for (int i = 1; i < breaks.length; i++) {
			size += Math.abs(pair(f, breaks[i - 1], breaks[i])[0]);
		}
		double sum = 0;
		for (int i = 1; i < breaks.length; i++) {
			sum += refine(f, breaks[i - 1], breaks[i], relative * size / (breaks.length - 1), relative, DEPTH);
		}
		return sum;
	}

	private static double refine(DoubleUnaryOperator f, double a, double b, double absolute, double relative, int depth) {
		double[] both = pair(f, a, b);
		double error = Math.abs(both[0] - both[1]);
		if (error <= absolute || error <= relative * Math.abs(both[0]) || depth == 0 || !(b > a)) {
			return both[0];
		}
		double middle = 0.5 * (a + b);
		return refine(f, a, middle, absolute, relative, depth - 1) + refine(f, middle, b, absolute, relative, depth - 1);
	}

	private static double[] pair(DoubleUnaryOperator f, double a, double b) {
		double centre = 0.5 * (a + b);
		double half = 0.5 * (b - a);
		double value = f.applyAsDouble(centre);
		double kronrod = KRONROD[7] * value;
		double gauss = GAUSS[3] * value;
		for (int i = 0; i < 7; i++) {
			double two = f.applyAsDouble(centre - half * NODE[i]) + f.applyAsDouble(centre + half * NODE[i]);
			kronrod += KRONROD[i] * two;
			if (i % 2 == 1) {
				gauss += GAUSS[i / 2] * two;
			}
		}
		return new double[] {kronrod * half, gauss * half};
	}
}
