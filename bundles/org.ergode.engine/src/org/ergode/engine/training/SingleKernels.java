// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.ergode.math.linear.FloatMath;
import org.ergode.math.random.Stream;
import org.ergode.math.special.Elementary;

/**
 * What compiled programs call, in single precision. Values of samples lie one after the other, {@code n} entries each. Nothing is allocated, every sum runs in
 * the order of its terms, so that the bytes do not depend on the machine. {@link DoubleKernels} is the same in double precision.
 */
public final class SingleKernels {
	private SingleKernels() {
	}

	// ------------------------------------------------------------------ products

	public static void nn(Workspace w, int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c) {
		w.products().nn(m, n, k, alpha, a, b, add, c, false);
	}

	public static void nt(Workspace w, int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c) {
		w.products().nt(m, n, k, alpha, a, b, add, c, false);
	}

	public static void tn(Workspace w, int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c) {
		w.products().tn(m, n, k, alpha, a, b, add, c, false);
	}

	/** As {@code nn}, for an {@code a} with many zeros. */
	public static void nnSparse(Workspace w, int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c) {
		w.products().nn(m, n, k, alpha, a, b, add, c, true);
	}

	/** As {@code nt}, for an {@code a} with many zeros. */
	public static void ntSparse(Workspace w, int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c) {
		w.products().nt(m, n, k, alpha, a, b, add, c, true);
	}

	/** As {@code tn}, for an {@code a} with many zeros. */
	public static void tnSparse(Workspace w, int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c) {
		w.products().tn(m, n, k, alpha, a, b, add, c, true);
	}

	/** For each sample {@code c = a b}. @param aStep entries from one sample's a to the next: 0 if all share it */
	public static void sampleProducts(int samples, int m, int n, int k, float[] a, int aStep, float[] b, int bStep, float[] c) {
		for (int s = 0; s < samples; s++) {
			for (int i = 0; i < m; i++) {
				int z = (s * m + i) * n;
				Arrays.fill(c, z, z + n, 0);
				for (int p = 0; p < k; p++) {
					float x = a[s * aStep + i * k + p];
					int y = s * bStep + p * n;
					for (int j = 0; j < n; j++) {
						c[z + j] = Math.fma(x, b[y + j], c[z + j]);
					}
				}
			}
		}
	}

	// ------------------------------------------------------------------ moving

	/** The same value for each sample. */
	public static void spread(int samples, int n, float[] in, float[] out) {
		for (int s = 0; s < samples; s++) {
			System.arraycopy(in, 0, out, s * n, n);
		}
	}

	public static void copy(float[] in, float[] out, int n) {
		System.arraycopy(in, 0, out, 0, n);
	}

	public static void transpose(int samples, int rows, int columns, float[] in, float[] out) {
		for (int s = 0; s < samples; s++) {
			int at = s * rows * columns;
			for (int i = 0; i < rows; i++) {
				for (int j = 0; j < columns; j++) {
					out[at + j * rows + i] = in[at + i * columns + j];
				}
			}
		}
	}

	/** Copies a block of each value. @param clear whether the rest of {@code out} becomes zero */
	public static void move(int samples, int rows, int columns, int from, int fromStride, int inSize, int to, int toStride, int outSize, boolean clear,
			float[] in, float[] out) {
		if (clear) {
			Arrays.fill(out, 0, samples * outSize, 0);
		}
		for (int s = 0; s < samples; s++) {
			for (int i = 0; i < rows; i++) {
				System.arraycopy(in, s * inSize + from + i * fromStride, out, s * outSize + to + i * toStride, columns);
			}
		}
	}

	// ------------------------------------------------------------------ of each value

	public static void sum(int samples, int n, float[] in, float[] out) {
		for (int s = 0, i = 0; s < samples; s++) {
			double sum = 0;
			for (int end = i + n; i < end; i++) {
				sum += in[i];
			}
			out[s] = (float) sum;
		}
	}

