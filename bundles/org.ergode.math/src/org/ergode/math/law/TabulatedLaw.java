// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.ergode.math.internal.AdaptiveQuadrature;
import org.ergode.math.random.Sampler;
import org.ergode.math.random.Stream;

/**
 * A law that is known by its density or its distribution function alone. Its distribution function is tabulated, at places so close that a straight line
 * between two is right to 1e-6, in the tails to a thousandth of what is left; it is drawn by going back along the lines. Scales from 1e-30 to 1e30 are
 * looked at, so that no unit of the argument is too small.
 *
 * <p>What is 1 on the positive side alone is a law of positive numbers: {@code 1 - exp(-r^2)} need not say that it means r &gt; 0.
 */
public final class TabulatedLaw implements Law {
	private static final int DECADES = 30;
	private static final int PER_DECADE = 12;
	private static final int DEEPEST = 24;
	private static final double ABSOLUTE = 1e-6;
	private static final double IN_TAILS = 1e-3;
	private static final double LEAST = 1e-17;
	/** A density may integrate to 1 up to this. */
	private static final double CLOSED = 1e-3;
	/** A tail that falls faster than this power of x has all moments that are asked for. */
	private static final double STEEP = 20;

	private final DoubleUnaryOperator pdf;
	private final double[] x;
	/** P(X <= x) and P(X > x) at each place, each accurate where it is small. */
	private final double[] below;
	private final double[] above;
	private final Sampler sampler = this::fill;

	private TabulatedLaw(DoubleUnaryOperator pdf, NavigableMap<Double, Double> mass) {
		this.pdf = pdf;
		x = mass.keySet().stream().mapToDouble(Double::doubleValue).toArray();
		double[] m = mass.values().stream().mapToDouble(Double::doubleValue).toArray();
		below = new double[x.length];
		above = new double[x.length];
		for (int i = 1; i < x.length; i++) {
			below[i] = below[i - 1] + m[i];
		}
		for (int i = x.length - 2; i >= 0; i--) {
			above[i] = above[i + 1] + m[i + 1];
		}
		double total = below[x.length - 1];
		for (int i = 0; i < x.length; i++) {
			below[i] /= total;
			above[i] /= total;
		}
	}

	/**
	 * @param pdf NaN counts as 0
	 * @param places where something may happen, such as the values of parameters
	 * @throws IllegalArgumentException if it is negative or does not integrate to 1
	 */
	public static TabulatedLaw ofDensity(DoubleUnaryOperator pdf, double... places) {
		DoubleUnaryOperator f = x -> {
			double y = pdf.applyAsDouble(x);
			return Double.isNaN(y) ? 0 : y;
		};
		Mass mass = (a, b) -> AdaptiveQuadrature.integrate(f, new double[] {a, b}, 1e-7);
		double[] breaks = breaks(places);
		double positive = total(mass, breaks, 0);
		double all = total(mass, breaks, Double.NEGATIVE_INFINITY);
		double lowest = Double.NEGATIVE_INFINITY;
		if (Math.abs(positive - 1) <= CLOSED && !(Math.abs(all - 1) <= Math.abs(positive - 1) + 1e-6)) {
			lowest = 0;
		} else if (!(Math.abs(all - 1) <= CLOSED)) {
			throw new IllegalArgumentException("the density integrates to " + shown(all) + "; expected 1");
		}
		for (double b : breaks) {
			if (b > lowest && f.applyAsDouble(b) < 0) {
				throw new IllegalArgumentException("the density is negative at " + shown(b));
			}
		}
		return new TabulatedLaw(f, refined(mass, breaks, lowest));
	}

