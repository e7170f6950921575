// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Gamma;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;

/**
 * The stable laws in Nolan's S1 parameters, with the characteristic function
 * exp(-|scale t|^alpha (1 - i beta sgn(t) tan(pi alpha/2)) + i location t) for alpha != 1, and
 * exp(-|scale t| (1 + i beta (2/pi) sgn(t) ln |t|) + i location t) for alpha = 1.
 *
 * @see StableIntegral
 */
public final class Stable implements Law {
	private final double alpha;
	private final double beta;
	private final double scale;
	private final double location;
	/** Of the standard law's zero, after scaling: only at alpha = 1 other than the location. */
	private final double origin;

	private Stable(double alpha, double beta, double scale, double location) {
		this.alpha = alpha;
		this.beta = beta;
		this.scale = scale;
		this.location = location;
		this.origin = alpha == 1 && beta != 0 ? location + 2 / Math.PI * beta * scale * Math.log(scale) : location;
	}

	/**
	 * @param alpha in (0, 2]; 2 is normal with variance 2 scale^2
	 * @param beta skewness, in [-1, 1]
	 * @param scale > 0
	 * @param location finite; the mean when alpha > 1
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static Stable of(double alpha, double beta, double scale, double location) {
		Checks.within("alpha", alpha, 0, 2);
		if (!(beta >= -1 && beta <= 1)) {
			throw new IllegalArgumentException("beta is out of range: " + beta + "; expected a value in [-1, 1]");
		}
		return new Stable(alpha, beta, Checks.positive("scale", scale), Checks.finite("location", location));
	}

	@Override
	public double pdf(double x) {
		return standardDensity((x - origin) / scale) / scale;
	}

	@Override
	public double cdf(double x) {
		return tail((origin - x) / scale, -beta);
	}

	@Override
	public double survival(double x) {
		return tail((x - origin) / scale, beta);
	}

	private double standardDensity(double z) {
		if (Double.isNaN(z)) {
			return Double.NaN;
		}
		if (alpha == 2) {
			return Math.exp(-z * z / 4) / (2 * Math.sqrt(Math.PI));
		}
		if (alpha == 1) {
			return beta == 0 ? 1 / (Math.PI * (1 + z * z))
					: new StableIntegral(1, Math.abs(beta), beta > 0 ? z : -z).density() / (2 * Math.abs(beta));
		}
		if (Math.abs(z) < 1e-10) {
			return densityAtZero();
		}
		double side = z > 0 ? beta : -beta;
		return new StableIntegral(alpha, side, Math.abs(z)).density() * alpha
				/ (Math.PI * Math.abs(alpha - 1) * Math.abs(z));
	}

	/** Gamma(1 + 1/alpha) cos(theta0) / (pi (1 + zeta^2)^(1/(2 alpha))). */
	private double densityAtZero() {
		double zeta = beta * Math.tan(Math.PI / 2 * alpha);
		double theta0 = Math.atan(zeta) / alpha;
		return Gamma.value(1 + 1 / alpha) * Math.cos(theta0) / (Math.PI * Math.pow(1 + zeta * zeta, 0.5 / alpha));
	}

	/** P(Z > z) of the standard law with this alpha and the given skewness. */
	private double tail(double z, double skew) {
		if (Double.isNaN(z)) {
			return Double.NaN;
		}
		if (alpha == 2) {
			return Erfc.value(z / 2) / 2;
		}
		if (Double.isInfinite(z)) {
			return z > 0 ? 0 : 1;
		}
		if (alpha == 1) {
			return tailAtOne(z, skew);
		}
		if (z < 0) {
			return 1 - tail(-z, -skew);
		}
		if (z == 0) {
			return 0.5 + Math.atan(skew * Math.tan(Math.PI / 2 * alpha)) / (alpha * Math.PI);
		}
		StableIntegral integral = new StableIntegral(alpha, skew, z);
		return (alpha > 1 ? integral.below() : integral.above()) / Math.PI;
	}

	private static double tailAtOne(double z, double skew) {
		if (skew == 0) {
			return z > 1 ? Math.atan(1 / z) / Math.PI : 0.5 - Math.atan(z) / Math.PI;
		}
		return skew > 0 ? new StableIntegral(1, skew, z).above() / Math.PI
				: new StableIntegral(1, -skew, -z).below() / Math.PI;
	}

	@Override
	public double quantile(double p) {
		Checks.probability("p", p);
		if (p == 0 || p == 1) {
			return end(p);
		}
		if (alpha < 1 && Math.abs(beta) == 1) {
			return oneSided(p);
		}
		double z = QuantileSearch.root(y -> p < 0.5 ? tail(-Math.sinh(y), -beta) / p - 1 : 1 - tail(Math.sinh(y), beta) / (1 - p),
				0, 1);
		return origin + scale * Math.sinh(z);
	}

	private double end(double p) {
		boolean half = alpha < 1 && beta == (p == 0 ? 1 : -1);
		return half ? location : p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
	}

	/** On the half line, by the logarithm of the distance from its end. */
	private double oneSided(double p) {
		double q = beta > 0 ? p : 1 - p;
		double y = QuantileSearch.root(t -> q < 0.5 ? tail(-Math.exp(t), -1) / q - 1 : 1 - tail(Math.exp(t), 1) / (1 - q), 0, 1);
		return location + Math.signum(beta) * scale * Math.exp(y);
	}

	@Override
	public double mean() {
		if (alpha > 1) {
			return location;
		}
		return alpha < 1 && Math.abs(beta) == 1 ? beta * Double.POSITIVE_INFINITY : Double.NaN;
	}

	@Override
	public double variance() {
		return alpha == 2 ? 2 * scale * scale : alpha > 1 ? Double.POSITIVE_INFINITY : Double.NaN;
	}

	@Override
	public String undefinedMoment(double order) {
		if (alpha == 2 || order < alpha) {
			return null;
		}
		if (order != 1 && order != 2) {
			return "is infinite for alpha = " + Checks.number(alpha) + " <= " + Checks.number(order);
		}
		boolean infinite = order == 1 ? !Double.isNaN(mean()) : alpha > 1;
		return (infinite ? "is infinite" : "does not exist") + " for alpha = " + Checks.number(alpha)
				+ (alpha > 1 ? " < 2" : " <= 1");
	}

	/** The side that a totally skewed law has no power tail on falls faster than any exponential. */
	@Override
	public String undefinedExponential(double rate) {
		return alpha < 2 && (rate > 0 && beta > -1 || rate < 0 && beta < 1) ? Checks.POWER_TAIL : null;
	}

	@Override
	public boolean discrete() {
		return false;
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Fills.stable(s, out, from, n, alpha, beta, scale, location);
	}

	@Override
	public String toString() {
		return "stable(alpha = " + Checks.number(alpha) + ", beta = " + Checks.number(beta) + ", scale = "
				+ Checks.number(scale) + ", location = " + Checks.number(location) + ")";
	}
}