	public static void largest(int samples, int n, float[] in, float[] out) {
		for (int s = 0; s < samples; s++) {
			float m = in[s * n];
			for (int i = s * n + 1; i < (s + 1) * n; i++) {
				m = Math.max(m, in[i]);
			}
			out[s] = m;
		}
	}

	public static void smallest(int samples, int n, float[] in, float[] out) {
		for (int s = 0; s < samples; s++) {
			float m = in[s * n];
			for (int i = s * n + 1; i < (s + 1) * n; i++) {
				m = Math.min(m, in[i]);
			}
			out[s] = m;
		}
	}

	/** Index of the first largest entry, from 1. */
	public static void argmax(int samples, int n, float[] in, float[] out) {
		for (int s = 0; s < samples; s++) {
			int best = 0;
			for (int i = 1; i < n; i++) {
				best = in[s * n + i] > in[s * n + best] ? i : best;
			}
			out[s] = best + 1;
		}
	}

	public static void softmax(int samples, int n, float[] in, float[] out) {
		exponentials(samples, n, in, out);
		for (int s = 0, at = 0; s < samples; s++, at += n) {
			float sum = 0;
			for (int i = at; i < at + n; i++) {
				sum += out[i];
			}
			float scale = 1 / sum;
			for (int i = at; i < at + n; i++) {
				out[i] *= scale;
			}
		}
	}

	public static void logSumExp(Workspace w, int samples, int n, float[] in, float[] out) {
		float[] terms = w.values(samples * n);
		exponentials(samples, n, in, terms);
		for (int s = 0, at = 0; s < samples; s++, at += n) {
			double sum = 0;
			for (int i = at; i < at + n; i++) {
				sum += terms[i];
			}
			out[s] = (float) (top(n, in, at) + Elementary.log(sum));
		}
	}

	/** e^(x - the largest x of the sample): all of them in one loop, of which the JIT makes vectors. */
	private static void exponentials(int samples, int n, float[] in, float[] out) {
		for (int s = 0, at = 0; s < samples; s++, at += n) {
			float top = top(n, in, at);
			for (int i = at; i < at + n; i++) {
				out[i] = in[i] - top;
			}
		}
		FloatMath.exp(out, 0, samples * n);
	}

	/** By comparison, which is faster than the maximum that minds NaN: whether one is left out here or not, the exponentials have it. */
	private static float top(int n, float[] in, int at) {
		float top = in[at];
		for (int i = at + 1; i < at + n; i++) {
			top = in[i] > top ? in[i] : top;
		}
		return top;
	}

	// ------------------------------------------------------------------ over the samples

	public static void meanAcross(int samples, int n, float[] in, float[] out) {
		for (int j = 0; j < n; j++) {
			double sum = 0;
			for (int s = 0; s < samples; s++) {
				sum += in[s * n + j];
			}
			out[j] = (float) (sum / samples);
		}
	}

	public static void sumAcross(int samples, int n, float[] in, float[] out) {
		for (int j = 0; j < n; j++) {
			double sum = 0;
			for (int s = 0; s < samples; s++) {
				sum += in[s * n + j];
			}
			out[j] = (float) sum;
		}
	}

	public static void largestAcross(int samples, int n, float[] in, float[] out) {
		System.arraycopy(in, 0, out, 0, n);
		for (int i = n; i < samples * n; i++) {
			out[i % n] = Math.max(out[i % n], in[i]);
		}
	}

	public static void smallestAcross(int samples, int n, float[] in, float[] out) {
		System.arraycopy(in, 0, out, 0, n);
		for (int i = n; i < samples * n; i++) {
			out[i % n] = Math.min(out[i % n], in[i]);
		}
	}

	/** The sum over samples of what all share. */
	public static void times(int samples, int n, float[] in, float[] out) {
		for (int i = 0; i < n; i++) {
			out[i] = samples * in[i];
		}
	}

