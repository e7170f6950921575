// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.util.List;

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
	public interface Follower {
		/** @param x position at time 0, SI; not kept */
		void start(double[] x);

		/** The path is constant from the last time to {@code t}, where it jumps to {@code x} (not kept). */
		void moveTo(double t, double[] x);

		/** @return the value, the path being constant from the last time to the end */
		double finish();
	}
}
