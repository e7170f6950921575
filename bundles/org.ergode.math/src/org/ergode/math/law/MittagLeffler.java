// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;
import org.ergode.math.special.MittagLefflerFunction;

/**
 * The waiting time of fractional diffusion: P(X > t) = E_alpha(-(t/scale)^alpha). A stretched exponential at first, a power
 * law t^-alpha at last.
 *
 * @see MittagLefflerFunction
 */
public final class MittagLeffler implements Law {
	private final double alpha;
	private final double scale;

	private MittagLeffler(double alpha, double scale) {
		this.alpha = alpha;
		this.scale = scale;
	}

	/**
	 * @param alpha in (0, 1]; at 1 it is exponential
	 * @param scale > 0
	 * @throws IllegalArgumentException if a parameter is out of its range
	 */
	public static MittagLeffler of(double alpha, double scale) {
		return new MittagLeffler(Checks.within("alpha", alpha, 0, 1), Checks.positive("scale", scale));
	}

	/** (1/scale) u^(alpha - 1) E_{alpha, alpha}(-u^alpha), u = x/scale. */
	@Override
	public double pdf(double x) {
		if (!(x >= 0)) {
			return Double.isNaN(x) ? Double.NaN : 0;
		}
		if (x == 0) {
			return alpha == 1 ? 1 / scale : Double.POSITIVE_INFINITY;
		}
		double u = x / scale;
		return Math.pow(u, alpha - 1) * MittagLefflerFunction.value(alpha, alpha, -Math.pow(u, alpha)) / scale;
	}

	/** u^alpha E_{alpha, alpha + 1}(-u^alpha), which is 1 - E_alpha(-u^alpha) without its cancellation. */
	@Override
	public double cdf(double x) {
		if (!(x > 0)) {
			return Double.isNaN(x) ? Double.NaN : 0;
		}
		double z = Math.pow(x / scale, alpha);
		return z < 1 ? z * MittagLefflerFunction.value(alpha, alpha + 1, -z) : 1 - survival(x);
	}

	@Override
	public double survival(double x) {
		if (!(x > 0)) {
			return Double.isNaN(x) ? Double.NaN : 1;
		}
		return MittagLefflerFunction.value(alpha, 1, -Math.pow(x / scale, alpha));
	}

	@Override
	public double quantile(double p) {
		Checks.probability("p", p);
		if (p == 0 || p == 1) {
			return p == 0 ? 0 : Double.POSITIVE_INFINITY;
		}
		double middle = p < 0.5 ? Math.log(p) / alpha : -Math.log(1 - p) / alpha;
		return scale * Math.exp(QuantileSearch.root(
				y -> p < 0.5 ? cdf(scale * Math.exp(y)) / p - 1 : 1 - survival(scale * Math.exp(y)) / (1 - p), middle, 1));
	}

	@Override
	public double mean() {
		return alpha < 1 ? Double.POSITIVE_INFINITY : scale;
	}

	@Override
	public double variance() {
		return alpha < 1 ? Double.POSITIVE_INFINITY : scale * scale;
	}

	@Override
	public String undefinedMoment(double order) {
		if (alpha == 1 || order < alpha) {
			return null;
		}
		return "is infinite for alpha = " + Checks.number(alpha) + (order == 1 || order == 2 ? " < 1" : " <= " + Checks.number(order));
	}

	@Override
	public String undefinedExponential(double rate) {
		return alpha < 1 ? rate > 0 ? Checks.POWER_TAIL : null : Checks.exponentialTail("scale", scale, rate);
	}

	@Override
	public boolean discrete() {
		return false;
	}

	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Fills.mittagLeffler(s, out, from, n, alpha, scale);
	}

	@Override
	public String toString() {
		return "mittag_leffler(alpha = " + Checks.number(alpha) + ", scale = " + Checks.number(scale) + ")";
	}
}
