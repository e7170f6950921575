// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.ergode.math.linear.DoubleProducts;
import org.ergode.math.special.Elementary;

/**
 * What compiled programs call, in double precision. Values of samples lie one after the other, {@code n} entries each. Nothing is allocated, every sum runs in
 * the order of its terms, so that the bytes do not depend on the machine. {@link SingleKernels} is the same in single precision.
 */
public final class DoubleKernels {
	private DoubleKernels() {
	}

	// ------------------------------------------------------------------ products

	public static void nn(Workspace w, int m, int n, int k, double alpha, double[] a, double[] b, boolean add, double[] c) {
		DoubleProducts.nn(m, n, k, alpha, a, 0, b, 0, add, c, 0, w.doublePanel());
	}

	public static void nt(Workspace w, int m, int n, int k, double alpha, double[] a, double[] b, boolean add, double[] c) {
		DoubleProducts.nt(m, n, k, alpha, a, 0, b, 0, add, c, 0, w.doublePanel());
	}

	public static void tn(Workspace w, int m, int n, int k, double alpha, double[] a, double[] b, boolean add, double[] c) {
		DoubleProducts.tn(m, n, k, alpha, a, 0, b, 0, add, c, 0, w.doublePanel());
	}

	/** As {@code nn}, for an {@code a} with many zeros. */
	public static void nnSparse(Workspace w, int m, int n, int k, double alpha, double[] a, double[] b, boolean add, double[] c) {
		nn(w, m, n, k, alpha, a, b, add, c);
	}

	/** As {@code nt}, for an {@code a} with many zeros. */
	public static void ntSparse(Workspace w, int m, int n, int k, double alpha, double[] a, double[] b, boolean add, double[] c) {
		nt(w, m, n, k, alpha, a, b, add, c);
	}

	/** As {@code tn}, for an {@code a} with many zeros. */
	public static void tnSparse(Workspace w, int m, int n, int k, double alpha, double[] a, double[] b, boolean add, double[] c) {
		tn(w, m, n, k, alpha, a, b, add, c);
	}

