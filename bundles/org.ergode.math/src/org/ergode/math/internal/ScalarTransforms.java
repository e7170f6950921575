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
        return -Elementary.logNormal(u) * mean;
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
        return Elementary.exp(Elementary.logNormal(-Elementary.logNormal(u)) * inverseShape) * scale;
    }

    public static void weibull(double[] x, int from, int to, double scale, double inverseShape) {
        for (int i = from; i < to; i++) {
            x[i] = weibull(x[i], scale, inverseShape);
        }
    }

    /** mean - scale * sgn(t) * ln(1 - 2|t|), t = u - 1/2. */
    public static double laplace(double u, double mean, double scale) {
        double t = u - 0.5;
        double e = Elementary.logNormal(2 * Math.min(u, 1 - u));
        return Math.fma(Math.copySign(e, t), scale, mean);
    }

    public static void laplace(double[] x, int from, int to, double mean, double scale) {
        for (int i = from; i < to; i++) {
            x[i] = laplace(x[i], mean, scale);
        }
    }

    /** low + (high - low) u. */
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

    /** Box and Muller: of each 16 uniforms the first eight give the radius, the last eight the angle. */
    public static void normal(double[] x, int from, int to, double mean, double sd) {
        for (int i = from; i < to; i += 16) {
            for (int j = i; j < i + 8; j++) {
                double radius = Math.sqrt(-2 * Elementary.logNormal(x[j])) * sd;
                double angle = x[j + 8] * 4;
                x[j] = Math.fma(radius, Elementary.cosQuarters(angle), mean);
                x[j + 8] = Math.fma(radius, Elementary.sinQuarters(angle), mean);
            }
        }
    }

    /** Kozubowski: scale * (-ln u) * (sin(pi alpha (1 - v)) / sin(pi v))^(1/alpha). */
    public static double mittagLeffler(double u, double v, double twoAlpha, double inverseAlpha, double scale) {
        double ratio = Elementary.sinQuarters((1 - v) * twoAlpha) / Elementary.sinQuarters(v * 2);
        return Elementary.exp(Elementary.logNormal(ratio) * inverseAlpha) * (-Elementary.logNormal(u) * scale);
    }

    public static void mittagLeffler(double[] x, int from, int to, double[] v, double twoAlpha, double inverseAlpha,
            double scale) {
        for (int i = from, j = 0; i < to; i++, j++) {
            x[i] = mittagLeffler(x[i], v[j], twoAlpha, inverseAlpha, scale);
        }
    }

    /**
     * Chambers, Mallows and Stuck for alpha != 1, with V = pi (v - 1/2) and W = -ln u:
     * factor * sin(alpha V + ab) / cos(V)^(1/alpha) * (cos(V - alpha V - ab) / W)^((1 - alpha)/alpha) + location.
     *
     * @param shift 2/pi times ab, ab = atan(beta tan(pi alpha/2))
     */
    public static double stable(double u, double v, double alpha, double inverseAlpha, double shift, double factor,
            double location) {
        double q = v * 2 - 1;
        double sine = Elementary.sinQuarters(Math.fma(q, alpha, shift));
        double c = Math.max(Elementary.cosQuarters(Math.fma(q, 1 - alpha, -shift)), Double.MIN_NORMAL);
        double w = -Elementary.logNormal(u);
        double power = Elementary.logNormal(c) - Elementary.logNormal(w);
        double t = Math.fma(power, inverseAlpha - 1, -Elementary.logNormal(Elementary.sinQuarters(v * 2)) * inverseAlpha);
        return Math.fma(sine * Elementary.exp(t), factor, location);
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
        double cosine = Elementary.sinQuarters(v * 2);
        double tangent = -Elementary.cosQuarters(v * 2) / cosine;
        double a = Math.fma(beta, v * 2 - 1, 1);
        double w = -Elementary.logNormal(u) * cosine;
        double x = beta == 0 ? tangent
                : Math.fma(a, tangent, -beta * (2 / Math.PI) * Elementary.log(w / a));
        return Math.fma(x, scale, location);
    }
}