	// ------------------------------------------------------------------ chance

	/** Uniform in (0, 1), two from each word of the stream: the high halves of all words, then the low ones. */
	public static void uniform(Workspace w, float[] out, int n) {
		int half = (n + 1) / 2;
		long[] words = w.words(half);
		w.stream().fillBits(words, 0, half);
		for (int i = 0; i < half; i++) {
			out[i] = ((int) (words[i] >>> 41) + 0.5f) * 0x1p-23f;
		}
		for (int i = half; i < n; i++) {
			out[i] = (((int) words[i - half] >>> 9) + 0.5f) * 0x1p-23f;
		}
	}

	public static void normal(Workspace w, float[] out, int n) {
		Stream stream = w.stream();
		double[] x = w.numbers(n);
		stream.fillNormal(x, 0, n);
		for (int i = 0; i < n; i++) {
			out[i] = (float) x[i];
		}
	}

	/** One entry of each value is 1: the first at which the running sum of p passes u. */
	public static void categories(int samples, int n, float[] p, float[] u, float[] out) {
		Arrays.fill(out, 0, samples * n, 0);
		for (int s = 0; s < samples; s++) {
			float sum = 0;
			int i = -1;
			do {
				i++;
				sum += p[s * n + i];
			} while (i < n - 1 && sum < u[s]);
			out[s * n + i] = 1;
		}
	}

	/** Units of a layer one after the other, each given the others as they are: 0 or 1 with P(1) = sigmoid(-z/T). */
	public static void sequentialBinary(int samples, int n, float[] free, float[] coupling, int couplingStep, float[] before, float[] temperature,
			float[] noise, float[] out) {
		System.arraycopy(before, 0, out, 0, samples * n);
		for (int s = 0; s < samples; s++) {
			for (int i = 0; i < n; i++) {
				double self = coupling[s * couplingStep + i * n + i];
				double z = field(n, i, s, free, coupling, couplingStep, out) + self / 2;
				out[s * n + i] = noise[s * n + i] * (1 + Elementary.exp(z / temperature[0])) < 1 ? 1 : 0;
			}
		}
	}

	/** -1 or 1 with P(1) = sigmoid(-2 z/T). */
	public static void sequentialSpin(int samples, int n, float[] free, float[] coupling, int couplingStep, float[] before, float[] temperature,
			float[] noise, float[] out) {
		System.arraycopy(before, 0, out, 0, samples * n);
		for (int s = 0; s < samples; s++) {
			for (int i = 0; i < n; i++) {
				double z = field(n, i, s, free, coupling, couplingStep, out);
				out[s * n + i] = noise[s * n + i] * (1 + Elementary.exp(2 * z / temperature[0])) < 1 ? 1 : -1;
			}
		}
	}

	/** Normal with mean -z/d and variance T/d, d the unit's own coefficient. */
	public static void sequentialReal(int samples, int n, float[] free, float[] coupling, int couplingStep, float[] before, float[] temperature,
			float[] noise, float[] out) {
		System.arraycopy(before, 0, out, 0, samples * n);
		for (int s = 0; s < samples; s++) {
			for (int i = 0; i < n; i++) {
				double d = coupling[s * couplingStep + i * n + i];
				double z = field(n, i, s, free, coupling, couplingStep, out);
				out[s * n + i] = (float) (-z / d + Math.sqrt(temperature[0] / d) * noise[s * n + i]);
			}
		}
	}

	private static double field(int n, int i, int s, float[] free, float[] coupling, int couplingStep, float[] x) {
		double z = free[s * n + i];
		int row = s * couplingStep + i * n;
		for (int j = 0; j < n; j++) {
			if (j != i) {
				z += (double) coupling[row + j] * x[s * n + j];
			}
		}
		return z;
	}

	// ------------------------------------------------------------------ functions

