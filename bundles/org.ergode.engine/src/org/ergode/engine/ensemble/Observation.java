// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.ArrayList;
import java.util.List;
import org.ergode.engine.control.Place;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/**
 * A statistic over walkers, at each time of a grid or at the end.
 *
 * @param probability of a quantile; else not used
 * @param shape of one value
 * @param grid times, s, ascending; null: at the end of the simulation only, and no time axis
 * @param first how many of the first walkers are asked; for values alone
 * @param hidden whether nobody asked to see it
 */
public record Observation(String name, Dimension dimension, Statistic statistic, double probability, Shape shape, double[] grid, int first,
		boolean hidden, Place place) {

	/** Number of times at which it is recorded. */
	int times() {
		return grid == null ? 1 : grid.length;
	}

	/** Rows of a tally: one for each time and component. */
	int rows() {
		return times() * (int) shape.size();
	}

	List<Axis> axes(int walkers) {
		List<Axis> axes = new ArrayList<>();
		if (statistic == Statistic.VALUES) {
			axes.add(counted("walker", Axis.Kind.WALKER, Math.min(first, walkers)));
		}
		if (grid != null) {
			axes.add(new Axis("t", Axis.Kind.TIME, Dimension.TIME, grid));
		}
		if (!shape.isNumber()) {
			axes.add(counted("row", Axis.Kind.COMPONENT, shape.rows()));
			if (!shape.isVector()) {
				axes.add(counted("column", Axis.Kind.COMPONENT, shape.columns()));
			}
		}
		return axes;
	}

	static Axis counted(String name, Axis.Kind kind, int n) {
		double[] numbers = new double[n];
		for (int i = 0; i < n; i++) {
			numbers[i] = i + 1;
		}
		return new Axis(name, kind, Dimension.NONE, numbers);
	}
}
