// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.special;

import static org.ergode.math.internal.Coefficients.*;

/**
 * Elementary functions whose bits are the same on every platform, because they are made of IEEE operations and fused
 * multiply-adds only, without branches on the main path. Polynomials are summed in pairs (Estrin), which shortens the chain
 * of operations that wait for each other.
 * <p>
 * Each function has a twin on vectors (used by the sampling kernels) that performs the same operations in the same
 * order, so both give the same bits. Measured against {@link StrictMath} over the whole range, {@code exp}, {@code log},
 * {@code sin} and {@code cos} differ by at most 1 ulp, {@code pow} by at most 2.
 */
public final class Elementary {
	private Elementary() {}

	/** e^x; below 1 ulp, with correct overflow, gradual underflow and NaN. */
	public static double exp(double x) {
		double v = Math.abs(x) <= 700 ? x : Math.max(EXP_MIN, Math.min(EXP_MAX, x));
		double k = Math.fma(v, INV_LN2, ROUNDER) - ROUNDER;
		return scale(expTail(Math.fma(-k, LN2_HI, v), k * LN2_LO), k);
	}

	/** e^x - 1; within 2 ulp, also for small x. */
	public static double expm1(double x) {
		if (!(x < 700)) {
			return exp(x);
		}
		double v = Math.max(-50, x);
		double k = Math.fma(v, INV_LN2, ROUNDER) - ROUNDER;
		double q = expm1Tail(Math.fma(-k, LN2_HI, v), k * LN2_LO);
		double s = scale(1, k);
		return Math.fma(s, q, s - 1);
	}

	/** The hyperbolic tangent; within 4 ulp. */
	public static double tanh(double x) {
		double e = expm1(2 * Math.min(Math.abs(x), 25));
		return Math.copySign(e / (e + 2), x);
	}

	/** The logistic function 1/(1 + e^-x); within 3 ulp, also far below zero. */
	public static double sigmoid(double x) {
		return 1 / (1 + exp(-x));
	}

	/** ln(1 + e^x), without overflow. */
	public static double softplus(double x) {
		return Math.max(x, 0) + StrictMath.log1p(exp(-Math.abs(x)));
	}

	/** e^(r - c) for |r| <= ln(2)/2 and a tiny c. */
	private static double expTail(double r0, double c) {
		return 1 + expm1Tail(r0, c);
	}

	private static double expm1Tail(double r0, double c) {
		double r = r0 - c;
		double lo = (r0 - r) - c;
		double r2 = r * r;
		double r4 = r2 * r2;
		double a = Math.fma(Math.fma(r, E5, E4), r2, Math.fma(r, E3, 0.5));
		double b = Math.fma(Math.fma(r, E9, E8), r2, Math.fma(r, E7, E6));
		double p = Math.fma(Math.fma(r, E11, E10), r4 * r4, Math.fma(b, r4, a));
		return r + Math.fma(p, r2, lo);
	}

	/** p 2^k for an integer k in [-1077, 1025], by two factors so that neither overflows before the product does. */
	private static double scale(double p, double k) {
		if (Math.abs(k) <= 1020) {
			return p * Double.longBitsToDouble((long) k + 1023 << 52);
		}
		double t = Math.fma(k, 0.5, ROUNDER);
		double u = (k - (t - ROUNDER)) + ROUNDER;
		double a = Double.longBitsToDouble(Double.doubleToRawLongBits(t) + 1023 << 52);
		double b = Double.longBitsToDouble(Double.doubleToRawLongBits(u) + 1023 << 52);
		return p * a * b;
	}