	/**
	 * tanh by Padé-like rational approximation x P(x²)/Q(x²) on [-7.9, 7.9], beyond which single precision knows only 1; below 4 ulp. Without branches, so
	 * that the JIT makes vectors of it.
	 *
	 * @see <a href="https://gitlab.com/libeigen/eigen">Eigen, generic_fast_tanh_float</a>
	 */
	public static void tanh(float[] in, float[] out, int n) {
		for (int i = 0; i < n; i++) {
			float x = Math.max(-7.90531110763549805f, Math.min(7.90531110763549805f, in[i]));
			float z = x * x;
			float p = Math.fma(z, -2.76076847742355e-16f, 2.00018790482477e-13f);
			p = Math.fma(z, p, -8.60467152213735e-11f);
			p = Math.fma(z, p, 5.12229709037114e-08f);
			p = Math.fma(z, p, 1.48572235717979e-05f);
			p = Math.fma(z, p, 6.37261928875436e-04f);
			p = Math.fma(z, p, 4.89352455891786e-03f);
			float q = Math.fma(z, 1.19825839466702e-06f, 1.18534705686654e-04f);
			q = Math.fma(z, q, 2.26843463243900e-03f);
			q = Math.fma(z, q, 4.89352518554385e-03f);
			out[i] = x * p / q;
		}
	}

	/** 1/(1 + e^-x) = 1/2 + tanh(x/2)/2. */
	public static void sigmoid(float[] in, float[] out, int n) {
		for (int i = 0; i < n; i++) {
			float x = Math.max(-7.90531110763549805f, Math.min(7.90531110763549805f, 0.5f * in[i]));
			float z = x * x;
			float p = Math.fma(z, -2.76076847742355e-16f, 2.00018790482477e-13f);
			p = Math.fma(z, p, -8.60467152213735e-11f);
			p = Math.fma(z, p, 5.12229709037114e-08f);
			p = Math.fma(z, p, 1.48572235717979e-05f);
			p = Math.fma(z, p, 6.37261928875436e-04f);
			p = Math.fma(z, p, 4.89352455891786e-03f);
			float q = Math.fma(z, 1.19825839466702e-06f, 1.18534705686654e-04f);
			q = Math.fma(z, q, 2.26843463243900e-03f);
			q = Math.fma(z, q, 4.89352518554385e-03f);
			out[i] = Math.fma(0.5f, x * p / q, 0.5f);
		}
	}

	public static void exp(float[] in, float[] out, int n) {
		copy(in, out, n);
		FloatMath.exp(out, 0, n);
	}

	public static void log(float[] in, float[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = (float) Elementary.log(in[i]);
		}
	}

	public static void softplus(float[] in, float[] out, int n) {
		for (int i = 0; i < n; i++) {
			double x = in[i];
			out[i] = (float) (Math.max(x, 0) + StrictMath.log1p(Elementary.exp(-Math.abs(x))));
		}
	}

	public static void sin(float[] in, float[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = (float) Elementary.sin(in[i]);
		}
	}

	public static void cos(float[] in, float[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = (float) Elementary.cos(in[i]);
		}
	}

	public static void power(float[] x, float[] y, float[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = (float) Elementary.pow(x[i], y[i]);
		}
	}

	/** A unit's own function. */
	public static void call(MethodHandle f, float[] x, float[] out, int n) throws Throwable {
		for (int i = 0; i < n; i++) {
			out[i] = (float) (double) f.invokeExact((double) x[i]);
		}
	}

	public static void call(MethodHandle f, float[] x, float[] y, float[] out, int n) throws Throwable {
		for (int i = 0; i < n; i++) {
			out[i] = (float) (double) f.invokeExact((double) x[i], (double) y[i]);
		}
	}

	public static void call(MethodHandle f, float[] x, float[] y, float[] z, float[] out, int n) throws Throwable {
		for (int i = 0; i < n; i++) {
			out[i] = (float) (double) f.invokeExact((double) x[i], (double) y[i], (double) z[i]);
		}
	}
}
