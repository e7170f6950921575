// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import org.ergode.math.special.Elementary;

/**
 * From uniforms to variates, in place and without branches, in plain Java; {@link VectorTransforms} is the twin with
 * the same bits. Each law has its formula for one variate and a loop over it.
 */
public final class ScalarTransforms {
	private ScalarTransforms() {}

	// Loops with one elementary function each: the processor then has several turns of the loop in flight.

	private static void logs(double[] x, int from, int to, double factor) {
		for (int i = from; i < to; i++) {
			x[i] = Elementary.logNormal(x[i]) * factor;
		}
	}

	private static void exps(double[] x, int from, int to, double factor) {
		for (int i = from; i < to; i++) {
			x[i] = Elementary.exp(x[i]) * factor;
		}
	}

	/** mean * (-ln u). */
	public static double exponential(double u, double mean) {
		return Elementary.logNormal(u) * -mean;
	}

	public static void exponential(double[] x, int from, int to, double mean) {
		logs(x, from, to, -mean);
	}

	/** scale * u^(-1/alpha). */
	public static double pareto(double u, double scale, double minusInverseAlpha) {
		return Elementary.exp(Elementary.logNormal(u) * minusInverseAlpha) * scale;
	}

	public static void pareto(double[] x, int from, int to, double scale, double minusInverseAlpha) {
		logs(x, from, to, minusInverseAlpha);
		exps(x, from, to, scale);
	}

	/** scale * (-ln u)^(1/shape); -ln u is at least 2^-53, so that its logarithm is that of a normal number. */
	public static double weibull(double u, double scale, double inverseShape) {
		return Elementary.exp(Elementary.logNormal(Elementary.logNormal(u) * -1) * inverseShape) * scale;
	}

	public static void weibull(double[] x, int from, int to, double scale, double inverseShape) {
		logs(x, from, to, -1);
		logs(x, from, to, inverseShape);
		exps(x, from, to, scale);
	}

	/** mean - scale * sgn(t) * ln(1 - 2 |t|) with t = u - 1/2; the difference is exact for our uniforms. */
	public static double laplace(double u, double mean, double scale) {
		double t = u - 0.5;
		double e = Elementary.logNormal(Math.fma(Math.abs(t), -2, 1));
		long sign = Double.doubleToRawLongBits(t) & Long.MIN_VALUE;
		return Math.fma(Double.longBitsToDouble(Double.doubleToRawLongBits(e) ^ sign), -scale, mean);
	}

	public static void laplace(double[] x, int from, int to, double mean, double scale) {
		for (int i = from; i < to; i++) {
			x[i] = laplace(x[i], mean, scale);
		}
	}

	/** low + width u. */
	public static void uniform(double[] x, int from, int to, double low, double width) {
		for (int i = from; i < to; i++) {
			x[i] = Math.fma(x[i], width, low);
		}
	}

	public static void exp(double[] x, int from, int to) {
		exps(x, from, to, 1);
	}

	/**
	 * Box and Muller: of each 16 uniforms the first eight give the radius, the last eight the angle 2 pi u. With
	 * t = pi (u - 1/2), the sine and cosine of 2 t are those of the angle but for the sign, which does not matter here.
	 */
	public static void normal(double[] x, int from, int to, double mean, double sd) {
		for (int i = from; i < to; i += 16) {
			for (int j = i; j < i + 8; j++) {
				double radius = Math.sqrt(Elementary.logNormal(x[j]) * -2) * sd;
				double m = x[j + 8] - 0.5;
				double z = m * m;
				double sin = Elementary.sinPiHalf(m, z);
				double twice = sin * -2;
				x[j] = Math.fma(radius, Math.fma(twice, sin, 1), mean);
				x[j + 8] = Math.fma(radius, twice * Elementary.cosPiHalf(z), mean);
			}
		}
	}

