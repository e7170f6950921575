// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.function.Supplier;
import org.ergode.engine.quantity.Dimension;

/**
 * A quantity of each walker's path: of the whole of it, or up to each time of a grid.
 *
 * @param size of the position, 1 to 3
 * @param grid times, s, ascending; null: of the whole path
 * @param followers makes one for each walker at work
 */
public record PathObservation(String name, Dimension dimension, int size, double[] grid, boolean hidden, Supplier<? extends PathFollower> followers) {
	/** Numbers for each walker. */
	int times() {
		return grid == null ? 1 : grid.length;
	}
}
