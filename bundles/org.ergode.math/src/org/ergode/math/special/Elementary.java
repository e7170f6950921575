// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.special;

import static org.ergode.math.internal.Coefficients.*;

/**
 * Elementary functions whose bits are the same on every platform, because they are made of IEEE operations and fused
 * multiply-adds only, without branches on the main path.
 * <p>
 * Each function has a twin on vectors (used by the sampling kernels) that performs the same operations in the same
 * order, so both give the same bits. Measured against {@link StrictMath} over the whole range, {@code exp}, {@code log},
 * {@code sin} and {@code cos} differ by at most 1 ulp, {@code pow} by at most 2.
 */
public final class Elementary {
    private Elementary() {}

    /** e^x; below 1 ulp, with correct overflow, gradual underflow and NaN. */
    public static double exp(double x) {
        double v = Math.max(EXP_MIN, Math.min(EXP_MAX, x));
        double t = Math.fma(v, INV_LN2, ROUNDER);
        double k = t - ROUNDER;
        double r = Math.fma(-k, LN2_HI, v);
        return scale(expTail(r, k * LN2_LO), k);
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
        double p = Math.fma(E11, r, E10);
        p = Math.fma(p, r, E9);
        p = Math.fma(p, r, E8);
        p = Math.fma(p, r, E7);
        p = Math.fma(p, r, E6);
        p = Math.fma(p, r, E5);
        p = Math.fma(p, r, E4);
        p = Math.fma(p, r, E3);
        p = Math.fma(p, r, 0.5);
        return r + Math.fma(p, r * r, lo);
    }

    /** p 2^k for an integer k in [-1077, 1025], by two factors so that neither overflows before the product does. */
    private static double scale(double p, double k) {
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
        double q = Math.fma(L7, z, L6);
        q = Math.fma(q, z, L5);
        q = Math.fma(q, z, L4);
        q = Math.fma(q, z, L3);
        q = Math.fma(q, z, L2);
        q = Math.fma(q, z, L1);
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

    /** sin(pi x), exact at integers and half-integers; within 2 ulp. */
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
        double s = Math.fma(P8, z, P7);
        s = Math.fma(s, z, P6);
        s = Math.fma(s, z, P5);
        s = Math.fma(s, z, P4);
        s = Math.fma(s, z, P3);
        s = Math.fma(s, z, P2);
        s = Math.fma(s, z, P1);
        return Math.fma(m, Math.PI, m * Math.fma(s, z, PI_LO));
    }

    /** cos(pi m) for z = m^2 <= 1/4, to 2e-16 absolutely. */
    public static double cosPiHalf(double z) {
        double c = Math.fma(Q8, z, Q7);
        c = Math.fma(c, z, Q6);
        c = Math.fma(c, z, Q5);
        c = Math.fma(c, z, Q4);
        c = Math.fma(c, z, Q3);
        c = Math.fma(c, z, Q2);
        c = Math.fma(c, z, Q1);
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