	/** Kozubowski: scale * (-ln u) * (sin(pi alpha (1 - v)) / sin(pi alpha v))^(1/alpha). */
	public static double mittagLeffler(double u, double v, double alpha, double inverseAlpha, double scale) {
		double ratio = Elementary.sinPiUnit((1 - v) * alpha) / Elementary.sinPiUnit(v * alpha);
		return Elementary.exp(Elementary.logNormal(ratio) * inverseAlpha) * (Elementary.logNormal(u) * -scale);
	}

	/** The uniforms v are used up. */
	public static void mittagLeffler(double[] x, int from, int to, double[] v, double alpha, double inverseAlpha,
			double scale) {
		int n = to - from;
		for (int j = 0; j < n; j++) {
			v[j] = Elementary.sinPiUnit((1 - v[j]) * alpha) / Elementary.sinPiUnit(v[j] * alpha);
		}
		logs(v, 0, n, inverseAlpha);
		logs(x, from, to, -scale);
		for (int j = 0; j < n; j++) {
			x[from + j] *= Elementary.exp(v[j]);
		}
	}

	/**
	 * Chambers, Mallows and Stuck for alpha != 1, with V = pi (v - 1/2) and W = -ln u:
	 * factor * sin(alpha V + ab) / cos(V)^(1/alpha) * (cos(V - alpha V - ab) / W)^((1 - alpha)/alpha) + location.
	 *
	 * @param shift ab/pi, ab = atan(beta tan(pi alpha/2))
	 */
	public static double stable(double u, double v, double alpha, double inverseAlpha, double shift, double factor,
			double location) {
		double w = Elementary.logNormal(u) * -1;
		double power = Elementary.logNormal(stableCosine(v, alpha, shift) / w) * (inverseAlpha - 1);
		double t = Elementary.logNormal(Elementary.sinPiUnit(v)) * -inverseAlpha;
		return Math.fma(stableSine(v, alpha, shift) * factor, Elementary.exp(power + t), location);
	}

	/** cos(V - alpha V - ab), which is positive but for rounding. */
	private static double stableCosine(double v, double alpha, double shift) {
		double turns = Math.fma(v - 0.5, 1 - alpha, -shift);
		return Elementary.sinPiUnit(Math.max(0.5 - Math.abs(turns), 0x1p-60));
	}

	/** sin(alpha V + ab), whose argument is within (-pi, pi) but for rounding. */
	private static double stableSine(double v, double alpha, double shift) {
		double turns = Math.fma(v - 0.5, alpha, shift);
		double sine = Elementary.sinPiUnit(Math.min(Math.abs(turns), 1));
		return Math.copySign(sine, turns);
	}

	/** The uniforms v are used up; sine is room for as many numbers. */
	public static void stable(double[] x, int from, int to, double[] v, double[] sine, double alpha, double inverseAlpha,
			double shift, double factor, double location) {
		int n = to - from;
		logs(x, from, to, -1);
		for (int j = 0; j < n; j++) {
			x[from + j] = stableCosine(v[j], alpha, shift) / x[from + j];
			sine[j] = stableSine(v[j], alpha, shift) * factor;
			v[j] = Elementary.sinPiUnit(v[j]);
		}
		logs(x, from, to, inverseAlpha - 1);
		logs(v, 0, n, -inverseAlpha);
		for (int j = 0; j < n; j++) {
			x[from + j] = Math.fma(sine[j], Elementary.exp(x[from + j] + v[j]), location);
		}
	}

	/**
	 * Chambers, Mallows and Stuck for alpha = 1, with V = pi (v - 1/2) and W = -ln u:
	 * (2/pi) ((pi/2 + beta V) tan V - beta ln((pi/2) W cos V / (pi/2 + beta V))), scaled and shifted.
	 */
	public static double stableOne(double u, double v, double beta, double scale, double location) {
		double cosine = Elementary.sinPiUnit(v);
		double m = v - 0.5;
		double tangent = Elementary.sinPiHalf(m, m * m) / cosine;
		double a = Math.fma(beta, 2 * m, 1);
		double w = Elementary.logNormal(u) * -cosine;
		double x = beta == 0 ? tangent
				: Math.fma(a, tangent, -beta * (2 / Math.PI) * Elementary.log(w / a));
		return Math.fma(x, scale, location);
	}
}
