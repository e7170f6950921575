// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.analysis.Histogram.Bins;
import org.ergode.dsl.ir.Expr;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/**
 * Histograms that become columns: over walkers, or what else a reduction would run over first, at each place along the other axes.
 * All places share the bins, and so do the jackknife replicates, which have those of the whole.
 */
final class Histograms {
	private final Map<Expr.Special, Bins> bins = new IdentityHashMap<>();

	/**
	 * @param values of what the histogram is of
	 * @param asked how many bins; 0: as fits the values
	 * @param group the replicate, whose walkers are left out; -1 for none
	 * @param groups how many replicates there are
	 */
	Value of(Expr.Special histogram, Value values, int asked, int group, int groups) {
		int axis = first(values);
		List<Axis> axes = new ArrayList<>(values.axes());
		int components = values.components();
		int n = axis < 0 ? components : axes.get(axis).length();
		int inner = axis < 0 ? 1 : values.data().length / (int) Axis.size(axes.subList(0, axis + 1));
		boolean leaveOut = group >= 0 && axis >= 0 && axes.get(axis).kind() == Axis.Kind.WALKER && groups <= n;
		List<double[]> samples = samples(values.data(), n, inner);
		Bins shared = group < 0 || !bins.containsKey(histogram) ? Bins.of(samples, asked) : bins.get(histogram);
		bins.put(histogram, shared);
		double[] density = new double[samples.size() * shared.n()];
		for (int i = 0; i < samples.size(); i++) {
			double[] kept = leaveOut ? without(samples.get(i), (int) ((long) group * n / groups), (int) ((long) (group + 1) * n / groups)) : samples.get(i);
			System.arraycopy(shared.density(kept), 0, density, i * shared.n(), shared.n());
		}
		if (axis >= 0) {
			axes.remove(axis);
		}
		axes.add(new Axis("value", Axis.Kind.BIN, histogram.args().getFirst().type().dimension(), shared.centres()));
		return new Value(Shape.NUMBER, axes, density);
	}

	/** @return where the axis is that a reduction runs over; -1: the components */
	private static int first(Value values) {
		for (Axis.Kind kind : Axis.Kind.values()) {
			if (kind == Axis.Kind.COMPONENT && values.components() > 1) {
				return -1;
			}
			if (values.axis(kind) >= 0) {
				return values.axis(kind);
			}
		}
		return -1;
	}

	private static List<double[]> samples(double[] data, int n, int inner) {
		List<double[]> samples = new ArrayList<>();
		for (int outer = 0; outer < data.length; outer += n * inner) {
			for (int i = 0; i < inner; i++) {
				double[] sample = new double[n];
				for (int j = 0; j < n; j++) {
					sample[j] = data[outer + j * inner + i];
				}
				samples.add(sample);
			}
		}
		return samples;
	}

	private static double[] without(double[] sample, int from, int to) {
		double[] kept = Arrays.copyOf(sample, sample.length - (to - from));
		System.arraycopy(sample, to, kept, from, sample.length - to);
		return kept;
	}
}
