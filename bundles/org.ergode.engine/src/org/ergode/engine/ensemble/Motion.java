// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.List;
import org.ergode.engine.control.Place;
import org.ergode.math.random.FractionalNoise;

/**
 * How the walkers of a process move, as far as the engine needs to know; the expressions are in the compiled simulator.
 *
 * @param states a name for each component of the state; the position comes first in a walk
 * @param dimension components of the position: of the space that walls confine
 * @param noises components of white noise drawn in each step
 * @param correlated series that takes the place of white noise, one for each walker and component; null: the noise is white
 * @param inFlight whether a walker is on its way during its waiting time, rather than at rest
 * @param positiveWaits whether the law of the waiting times is known to be positive, so that no draw need be checked
 * @param walls null without
 * @param bridged whether the noise of the position is white and a wall absorbs, so that it may be met within a step
 * @param lattice that jumps end on; null without
 * @param waiting where the waiting times are declared; null for a flow
 * @param places where each state component moves: its jump or its equation
 */
public record Motion(List<String> states, int dimension, int noises, FractionalNoise correlated, boolean inFlight, boolean positiveWaits, Walls walls, boolean bridged,
		Lattice lattice, Place waiting, List<Place> places) {
	public Motion {
		states = List.copyOf(states);
		places = List.copyOf(places);
	}
}