	/** @throws IllegalArgumentException if it does not rise from 0 to 1 */
	public static TabulatedLaw ofDistribution(DoubleUnaryOperator cdf, double... places) {
		double[] breaks = breaks(places);
		double lowest = Math.abs(cdf.applyAsDouble(0)) <= 1e-12 ? 0 : Double.NEGATIVE_INFINITY;
		double first = lowest == 0 ? 0 : cdf.applyAsDouble(breaks[0]);
		double last = cdf.applyAsDouble(breaks[breaks.length - 1]);
		if (!(Math.abs(first) <= 0.01 && Math.abs(last - 1) <= 0.01)) {
			throw new IllegalArgumentException("the distribution function goes from " + shown(first) + " to " + shown(last) + "; expected 0 to 1");
		}
		double before = Double.NEGATIVE_INFINITY;
		for (double b : breaks) {
			double p = b >= lowest ? cdf.applyAsDouble(b) : Double.NEGATIVE_INFINITY;
			if (p < before - 1e-12 || Double.isNaN(p)) {
				throw new IllegalArgumentException("the distribution function " + (Double.isNaN(p) ? "has no value at " : "falls before ") + shown(b));
			}
			before = p;
		}
		return new TabulatedLaw(null, refined((a, b) -> Math.max(0, cdf.applyAsDouble(b) - cdf.applyAsDouble(a)), breaks, lowest));
	}

	private static String shown(double v) {
		return BigDecimal.valueOf(Double.isFinite(v) ? v : 0).round(new MathContext(4)).stripTrailingZeros().toString().replace("E", "e");
	}

	/** Probability between two places. */
	private interface Mass {
		double between(double a, double b);
	}

	/** Equal ratios from 1e-30 to 1e30 on both sides of 0 and, more narrowly, of each place. */
	private static double[] breaks(double[] places) {
		TreeSet<Double> all = new TreeSet<>();
		all.add(0.0);
		for (int k = -DECADES * PER_DECADE; k <= DECADES * PER_DECADE; k++) {
			double size = Math.pow(10, k / (double) PER_DECADE);
			all.add(size);
			all.add(-size);
		}
		for (double p : places) {
			for (double q : places) {
				if (p != 0 && Double.isFinite(p) && q != 0 && Double.isFinite(q)) {
					all.add(p);
					all.add(-p);
					for (int k = -6; k <= 6; k++) {
						double size = Math.abs(q) * Math.pow(2, k);
						all.add(p - size);
						all.add(p + size);
					}
				}
			}
		}
		return all.stream().mapToDouble(Double::doubleValue).toArray();
	}

	private static double total(Mass mass, double[] breaks, double lowest) {
		double sum = 0;
		for (int i = 1; i < breaks.length; i++) {
			sum += breaks[i - 1] >= lowest ? mass.between(breaks[i - 1], breaks[i]) : 0;
		}
		return sum;
	}

	/** Places, each with the probability between the one before and it. */
	private static NavigableMap<Double, Double> refined(Mass mass, double[] breaks, double lowest) {
		double[] m = new double[breaks.length];
		double[] after = new double[breaks.length + 1];
		for (int i = 1; i < m.length; i++) {
			m[i] = breaks[i - 1] >= lowest ? mass.between(breaks[i - 1], breaks[i]) : 0;
		}
		for (int i = m.length - 1; i >= 0; i--) {
			after[i] = after[i + 1] + m[i];
		}
		NavigableMap<Double, Double> all = new TreeMap<>();
		double before = 0;
		for (int i = 1; i < m.length; i++) {
			boolean some = m[i] > 0 && before + m[i] > LEAST && after[i] > LEAST;
			if (some) {
				all.putIfAbsent(breaks[i - 1], 0.0);
				split(mass, breaks[i - 1], breaks[i], m[i], Math.min(ABSOLUTE, IN_TAILS * Math.min(before + m[i], after[i])), DEEPEST, all);
			} else if (!all.isEmpty() && after[i] > LEAST) {
				all.put(breaks[i], 0.0);
			}
			before += m[i];
		}
		return all;
	}

	private static void split(Mass mass, double a, double b, double m, double tolerance, int depth, NavigableMap<Double, Double> into) {
		double middle = 0.5 * (a + b);
		double left = m > 0 ? mass.between(a, middle) : 0;
		double quarter = m > 0 ? mass.between(a, 0.5 * (a + middle)) : 0; // the middle alone is deceived by symmetry
		if (depth == 0 || Math.abs(left - 0.5 * m) <= tolerance && Math.abs(quarter - 0.25 * m) <= tolerance) {
			into.put(b, m);
			return;
		}
		split(mass, a, middle, left, tolerance, depth - 1, into);
		split(mass, middle, b, Math.max(0, m - left), tolerance, depth - 1, into);
	}

