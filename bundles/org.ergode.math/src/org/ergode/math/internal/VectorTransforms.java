// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import static org.ergode.math.internal.VectorElementary.D;
import static org.ergode.math.internal.VectorElementary.c;
import static org.ergode.math.internal.VectorElementary.cosQuarters;
import static org.ergode.math.internal.VectorElementary.log;
import static org.ergode.math.internal.VectorElementary.sinQuarters;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/**
 * {@link ScalarTransforms} on vectors, same bits. What is left over at the end of an array is done by the scalar form.
 * Each formula is a small method of its own: past the JIT's node budget vectors are boxed.
 */
public final class VectorTransforms {
    private VectorTransforms() {}

    private static DoubleVector load(double[] x, int i) {
        return DoubleVector.fromArray(D, x, i);
    }

    public static void exponential(double[] x, int from, int to, double mean) {
        int i = from;
        for (; i <= to - D.length(); i += D.length()) {
            log(load(x, i)).neg().mul(mean).intoArray(x, i);
        }
        ScalarTransforms.exponential(x, i, to, mean);
    }

    public static void pareto(double[] x, int from, int to, double scale, double minusInverseAlpha) {
        int i = from;
        for (; i <= to - D.length(); i += D.length()) {
            VectorElementary.exp(log(load(x, i)).mul(minusInverseAlpha)).mul(scale).intoArray(x, i);
        }
        ScalarTransforms.pareto(x, i, to, scale, minusInverseAlpha);
    }

    public static void weibull(double[] x, int from, int to, double scale, double inverseShape) {
        int i = from;
        for (; i <= to - D.length(); i += D.length()) {
            VectorElementary.exp(log(log(load(x, i)).neg()).mul(inverseShape)).mul(scale).intoArray(x, i);
        }
        ScalarTransforms.weibull(x, i, to, scale, inverseShape);
    }

    public static void laplace(double[] x, int from, int to, double mean, double scale) {
        int i = from;
        for (; i <= to - D.length(); i += D.length()) {
            laplace(load(x, i)).fma(c(scale), c(mean)).intoArray(x, i);
        }
        ScalarTransforms.laplace(x, i, to, mean, scale);
    }

    private static DoubleVector laplace(DoubleVector u) {
        LongVector sign = u.sub(0.5).viewAsIntegralLanes().and(Long.MIN_VALUE);
        LongVector e = log(u.min(u.neg().add(1)).mul(2)).viewAsIntegralLanes();
        return e.and(Long.MAX_VALUE).or(sign).viewAsFloatingLanes();
    }

    public static void uniform(double[] x, int from, int to, double low, double width) {
        int i = from;
        for (; i <= to - D.length(); i += D.length()) {
            load(x, i).fma(c(width), c(low)).intoArray(x, i);
        }
        ScalarTransforms.uniform(x, i, to, low, width);
    }

    public static void exp(double[] x, int from, int to) {
        int i = from;
        for (; i <= to - D.length(); i += D.length()) {
            VectorElementary.exp(load(x, i)).intoArray(x, i);
        }
        ScalarTransforms.exp(x, i, to);
    }

    /** The range holds whole groups of 16. */
    public static void normal(double[] x, int from, int to, double mean, double sd) {
        for (int i = from; i < to; i += 16) {
            for (int j = i; j < i + 8; j += D.length()) {
                boxMuller(x, j, mean, sd);
            }
        }
    }

    private static void boxMuller(double[] x, int j, double mean, double sd) {
        DoubleVector radius = log(load(x, j)).mul(-2).sqrt().mul(sd);
        DoubleVector angle = load(x, j + 8).mul(4);
        DoubleVector t = angle.add(Coefficients.ROUNDER);
        DoubleVector f = angle.sub(t.sub(Coefficients.ROUNDER));
        DoubleVector z = f.mul(f);
        DoubleVector sin = VectorElementary.sinQuarter(f, z);
        DoubleVector cos = VectorElementary.cosQuarter(z);
        LongVector q = t.viewAsIntegralLanes();
        radius.fma(VectorElementary.quadrant(sin, cos, q.add(1)), c(mean)).intoArray(x, j);
        radius.fma(VectorElementary.quadrant(sin, cos, q), c(mean)).intoArray(x, j + 8);
    }

    public static void mittagLeffler(double[] x, int from, int to, double[] v, double twoAlpha, double inverseAlpha,
            double scale) {
        int i = from;
        for (; i <= to - D.length(); i += D.length()) {
            DoubleVector power = mittagLefflerPower(load(v, i - from), twoAlpha).mul(inverseAlpha);
            VectorElementary.exp(power).mul(log(load(x, i)).neg().mul(scale)).intoArray(x, i);
        }
        for (; i < to; i++) {
            x[i] = ScalarTransforms.mittagLeffler(x[i], v[i - from], twoAlpha, inverseAlpha, scale);
        }
    }

    private static DoubleVector mittagLefflerPower(DoubleVector v, double twoAlpha) {
        return log(sinQuarters(v.neg().add(1).mul(twoAlpha)).div(sinQuarters(v.mul(2))));
    }

    public static void stable(double[] x, int from, int to, double[] v, double alpha, double inverseAlpha,
            double shift, double factor, double location) {
        int i = from;
        for (; i <= to - D.length(); i += D.length()) {
            DoubleVector w = load(v, i - from);
            DoubleVector t = stablePower(load(x, i), w, alpha, inverseAlpha, shift);
            DoubleVector sine = sinQuarters(w.mul(2).sub(1).fma(c(alpha), c(shift)));
            sine.mul(VectorElementary.exp(t)).fma(c(factor), c(location)).intoArray(x, i);
        }
        for (; i < to; i++) {
            x[i] = ScalarTransforms.stable(x[i], v[i - from], alpha, inverseAlpha, shift, factor, location);
        }
    }

    private static DoubleVector stablePower(DoubleVector u, DoubleVector v, double alpha, double inverseAlpha,
            double shift) {
        DoubleVector q = v.mul(2).sub(1);
        DoubleVector cosine = cosQuarters(q.fma(c(1 - alpha), c(-shift))).max(Double.MIN_NORMAL);
        DoubleVector power = log(cosine).sub(log(log(u).neg()));
        return power.fma(c(inverseAlpha - 1), log(sinQuarters(v.mul(2))).neg().mul(inverseAlpha));
    }
}
