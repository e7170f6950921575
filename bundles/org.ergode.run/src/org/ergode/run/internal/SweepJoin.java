// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ergode.dsl.ir.ExperimentIr.SweepValue;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;

/** Joins the columns of a sweep's points into one, with the sweep's axes outermost. */
final class SweepJoin {
	private SweepJoin() {
	}

	/** @return one column; one a point where their axes differ, named after the point */
	static List<Column> join(List<SweepPoint> points, List<Column> columns) {
		Column first = columns.getFirst();
		if (points.size() == 1 && points.getFirst().values().isEmpty()) {
			return columns;
		}
		if (!columns.stream().allMatch(c -> sameAxes(first, c))) {
			List<Column> named = new ArrayList<>();
			for (int i = 0; i < columns.size(); i++) {
				Column c = columns.get(i);
				named.add(new Column(c.name() + " at " + points.get(i).condition(), c.dimension(), c.axes(), c.values(), c.replicates()));
			}
			return named;
		}
		int n = first.values().length;
		int groups = columns.stream().mapToInt(c -> c.replicates().length).min().orElse(0);
		double[] values = new double[n * columns.size()];
		double[][] replicates = new double[groups][values.length];
		for (int p = 0; p < columns.size(); p++) {
			System.arraycopy(columns.get(p).values(), 0, values, p * n, n);
			for (int g = 0; g < groups; g++) {
				System.arraycopy(columns.get(p).replicates()[g], 0, replicates[g], p * n, n);
			}
		}
		List<Axis> axes = new ArrayList<>(axes(points));
		axes.addAll(first.axes());
		return List.of(new Column(first.name(), first.dimension(), axes, values, replicates));
	}

	private static boolean sameAxes(Column a, Column b) {
		if (a.axes().size() != b.axes().size()) {
			return false;
		}
		for (int i = 0; i < a.axes().size(); i++) {
			if (!Arrays.equals(a.axes().get(i).coordinates(), b.axes().get(i).coordinates())) {
				return false;
			}
		}
		return true;
	}

	/** One axis a swept parameter where the points are their grid; else one of numbered points. */
	private static List<Axis> axes(List<SweepPoint> points) {
		List<Axis> axes = new ArrayList<>();
		List<SweepValue> names = points.getFirst().values();
		for (int k = 0; k < names.size(); k++) {
			int index = k;
			double[] distinct = points.stream().mapToDouble(p -> p.values().get(index).value()).distinct().toArray();
			axes.add(new Axis(names.get(k).name(), Axis.Kind.SWEEP, names.get(k).type().dimension(), distinct));
		}
		if (Axis.size(axes) == points.size()) {
			return axes;
		}
		double[] numbers = new double[points.size()];
		Arrays.setAll(numbers, i -> i + 1);
		return List.of(new Axis("point", Axis.Kind.SWEEP, Dimension.NONE, numbers));
	}
}
