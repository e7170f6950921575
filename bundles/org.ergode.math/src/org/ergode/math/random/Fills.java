// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.random;

import java.util.Objects;

import org.ergode.math.internal.ScalarTransforms;
import org.ergode.math.internal.VectorTransforms;

/**
 * Bulk sampling of the hot laws: branch-free transforms of uniforms, on vectors or not as the stream says, with the
 * same bits. Static, so that compiled simulators call them directly; parameters are not checked here (the laws do).
 * For one variate at a time, with parameters that vary, see {@link Draws}.
 */
public final class Fills {
	private Fills() {}

	/** Density exp(-x/mean)/mean for x > 0. */
	public static void exponential(Stream s, double[] out, int from, int n, double mean) {
		for (int at = from, end = end(out, from, n); at < end; at += Stream.CHUNK) {
			int to = next(s, out, at, end);
			if (s.vectorization().usesVectors()) {
				VectorTransforms.exponential(out, at, to, mean);
			} else {
				ScalarTransforms.exponential(out, at, to, mean);
			}
		}
	}

	/** P(X > x) = (scale/x)^alpha for x >= scale. */
	public static void pareto(Stream s, double[] out, int from, int n, double alpha, double scale) {
		for (int at = from, end = end(out, from, n); at < end; at += Stream.CHUNK) {
			int to = next(s, out, at, end);
			if (s.vectorization().usesVectors()) {
				VectorTransforms.pareto(out, at, to, scale, -1 / alpha);
			} else {
				ScalarTransforms.pareto(out, at, to, scale, -1 / alpha);
			}
		}
	}

	/** P(X > x) = exp(-(x/scale)^shape). */
	public static void weibull(Stream s, double[] out, int from, int n, double shape, double scale) {
		for (int at = from, end = end(out, from, n); at < end; at += Stream.CHUNK) {
			int to = next(s, out, at, end);
			if (s.vectorization().usesVectors()) {
				VectorTransforms.weibull(out, at, to, scale, 1 / shape);
			} else {
				ScalarTransforms.weibull(out, at, to, scale, 1 / shape);
			}
		}
	}

	/** Density exp(-|x - mean|/scale)/(2 scale). */
	public static void laplace(Stream s, double[] out, int from, int n, double mean, double scale) {
		for (int at = from, end = end(out, from, n); at < end; at += Stream.CHUNK) {
			int to = next(s, out, at, end);
			if (s.vectorization().usesVectors()) {
				VectorTransforms.laplace(out, at, to, mean, scale);
			} else {
				ScalarTransforms.laplace(out, at, to, mean, scale);
			}
		}
	}

	/** Uniform between low and high. */
	public static void uniform(Stream s, double[] out, int from, int n, double low, double high) {
		for (int at = from, end = end(out, from, n); at < end; at += Stream.CHUNK) {
			int to = next(s, out, at, end);
			if (s.vectorization().usesVectors()) {
				VectorTransforms.uniform(out, at, to, low, high - low);
			} else {
				ScalarTransforms.uniform(out, at, to, low, high - low);
			}
		}
	}

	/** Normal of the given mean and standard deviation. */
	public static void normal(Stream s, double[] out, int from, int n, double mean, double sd) {
		s.fillNormal(out, from, n, mean, sd);
	}

	/** exp of a normal of mean mu and standard deviation sigma. */
	public static void lognormal(Stream s, double[] out, int from, int n, double mu, double sigma) {
		for (int at = from, end = end(out, from, n); at < end; at += Stream.CHUNK) {
			int to = Math.min(at + Stream.CHUNK, end);
			s.fillNormal(out, at, to - at, mu, sigma);
			if (s.vectorization().usesVectors()) {
				VectorTransforms.exp(out, at, to);
			} else {
				ScalarTransforms.exp(out, at, to);
			}
		}
	}

	/** P(X > x) = E_alpha(-(x/scale)^alpha), E_alpha the Mittag-Leffler function. */
	public static void mittagLeffler(Stream s, double[] out, int from, int n, double alpha, double scale) {
		for (int at = from, end = end(out, from, n); at < end; at += Stream.CHUNK) {
			int to = next(s, out, at, end);
			double[] v = s.secondUniforms(to - at);
			if (s.vectorization().usesVectors()) {
				VectorTransforms.mittagLeffler(out, at, to, v, alpha, 1 / alpha, scale);
			} else {
				ScalarTransforms.mittagLeffler(out, at, to, v, alpha, 1 / alpha, scale);
			}
		}
	}

	/** Stable in Nolan's S1 parameters. */
	public static void stable(Stream s, double[] out, int from, int n, double alpha, double beta, double scale,
			double location) {
		StableTransform transform = StableTransform.of(alpha, beta, scale, location);
		for (int at = from, end = end(out, from, n); at < end; at += Stream.CHUNK) {
			int to = next(s, out, at, end);
			transform.apply(out, at, to, s.secondUniforms(to - at), s);
		}
	}

	private static int end(double[] out, int from, int n) {
		return Objects.checkFromIndexSize(from, n, out.length) + n;
	}

	/** Fills the next chunk with uniforms and returns its end. */
	private static int next(Stream s, double[] out, int at, int end) {
		int to = Math.min(at + Stream.CHUNK, end);
		s.fillUniform(out, at, to - at);
		return to;
	}
}
