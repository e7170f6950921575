// SPDX-License-Identifier: EPL-2.0
/**
 * Recall: a network that settles from a given state, one unit at a time, at zero temperature or another.
 *
 * <pre>{@code
 * Units units = Units.of(state.length).add(Units.Kind.SPIN, 0, state.length);
 * Dynamics memory = new Dynamics(units, Pairwise.of(couplings, bias).landscape(), state, 0, stream);
 * while (!memory.isStable()) {
 *     memory.advance(units.count());
 * }
 * }</pre>
 *
 * A {@link org.ergode.engine.recall.Dynamics} and its landscape belong to one thread at a time; {@link org.ergode.engine.recall.Units} and
 * {@link org.ergode.engine.recall.Pairwise} are shared and never change.
 */
package org.ergode.engine.recall;
