// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ergode.dsl.ir.Expr.Reduction;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** Sums, means, quantiles over an axis or over components. */
final class Reductions {
	private Reductions() {
	}

	/** Over the components of each value. @param argument of a quantile; else not used */
	static Value overComponents(Reduction op, Value value, double argument) {
		int n = value.components();
		double[] result = new double[value.outer()];
		for (int i = 0; i < result.length; i++) {
			result[i] = reduce(op, Arrays.copyOfRange(value.data(), i * n, (i + 1) * n), null, argument);
		}
		return new Value(Shape.NUMBER, value.axes(), result);
	}

	/**
	 * Over an axis.
	 *
	 * @param group the jackknife group of walkers that is left out; -1 for none
	 * @param groups how many there are
	 */
	static Value overAxis(Reduction op, Value value, int axis, double argument, int group, int groups) {
		Axis along = value.axes().get(axis);
		int n = along.length();
		int inner = (int) Axis.size(value.axes().subList(axis + 1, value.axes().size())) * value.components();
		int outer = value.data().length / (n * inner);
		boolean leaveOut = group >= 0 && along.kind() == Axis.Kind.WALKER && groups <= n;
		int from = leaveOut ? (int) ((long) group * n / groups) : 0;
		int to = leaveOut ? (int) ((long) (group + 1) * n / groups) : 0;
		double[] lane = new double[n - (to - from)];
		double[] result = new double[outer * inner];
		for (int o = 0; o < outer; o++) {
			for (int i = 0; i < inner; i++) {
				int k = 0;
				for (int j = 0; j < n; j++) {
					if (j < from || j >= to) {
						lane[k++] = value.data()[(o * n + j) * inner + i];
					}
				}
				boolean cells = op == Reduction.INTEGRAL && along.kind() == Axis.Kind.CELL;
				result[o * inner + i] = cells ? sum(lane) * width(along) : reduce(op, lane, along.coordinates(), argument);
			}
		}
		List<Axis> rest = new ArrayList<>(value.axes());
		rest.remove(axis);
		return new Value(value.shape(), rest, result);
	}

	/** A cell's value stands for all of the cell. */
	private static double width(Axis cells) {
		return (cells.coordinates()[cells.length() - 1] - cells.coordinates()[0]) / (cells.length() - 1);
	}

	private static double reduce(Reduction op, double[] v, double[] coordinates, double argument) {
		return switch (op) {
			case SUM -> sum(v);
			case MEAN -> sum(v) / v.length;
			case VARIANCE -> variance(v);
			case SD -> Math.sqrt(variance(v));
			case MIN -> Arrays.stream(v).reduce(Double.POSITIVE_INFINITY, Math::min);
			case MAX -> Arrays.stream(v).reduce(Double.NEGATIVE_INFINITY, Math::max);
			case QUANTILE -> quantile(v, argument);
			case MEDIAN -> quantile(v, 0.5);
			case COUNT -> Arrays.stream(v).filter(x -> x != 0).count();
			case INTEGRAL -> integral(v, coordinates);
		};
	}

	/** Neumaier's sum, so that the order of many walkers does not matter to the figures shown. */
	private static double sum(double[] v) {
		double sum = 0;
		double lost = 0;
		for (double x : v) {
			double next = sum + x;
			lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
			sum = next;
		}
		return Double.isFinite(sum) ? sum + lost : sum;
	}

	/** Unbiased: over n - 1. */
	private static double variance(double[] v) {
		double mean = sum(v) / v.length;
		double[] squares = new double[v.length];
		for (int i = 0; i < v.length; i++) {
			squares[i] = (v[i] - mean) * (v[i] - mean);
		}
		return v.length < 2 ? Double.NaN : sum(squares) / (v.length - 1);
	}

	/** Linear between order statistics (type 7 of Hyndman and Fan 1996). */
	static double quantile(double[] v, double p) {
		double[] sorted = v.clone();
		Arrays.sort(sorted);
		double place = p * (sorted.length - 1);
		if (!(place >= 0 && place <= sorted.length - 1)) {
			return Double.NaN;
		}
		int below = (int) place;
		double t = place - below;
		return t == 0 ? sorted[below] : sorted[below] + t * (sorted[below + 1] - sorted[below]);
	}

	/** By trapezia; of components, which have no coordinates, the sum. */
	private static double integral(double[] v, double[] coordinates) {
		if (coordinates == null) {
			return sum(v);
		}
		double[] areas = new double[Math.max(0, v.length - 1)];
		for (int i = 0; i < areas.length; i++) {
			areas[i] = (coordinates[i + 1] - coordinates[i]) * (v[i] + v[i + 1]) / 2;
		}
		return sum(areas);
	}
}