	/** ln x; below 1 ulp; NaN below zero, -Infinity at zero. */
	public static double log(double x) {
		if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE)) {
			return StrictMath.log(x);
		}
		return logNormal(x);
	}

	/** ln x for a positive, normal, finite x: what the kernels use, no branch. */
	public static double logNormal(double x) {
		long t = Double.doubleToRawLongBits(x) + LOG_SHIFT;
		double k = Double.longBitsToDouble((t >>> 52) | TWO52_BITS) - TWO52_BIAS;
		double f = Double.longBitsToDouble((t & MANTISSA) + SQRT_HALF_BITS) - 1;
		double s = f / (f + 2);
		double z = s * s;
		double z2 = z * z;
		double a = Math.fma(Math.fma(z, L4, L3), z2, Math.fma(z, L2, L1));
		double q = Math.fma(Math.fma(z2, L7, Math.fma(z, L6, L5)), z2 * z2, a);
		double h = 0.5 * f * f;
		// ln m = f - (h - s (h + z q)); see fdlibm's e_log for this arrangement of the same series
		double inner = Math.fma(s, Math.fma(z, q, h), k * LN2_LO);
		return Math.fma(k, LN2_HI, f - (h - inner));
	}

	/** sin x; below 2 ulp. */
	public static double sin(double x) {
		if (!(Math.abs(x) <= TRIG_MAX)) {
			return StrictMath.sin(x);
		}
		return trig(x, 0);
	}

	/** cos x; below 2 ulp. */
	public static double cos(double x) {
		if (!(Math.abs(x) <= TRIG_MAX)) {
			return StrictMath.cos(x);
		}
		return trig(x, 1);
	}

	/** sin(x + shift pi/2): reduction to r in [-pi/4, pi/4] by three parts of pi/2, then the sine's or cosine's series. */
	private static double trig(double x, long shift) {
		double t = Math.fma(x, TWO_OVER_PI, ROUNDER);
		double k = t - ROUNDER;
		double a = Math.fma(-k, PI_HALF_1, x);
		double b = -k * PI_HALF_2;
		double r = a + b;
		double e = r - a;
		double lo = (a - (r - e)) + (b - e) + Math.fma(-k, PI_HALF_3, Math.fma(-k, PI_HALF_2, -b));
		double z = r * r;
		double s = Math.fma(S6, z, S5);
		s = Math.fma(s, z, S4);
		s = Math.fma(s, z, S3);
		s = Math.fma(s, z, S2);
		s = Math.fma(s, z, S1);
		double sin = r + Math.fma(s * z, r, lo);
		double c = Math.fma(C6, z, C5);
		c = Math.fma(c, z, C4);
		c = Math.fma(c, z, C3);
		c = Math.fma(c, z, C2);
		c = Math.fma(c, z, C1);
		double half = 0.5 * z;
		double w = 1 - half;
		double cos = w + (((1 - w) - half) + Math.fma(c * z, z, -r * lo));
		return quadrant(sin, cos, Double.doubleToRawLongBits(t) + shift);
	}

	/** sin(pi x), exact at integers and half-integers; within 3 ulp. */
	public static double sinPi(double x) {
		double r = x - 2 * Math.rint(0.5 * x);
		return Math.copySign(sinPiUnit(Math.abs(r)), r);
	}

	/** sin(pi x) for 0 <= x <= 1, accurate at both zeros: what the kernels use, no branch. */
	public static double sinPiUnit(double x) {
		double m = Math.min(x, 1 - x);
		return sinPiHalf(m, m * m);
	}

	/** sin(pi m) for |m| <= 1/2, z = m^2. */
	public static double sinPiHalf(double m, double z) {
		double z2 = z * z;
		double a = Math.fma(Math.fma(z, P4, P3), z2, Math.fma(z, P2, P1));
		double b = Math.fma(Math.fma(z, P8, P7), z2, Math.fma(z, P6, P5));
		double s = Math.fma(b, z2 * z2, a);
		return Math.fma(m, Math.PI, m * Math.fma(s, z, PI_LO));
	}

	/** cos(pi m) for z = m^2 <= 1/4, to 2e-16 absolutely. */
	public static double cosPiHalf(double z) {
		double z2 = z * z;
		double a = Math.fma(Math.fma(z, Q4, Q3), z2, Math.fma(z, Q2, Q1));
		double b = Math.fma(Math.fma(z, Q8, Q7), z2, Math.fma(z, Q6, Q5));
		double c = Math.fma(b, z2 * z2, a);
		return Math.fma(c, z, 1);
	}

	/** Chooses sine or cosine by the lowest bit of q and the sign by the next. */
	private static double quadrant(double sin, double cos, long q) {
		double v = (q & 1) == 0 ? sin : cos;
		return Double.longBitsToDouble(Double.doubleToRawLongBits(v) ^ ((q & 2) << 62));
	}

	/**
	 * x^y = exp(y ln x), with ln x carried to twice the precision; below 2 ulp. What is not a positive normal base and a
	 * finite exponent follows {@link StrictMath#pow}.
	 */
	public static double pow(double x, double y) {
		if (!(x >= Double.MIN_NORMAL && x <= Double.MAX_VALUE && Math.abs(y) <= 1e300)) {
			return StrictMath.pow(x, y);
		}
		long t = Double.doubleToRawLongBits(x) + LOG_SHIFT;
		double k = Double.longBitsToDouble((t >>> 52) | TWO52_BITS) - TWO52_BIAS;
		double f = Double.longBitsToDouble((t & MANTISSA) + SQRT_HALF_BITS) - 1;
		// s + sl = f / (2 + f)
		double d = f + 2;
		double dl = f - (d - 2);
		double s = f / d;
		double sl = (Math.fma(-s, d, f) - s * dl) / d;
		double z = s * s;
		double zl = Math.fma(s, s, -z) + 2 * s * sl;
		double q = Math.fma(A9, z, A8);
		q = Math.fma(q, z, A7);
		q = Math.fma(q, z, A6);
		q = Math.fma(q, z, A5);
		q = Math.fma(q, z, A4);
		q = Math.fma(q, z, A3);
		q = Math.fma(q, z, A2);
		// (2/3) z + z^2 q, to twice the precision, then times s
		double e = TWO_THIRDS * z;
		double el = Math.fma(TWO_THIRDS, z, -e) + TWO_THIRDS * zl + Math.fma(q * z, z, TWO_THIRDS_LO * z);
		double g = s * e;
		double gl = Math.fma(s, e, -g) + s * el + sl * e;
		// ln x = k ln 2 + 2 s + g
		double a = k * LN2_HI;
		double b = 2 * s;
		double h = a + b;
		double hl = (b - (h - a)) + (k * LN2_LO + (2 * sl + gl));
		double u = h + g;
		double ul = (g - (u - h)) + hl;
		double hi = u + ul;
		double lo = (u - hi) + ul;
		double v = y * hi;
		if (!(v > EXP_MIN && v < EXP_MAX)) {
			return exp(v);
		}
		double vl = Math.fma(y, hi, -v) + y * lo;
		double n = Math.fma(v, INV_LN2, ROUNDER) - ROUNDER;
		return scale(expTail(Math.fma(-n, LN2_HI, v), Math.fma(n, LN2_LO, -vl)), n);
	}
}
