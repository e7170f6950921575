// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.util.List;
import org.ergode.engine.ensemble.PathFollower;

/**
 * A quantity of one walker's path, such as its time-averaged mean square displacement, or the time at which it first was somewhere. The engine makes one
 * {@link Follower} per walker at work and tells it the path, piece by piece.
 *
 * @param name as written in a model; the first argument there is the {@code operand}, the others are {@code parameters}
 * @param operand what of a walker is followed
 * @param parameters names of further arguments
 * @param parameterDimensions the exponents of (length, time) of each parameter
 * @param documentation a sentence for the hover, Markdown
 * @param formula in Unicode
 * @param positionPower the result has the dimension of the operand to this power,
 * @param timePower times the time to this power
 * @param isRunning whether it has a value at each time, of the path up to there: {@link PathFollower#at} answers
 * @param maker makes a follower
 */
public record PathObservable(String name, Operand operand, List<String> parameters, List<double[]> parameterDimensions, String documentation,
		String formula, double positionPower, double timePower, boolean isRunning, Maker maker) {

	/** What of a walker a quantity follows. */
	public enum Operand {
		/** Where it is, a vector in space: a state by its name. */
		POSITION("x"),
		/** How often a walk jumps, whatever the state that is named; not for a differential equation, and also for walkers on their way. */
		JUMPS("x"),
		/** Any number that is computed from its states. */
		NUMBER("x"),
		/** A comparison of its states, told as 1 or 0. */
		CONDITION("condition");

		private final String parameter;

		Operand(String parameter) {
			this.parameter = parameter;
		}

		/** As signatures show it. */
		public String parameter() {
			return parameter;
		}
	}

	/** A quantity of a whole path of positions. */
	public PathObservable(String name, List<String> parameters, List<double[]> parameterDimensions, String documentation, String formula, double positionPower, Maker maker) {
		this(name, Operand.POSITION, parameters, parameterDimensions, documentation, formula, positionPower, 0, false, maker);
	}

	/** Makes a follower for one walker. */
	@FunctionalInterface
	public interface Maker {
		/**
		 * @param dimension entries of the operand: of space, 1 to 3, for a position
		 * @param until end of the path, s
		 * @param parameters SI
		 */
		Follower of(int dimension, double until, double... parameters);
	}

	/** Follows one walker; reused for the next after {@link #start}. Not thread-safe. */
	public interface Follower extends PathFollower {
	}
}
