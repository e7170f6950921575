// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.util.List;
import org.ergode.engine.ensemble.PathFollower;

/**
 * A quantity of one walker's whole path, such as its time-averaged mean square displacement. The engine makes one
 * {@link Follower} per walker at work and tells it the path, piece by piece.
 *
 * @param name as written in a model; the first argument there is the position, the others are {@code parameters}
 * @param parameters names of further arguments
 * @param parameterDimensions the exponents of (length, time) of each parameter
 * @param documentation a sentence for the hover, Markdown
 * @param formula in Unicode
 * @param positionPower the result has the dimension of the position to this power
 * @param maker makes a follower
 */
public record PathObservable(String name, List<String> parameters, List<double[]> parameterDimensions, String documentation,
		String formula, double positionPower, Maker maker) {

	/** Makes a follower for one walker. */
	@FunctionalInterface
	public interface Maker {
		/**
		 * @param dimension of space, 1 to 3
		 * @param until end of the path, s
		 * @param parameters SI
		 */
		Follower of(int dimension, double until, double... parameters);
	}

	/** Follows one walker; reused for the next after {@link #start}. Not thread-safe. */
	public interface Follower extends PathFollower {
	}
}
