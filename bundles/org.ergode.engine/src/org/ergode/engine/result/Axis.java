// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.result;

import java.util.List;
import org.ergode.engine.quantity.Dimension;

/**
 * What a column runs over: the times of a grid, epochs, walkers, cells of a field, points of a sweep, classes.
 *
 * @param name as plots and CSV headers show it: {@code t}, {@code epoch}, {@code walker}, {@code Fractional.alpha}
 * @param kind decides what reductions such as {@code mean} run over
 * @param dimension of the coordinates
 * @param coordinates in SI, ascending where the kind is ordered; not modified
 */
public record Axis(String name, Kind kind, Dimension dimension, double[] coordinates) {
	/** In the order in which a reduction prefers them: {@code mean(f)} runs over the first kind that {@code f} has. */
	public enum Kind {
		WALKER, SAMPLE, COMPONENT, PATTERN,
		/** Coordinates of a field, first to third. {@link #CELL} stands for all of space where something is reduced over it. */
		CELL, CELL_Y, CELL_Z,
		BIN, TIME, EPOCH, SWEEP;

		/** The kinds of so many coordinates of space, outermost first. */
		public static List<Kind> space(int dimension) {
			return List.of(CELL, CELL_Y, CELL_Z).subList(0, dimension);
		}

		public boolean isSpace() {
			return this == CELL || this == CELL_Y || this == CELL_Z;
		}
	}

	public int length() {
		return coordinates.length;
	}

	public static long size(List<Axis> axes) {
		long n = 1;
		for (Axis a : axes) {
			n *= a.length();
		}
		return n;
	}
}
