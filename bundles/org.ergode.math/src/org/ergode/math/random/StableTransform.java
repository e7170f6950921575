// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.random;

import org.ergode.math.internal.ScalarTransforms;
import org.ergode.math.internal.VectorTransforms;

/**
 * Chambers, Mallows and Stuck's transform of two uniforms to a stable variate in Nolan's S1 parameters, with what
 * depends on the parameters alone computed once.
 *
 * @see <a href="https://doi.org/10.1007/978-3-030-52915-4">Nolan, Univariate Stable Distributions, 2020, theorem 1.3</a>
 */
final class StableTransform {
	private final double alpha;
	private final double beta;
	private final double shift;
	private final double factor;
	private final double location;

	private StableTransform(double alpha, double beta, double shift, double factor, double location) {
		this.alpha = alpha;
		this.beta = beta;
		this.shift = shift;
		this.factor = factor;
		this.location = location;
	}

	static StableTransform of(double alpha, double beta, double scale, double location) {
		if (alpha == 1) {
			double drift = beta == 0 ? 0 : 2 / Math.PI * beta * scale * StrictMath.log(scale);
			return new StableTransform(alpha, beta, 0, scale, location + drift);
		}
		double t = alpha == 2 ? 0 : beta * StrictMath.tan(Math.PI * alpha / 2);
		double factor = scale * StrictMath.pow(1 + t * t, 0.5 / alpha);
		return new StableTransform(alpha, beta, StrictMath.atan(t) / Math.PI, factor, location);
	}

	void apply(double[] x, int from, int to, double[] v, Stream s) {
		if (alpha == 1) {
			for (int i = from; i < to; i++) {
				x[i] = one(x[i], v[i - from]);
			}
		} else if (s.vectorization().usesVectors()) {
			VectorTransforms.stable(x, from, to, v, s.room(), alpha, 1 / alpha, shift, factor, location);
		} else {
			ScalarTransforms.stable(x, from, to, v, s.room(), alpha, 1 / alpha, shift, factor, location);
		}
	}

	double apply(double u, double v) {
		return alpha == 1 ? one(u, v)
				: ScalarTransforms.stable(u, v, alpha, 1 / alpha, shift, factor, location);
	}

	private double one(double u, double v) {
		return ScalarTransforms.stableOne(u, v, beta, factor, location);
	}
}
