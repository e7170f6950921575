// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import org.ergode.math.special.Elementary;

/**
 * From uniforms to variates, in place and without branches, in plain Java; {@link VectorTransforms} is the twin with
 * the same bits. Each law has its formula for one variate and a loop over it.
 */
public final class ScalarTransforms {
    private ScalarTransforms() {}

    /** mean * (-ln u). */
    public static double exponential(double u, double mean) {
        return Elementary.logNormal(u) * -mean;
    }

    public static void exponential(double[] x, int from, int to, double mean) {
        for (int i = from; i < to; i++) {
            x[i] = exponential(x[i], mean);
        }
    }

    /** scale * u^(-1/alpha). */
    public static double pareto(double u, double scale, double minusInverseAlpha) {
        return Elementary.exp(Elementary.logNormal(u) * minusInverseAlpha) * scale;
    }

    public static void pareto(double[] x, int from, int to, double scale, double minusInverseAlpha) {
        for (int i = from; i < to; i++) {
            x[i] = pareto(x[i], scale, minusInverseAlpha);
        }
    }

    /** scale * (-ln u)^(1/shape); -ln u is at least 2^-53, so that its logarithm is that of a normal number. */
    public static double weibull(double u, double scale, double inverseShape) {
        return Elementary.exp(Elementary.logNormal(Elementary.logNormal(u) * -1) * inverseShape) * scale;
    }

    public static void weibull(double[] x, int from, int to, double scale, double inverseShape) {
        for (int i = from; i < to; i++) {
            x[i] = weibull(x[i], scale, inverseShape);
        }
    }

    /** mean - scale * sgn(u - 1/2) * ln(2 min(u, 1 - u)). */
    public static double laplace(double u, double mean, double scale) {
        double e = Elementary.logNormal(2 * Math.min(u, 1 - u));
        return Math.fma(Math.copySign(e, u - 0.5), scale, mean);
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
        for (int i = from; i < to; i++) {
            x[i] = Elementary.exp(x[i]);
        }
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

    public static void mittagLeffler(double[] x, int from, int to, double[] v, double alpha, double inverseAlpha,
            double scale) {
        for (int i = from, j = 0; i < to; i++, j++) {
            x[i] = mittagLeffler(x[i], v[j], alpha, inverseAlpha, scale);
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
        return Math.fma(stableSine(v, alpha, shift) * Elementary.exp(power + t), factor, location);
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

    public static void stable(double[] x, int from, int to, double[] v, double alpha, double inverseAlpha,
            double shift, double factor, double location) {
        for (int i = from, j = 0; i < to; i++, j++) {
            x[i] = stable(x[i], v[j], alpha, inverseAlpha, shift, factor, location);
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
