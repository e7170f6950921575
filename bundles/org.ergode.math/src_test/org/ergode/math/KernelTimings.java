// SPDX-License-Identifier: EPL-2.0
package org.ergode.math;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

import org.ergode.math.linear.DoublePanel;
import org.ergode.math.linear.DoubleProducts;
import org.ergode.math.linear.FloatMath;
import org.ergode.math.linear.FloatPanel;
import org.ergode.math.linear.FloatProducts;
import org.ergode.math.random.Fills;
import org.ergode.math.random.Sampler;
import org.ergode.math.random.Stream;

/**
 * Times of the kernels, in CPU time of this thread, warm: medians of nine rounds after three. A program, not a test:
 * {@code java --add-modules jdk.incubator.vector org.ergode.math.KernelTimings}.
 */
public final class KernelTimings {
	private static final int ROUNDS = 12;

	private KernelTimings() {}

	public static void main(String[] args) {
		fills();
		elementwise();
		products(10, 100, 64);
		products(20, 50, 64);
		products(20, 64, 50);
		products(64, 100, 10);
		products(100, 500, 784);
	}

	private static double nanoseconds(Runnable work) {
		double[] times = new double[ROUNDS];
		for (int r = 0; r < ROUNDS; r++) {
			long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
			work.run();
			times[r] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
		}
		double[] warm = Arrays.copyOfRange(times, 3, ROUNDS);
		Arrays.sort(warm);
		return warm[warm.length / 2];
	}

	private static void fills() {
		fill("uniform", Stream::fillUniform);
		fill("exponential", (s, x, f, n) -> Fills.exponential(s, x, f, n, 2));
		fill("normal", (s, x, f, n) -> Fills.normal(s, x, f, n, 0, 1));
		fill("pareto", (s, x, f, n) -> Fills.pareto(s, x, f, n, 0.7, 1));
		fill("weibull", (s, x, f, n) -> Fills.weibull(s, x, f, n, 0.7, 1));
		fill("lognormal", (s, x, f, n) -> Fills.lognormal(s, x, f, n, 0, 1));
		fill("laplace", (s, x, f, n) -> Fills.laplace(s, x, f, n, 0, 1));
		fill("mittag_leffler", (s, x, f, n) -> Fills.mittagLeffler(s, x, f, n, 0.7, 1));
		fill("stable", (s, x, f, n) -> Fills.stable(s, x, f, n, 1.5, 0, 1, 0));
	}

	private static void fill(String name, Sampler sampler) {
		double[] x = new double[4096];
		StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-16s", name));
		for (Vectorization how : new Vectorization[] {Vectorization.scalar(), Vectorization.vector()}) {
			Stream s = Stream.of(1, 2, 3, how);
			double t = nanoseconds(() -> {
				for (int i = 0; i < 500; i++) {
					sampler.fill(s, x, 0, x.length);
				}
			});
			line.append(String.format(Locale.ROOT, "  %s %6.2f ns", how, t / 500 / x.length));
		}
		System.out.println(line);
	}

	/** A layer of 1,000 units. */
	private static void elementwise() {
		float[] x = new float[1000];
		double t = nanoseconds(() -> {
			for (int i = 0; i < 2000; i++) {
				Arrays.fill(x, i * 1e-3f - 1);
				FloatMath.exp(x, 0, x.length);
			}
		});
		System.out.println(String.format(Locale.ROOT, "float arrays:   exp %.2f ns", t / 2000 / x.length));
	}

	private static void products(int m, int n, int k) {
		float[] a = new float[m * k];
		float[] b = new float[k * n];
		float[] c = new float[m * n];
		double[] d = new double[m * k];
		double[] e = new double[k * n];
		double[] f = new double[m * n];
		Arrays.fill(a, 0.5f);
		Arrays.fill(b, 0.25f);
		FloatPanel panel = FloatPanel.of();
		DoublePanel wide = DoublePanel.of();
		int repeats = (int) (2e8 / ((long) m * n * k)) + 1;
		double flop = 2.0 * m * n * k * repeats;
		StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%d x %d . %d x %d GFLOP/s:", m, k, k, n));
		rate(line, "nn", flop, repeats, () -> FloatProducts.nn(m, n, k, 1, a, 0, b, 0, false, c, 0, panel));
		rate(line, "nt", flop, repeats, () -> FloatProducts.nt(m, n, k, 1, a, 0, b, 0, false, c, 0, panel));
		rate(line, "tn", flop, repeats, () -> FloatProducts.tn(m, n, k, 1, a, 0, b, 0, true, c, 0, panel));
		rate(line, "fp64 nn", flop, repeats, () -> DoubleProducts.nn(m, n, k, 1, d, 0, e, 0, false, f, 0, wide));
		System.out.println(line);
	}

	private static void rate(StringBuilder line, String name, double flop, int repeats, Runnable product) {
		double t = nanoseconds(() -> {
			for (int i = 0; i < repeats; i++) {
				product.run();
			}
		});
		line.append(String.format(Locale.ROOT, "  %s %.1f", name, flop / t));
	}
}
