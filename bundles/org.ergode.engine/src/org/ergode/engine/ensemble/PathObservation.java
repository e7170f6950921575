// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.function.Supplier;
import org.ergode.engine.quantity.Dimension;

/**
 * A quantity of each walker's whole path.
 *
 * @param size of the position, 1 to 3
 * @param followers makes one for each walker at work
 */
public record PathObservation(String name, Dimension dimension, int size, boolean hidden, Supplier<? extends PathFollower> followers) {
}
