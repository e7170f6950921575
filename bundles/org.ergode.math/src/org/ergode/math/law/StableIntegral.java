// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

import org.ergode.math.internal.AdaptiveQuadrature;

/**
 * Zolotarev's integrals for the standard stable law, in Nolan's form. With L = pi/2 + theta0 and
 * g(theta) = |x|^(alpha/(alpha - 1)) V(theta), on -theta0 < theta < pi/2 and for x > 0:
 * <pre>
 * density  = alpha / (pi |alpha - 1| x) * integral of g exp(-g)
 * P(X > x) = (1/pi) integral of exp(-g)        for alpha > 1
 *            (1/pi) integral of 1 - exp(-g)    for alpha < 1
 * </pre>
 * and, for alpha = 1 with g = exp(-pi x/(2 beta)) V and beta > 0, density = 1/(2 beta) integral of g exp(-g) and
 * P(X > x) = (1/pi) integral of 1 - exp(-g), on -pi/2 < theta < pi/2.
 * <p>
 * log g is monotone, and far in the tails all that counts happens within 1e-10 of an end. So each half of the interval is
 * integrated over the logarithm of the distance to its end, with a break where g = 1.
 *
 * @see <a href="https://doi.org/10.1080/15326349708807450">Nolan 1997, Numerical calculation of stable densities and
 *      distribution functions, theorem 1</a>
 */
final class StableIntegral {
	private static final double TOLERANCE = 1e-11;
	/** exp(-100) of the interval is beside the point. */
	private static final double SHORTEST = -100;
	/** Steps from where g = 1, fine enough to see a front of any steepness. */
	private static final double[] AROUND = {-30, -10, -3, -1, -0.3, -0.03, -0.003, 0, 0.003, 0.03, 0.3, 1, 3, 10, 30};
	private static final double HALF_PI = Math.PI / 2;

	private final double alpha;
	private final double beta;
	private final double theta0;
	private final double length;
	private final double logFactor;

	/** For x > 0 when alpha != 1; for beta > 0 when alpha = 1. */
	StableIntegral(double alpha, double beta, double x) {
		this.alpha = alpha;
		this.beta = beta;
		if (alpha == 1) {
			theta0 = HALF_PI;
			logFactor = -HALF_PI * x / beta + Math.log(2 / Math.PI);
		} else {
			theta0 = alpha < 1 && Math.abs(beta) == 1 ? beta * HALF_PI
					: Math.atan(beta * Math.tan(HALF_PI * alpha)) / alpha;
			logFactor = (alpha * Math.log(x) + Math.log(Math.cos(alpha * theta0))) / (alpha - 1);
		}
		length = HALF_PI + theta0;
	}

	/** The integral of g exp(-g). */
	double density() {
		return integral(log -> Math.exp(log - Math.exp(log)));
	}

	/** The integral of exp(-g). */
	double below() {
		return integral(log -> Math.exp(-Math.exp(log)));
	}

	/** The integral of 1 - exp(-g). */
	double above() {
		return integral(log -> -Math.expm1(-Math.exp(log)));
	}

	private double integral(DoubleUnaryOperator ofLogG) {
		if (!(length > 1e-15)) {
			return 0;
		}
		return half(ofLogG, this::fromUpper) + half(ofLogG, this::fromLower);
	}

	private double half(DoubleUnaryOperator ofLogG, DoubleUnaryOperator logG) {
		double end = Math.log(length / 2);
		DoubleUnaryOperator integrand = s -> {
			double u = Math.exp(s);
			double v = ofLogG.applyAsDouble(logG.applyAsDouble(u)) * u;
			return Double.isNaN(v) ? 0 : v;
		};
		double one = crossing(logG, SHORTEST, end);
		double[] breaks = DoubleStream.concat(DoubleStream.of(SHORTEST, end), Arrays.stream(AROUND).map(d -> one + d))
				.filter(at -> at >= SHORTEST && at <= end).sorted().distinct().toArray();
		return AdaptiveQuadrature.integrate(integrand, breaks, TOLERANCE);
	}

	/** Where log g = 0 on the logarithmic scale, or an end when it does not change sign. */
	private static double crossing(DoubleUnaryOperator logG, double low, double high) {
		boolean rising = logG.applyAsDouble(Math.exp(high)) > 0;
		if (rising == logG.applyAsDouble(Math.exp(low)) > 0) {
			return high;
		}
		for (int i = 0; i < 60; i++) {
			double middle = 0.5 * (low + high);
			if (logG.applyAsDouble(Math.exp(middle)) > 0 == rising) {
				high = middle;
			} else {
				low = middle;
			}
		}
		return 0.5 * (low + high);
	}

	/** log g at theta = pi/2 - u. */
	private double fromUpper(double u) {
		return logG(Math.sin(u), length - u, HALF_PI - u);
	}

	/** log g at theta = -theta0 + u. */
	private double fromLower(double u) {
		double cosine = theta0 == HALF_PI ? Math.sin(u) : Math.cos(u - theta0);
		return logG(cosine, u, u - theta0);
	}

	/**
	 * @param cosine of theta
	 * @param above theta + theta0
	 */
	private double logG(double cosine, double above, double theta) {
		if (alpha == 1) {
			double a = HALF_PI + beta * theta;
			return logFactor + Math.log(a / cosine) + a * Math.sin(theta) / (cosine * beta);
		}
		double e = alpha / (alpha - 1);
		return logFactor + e * Math.log(cosine / Math.sin(alpha * above))
				+ Math.log(Math.cos((alpha - 1) * above + theta0) / cosine);
	}
}