	private int place(double at) {
		int i = Arrays.binarySearch(x, at);
		return i >= 0 ? i : -i - 2;
	}

	@Override
	public double pdf(double at) {
		if (!(at >= x[0] && at <= x[x.length - 1])) {
			return 0;
		}
		int i = Math.min(place(at), x.length - 2);
		return pdf != null ? pdf.applyAsDouble(at) : (below[i + 1] - below[i]) / (x[i + 1] - x[i]);
	}

	@Override
	public double cdf(double at) {
		return at <= x[0] ? 0 : at >= x[x.length - 1] ? 1 : line(below, at);
	}

	@Override
	public double survival(double at) {
		return at <= x[0] ? 1 : at >= x[x.length - 1] ? 0 : line(above, at);
	}

	private double line(double[] p, double at) {
		int i = Math.min(place(at), x.length - 2);
		return p[i] + (p[i + 1] - p[i]) * (at - x[i]) / (x[i + 1] - x[i]);
	}

	@Override
	public double quantile(double p) {
		Checks.probability("p", p);
		return p <= 0.5 ? back(p) : forth(1 - p);
	}

	private double back(double p) {
		int high = Arrays.binarySearch(below, p);
		high = high >= 0 ? high : -high - 1;
		return between(below, Math.max(1, Math.min(high, x.length - 1)), p);
	}

	/** @param q probability above */
	private double forth(double q) {
		int low = 0;
		int high = x.length - 1;
		while (high - low > 1) {
			int middle = (low + high) >>> 1;
			if (above[middle] >= q) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return between(above, high, q);
	}

	private double between(double[] p, int high, double at) {
		double width = p[high] - p[high - 1];
		return width == 0 ? x[high] : x[high - 1] + (x[high] - x[high - 1]) * (at - p[high - 1]) / width;
	}

	@Override
	public double mean() {
		return undefinedMoment(1) != null ? Double.NaN : sum((a, b) -> 0.5 * (a + b));
	}

	@Override
	public double variance() {
		if (undefinedMoment(2) != null) {
			return undefinedMoment(1) != null ? Double.NaN : Double.POSITIVE_INFINITY;
		}
		double mean = mean();
		return sum((a, b) -> ((a - mean) * (a - mean) + (a - mean) * (b - mean) + (b - mean) * (b - mean)) / 3);
	}

	private double sum(DoubleBinaryOperator of) {
		double sum = 0;
		for (int i = 1; i < x.length; i++) {
			sum += of.applyAsDouble(x[i - 1], x[i]) * (below[i] <= 0.5 ? below[i] - below[i - 1] : above[i - 1] - above[i]);
		}
		return sum;
	}

	/** By the power with which the tails fall where 1e-6 and 1e-9 are left. */
	@Override
	public String undefinedMoment(double order) {
		double alpha = Math.min(power(forth(1e-6), forth(1e-9)), power(-back(1e-6), -back(1e-9)));
		return alpha < STEEP && order >= alpha - 0.02 ? String.format(Locale.ROOT, "is infinite, as its tail falls like x^-%.3g", alpha) : null;
	}

	private static double power(double near, double far) {
		return near > 0 && far > near * 1.0001 ? Math.log(1e3) / Math.log(far / near) : Double.POSITIVE_INFINITY;
	}

	@Override
	public boolean discrete() {
		return false;
	}

	@Override
	public Sampler sampler() {
		return sampler;
	}

	private void fill(Stream stream, double[] out, int from, int n) {
		stream.fillUniform(out, from, n);
		for (int i = from; i < from + n; i++) {
			out[i] = out[i] <= 0.5 ? back(out[i]) : forth(1 - out[i]);
		}
	}
}