	/** For each sample {@code c = a b}. @param aStep entries from one sample's a to the next: 0 if all share it */
	public static void sampleProducts(int samples, int m, int n, int k, double[] a, int aStep, double[] b, int bStep, double[] c) {
		for (int s = 0; s < samples; s++) {
			for (int i = 0; i < m; i++) {
				int z = (s * m + i) * n;
				Arrays.fill(c, z, z + n, 0);
				for (int p = 0; p < k; p++) {
					double x = a[s * aStep + i * k + p];
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
	public static void spread(int samples, int n, double[] in, double[] out) {
		for (int s = 0; s < samples; s++) {
			System.arraycopy(in, 0, out, s * n, n);
		}
	}

	public static void copy(double[] in, double[] out, int n) {
		System.arraycopy(in, 0, out, 0, n);
	}

	public static void transpose(int samples, int rows, int columns, double[] in, double[] out) {
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
			double[] in, double[] out) {
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

	public static void sum(int samples, int n, double[] in, double[] out) {
		for (int s = 0, i = 0; s < samples; s++) {
			double sum = 0;
			for (int end = i + n; i < end; i++) {
				sum += in[i];
			}
			out[s] = sum;
		}
	}

	public static void largest(int samples, int n, double[] in, double[] out) {
		for (int s = 0; s < samples; s++) {
			double m = in[s * n];
			for (int i = s * n + 1; i < (s + 1) * n; i++) {
				m = Math.max(m, in[i]);
			}
			out[s] = m;
		}
	}

	public static void smallest(int samples, int n, double[] in, double[] out) {
		for (int s = 0; s < samples; s++) {
			double m = in[s * n];
			for (int i = s * n + 1; i < (s + 1) * n; i++) {
				m = Math.min(m, in[i]);
			}
			out[s] = m;
		}
	}

	/** Index of the first largest entry, from 1. */
	public static void argmax(int samples, int n, double[] in, double[] out) {
		for (int s = 0; s < samples; s++) {
			int best = 0;
			for (int i = 1; i < n; i++) {
				best = in[s * n + i] > in[s * n + best] ? i : best;
			}
			out[s] = best + 1;
		}
	}

	public static void softmax(int samples, int n, double[] in, double[] out) {
		for (int s = 0, at = 0; s < samples; s++, at += n) {
			double top = in[at];
			for (int i = at + 1; i < at + n; i++) {
				top = Math.max(top, in[i]);
			}
			double sum = 0;
			for (int i = at; i < at + n; i++) {
				out[i] = Elementary.exp(in[i] - top);
				sum += out[i];
			}
			double scale = 1 / sum;
			for (int i = at; i < at + n; i++) {
				out[i] *= scale;
			}
		}
	}

	public static void logSumExp(Workspace w, int samples, int n, double[] in, double[] out) {
		for (int s = 0, at = 0; s < samples; s++, at += n) {
			double top = in[at];
			for (int i = at + 1; i < at + n; i++) {
				top = Math.max(top, in[i]);
			}
			double sum = 0;
			for (int i = at; i < at + n; i++) {
				sum += Elementary.exp(in[i] - top);
			}
			out[s] = (top + Elementary.log(sum));
		}
	}

	// ------------------------------------------------------------------ over the samples

	public static void meanAcross(int samples, int n, double[] in, double[] out) {
		for (int j = 0; j < n; j++) {
			double sum = 0;
			for (int s = 0; s < samples; s++) {
				sum += in[s * n + j];
			}
			out[j] = (sum / samples);
		}
	}

	public static void sumAcross(int samples, int n, double[] in, double[] out) {
		for (int j = 0; j < n; j++) {
			double sum = 0;
			for (int s = 0; s < samples; s++) {
				sum += in[s * n + j];
			}
			out[j] = sum;
		}
	}

	public static void largestAcross(int samples, int n, double[] in, double[] out) {
		System.arraycopy(in, 0, out, 0, n);
		for (int i = n; i < samples * n; i++) {
			out[i % n] = Math.max(out[i % n], in[i]);
		}
	}

	public static void smallestAcross(int samples, int n, double[] in, double[] out) {
		System.arraycopy(in, 0, out, 0, n);
		for (int i = n; i < samples * n; i++) {
			out[i % n] = Math.min(out[i % n], in[i]);
		}
	}

	/** The sum over samples of what all share. */
	public static void times(int samples, int n, double[] in, double[] out) {
		for (int i = 0; i < n; i++) {
			out[i] = samples * in[i];
		}
	}

	// ------------------------------------------------------------------ chance

	/** Uniform in (0, 1). */
	public static void uniform(Workspace w, double[] out, int n) {
		w.stream().fillUniform(out, 0, n);
	}

	public static void normal(Workspace w, double[] out, int n) {
		w.stream().fillNormal(out, 0, n);
	}

	/** One entry of each value is 1: the first at which the running sum of p passes u. */
	public static void categories(int samples, int n, double[] p, double[] u, double[] out) {
		Arrays.fill(out, 0, samples * n, 0);
		for (int s = 0; s < samples; s++) {
			double sum = 0;
			int i = -1;
			do {
				i++;
				sum += p[s * n + i];
			} while (i < n - 1 && sum < u[s]);
			out[s * n + i] = 1;
		}
	}

	/** Units of a layer one after the other, each given the others as they are: 0 or 1 with P(1) = sigmoid(-z/T). */
	public static void sequentialBinary(int samples, int n, double[] free, double[] coupling, int couplingStep, double[] before, double[] temperature,
			double[] noise, double[] out) {
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
	public static void sequentialSpin(int samples, int n, double[] free, double[] coupling, int couplingStep, double[] before, double[] temperature,
			double[] noise, double[] out) {
		System.arraycopy(before, 0, out, 0, samples * n);
		for (int s = 0; s < samples; s++) {
			for (int i = 0; i < n; i++) {
				double z = field(n, i, s, free, coupling, couplingStep, out);
				out[s * n + i] = noise[s * n + i] * (1 + Elementary.exp(2 * z / temperature[0])) < 1 ? 1 : -1;
			}
		}
	}

	/** Normal with mean -z/d and variance T/d, d the unit's own coefficient. */
	public static void sequentialReal(int samples, int n, double[] free, double[] coupling, int couplingStep, double[] before, double[] temperature,
			double[] noise, double[] out) {
		System.arraycopy(before, 0, out, 0, samples * n);
		for (int s = 0; s < samples; s++) {
			for (int i = 0; i < n; i++) {
				double d = coupling[s * couplingStep + i * n + i];
				double z = field(n, i, s, free, coupling, couplingStep, out);
				out[s * n + i] = (-z / d + Math.sqrt(temperature[0] / d) * noise[s * n + i]);
			}
		}
	}

	private static double field(int n, int i, int s, double[] free, double[] coupling, int couplingStep, double[] x) {
		double z = free[s * n + i];
		int row = s * couplingStep + i * n;
		for (int j = 0; j < n; j++) {
			if (j != i) {
				z += coupling[row + j] * x[s * n + j];
			}
		}
		return z;
	}

	// ------------------------------------------------------------------ functions

	public static void tanh(double[] in, double[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = StrictMath.tanh(in[i]);
		}
	}

	/** 1/(1 + e^-x). */
	public static void sigmoid(double[] in, double[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = 1 / (1 + Elementary.exp(-in[i]));
		}
	}

	public static void exp(double[] in, double[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = Elementary.exp(in[i]);
		}
	}

	public static void log(double[] in, double[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = Elementary.log(in[i]);
		}
	}

	public static void softplus(double[] in, double[] out, int n) {
		for (int i = 0; i < n; i++) {
			double x = in[i];
			out[i] = (Math.max(x, 0) + StrictMath.log1p(Elementary.exp(-Math.abs(x))));
		}
	}

	public static void sin(double[] in, double[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = Elementary.sin(in[i]);
		}
	}

	public static void cos(double[] in, double[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = Elementary.cos(in[i]);
		}
	}

	public static void power(double[] x, double[] y, double[] out, int n) {
		for (int i = 0; i < n; i++) {
			out[i] = Elementary.pow(x[i], y[i]);
		}
	}

	/** A unit's own function. */
	public static void call(MethodHandle f, double[] x, double[] out, int n) throws Throwable {
		for (int i = 0; i < n; i++) {
			out[i] = (double) f.invokeExact(x[i]);
		}
	}

	public static void call(MethodHandle f, double[] x, double[] y, double[] out, int n) throws Throwable {
		for (int i = 0; i < n; i++) {
			out[i] = (double) f.invokeExact(x[i], y[i]);
		}
	}

	public static void call(MethodHandle f, double[] x, double[] y, double[] z, double[] out, int n) throws Throwable {
		for (int i = 0; i < n; i++) {
			out[i] = (double) f.invokeExact(x[i], y[i], z[i]);
		}
	}
}
