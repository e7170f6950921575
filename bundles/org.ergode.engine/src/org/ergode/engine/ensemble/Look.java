// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

/** Sees the first walker between the statements of its process. Only simulators that were compiled to be looked at call it, on the thread that simulates. */
@FunctionalInterface
public interface Look {
	/**
	 * @param statement that comes next: numbers are the compiler's
	 * @return whether to go on; otherwise it has seen enough
	 */
	boolean before(int statement, Sight sight);

	/**
	 * The first walker, SI, copied. Of a walk the draws are those of this round as far as its statements are done, else of the round before.
	 *
	 * @param state by component
	 * @param waiting of a walk; else NaN
	 * @param jump of a walk, by component; else empty
	 * @param noise white noise of the coming step by component, s^-1/2; empty for a walk
	 */
	record Sight(double t, double[] state, double waiting, double[] jump, double[] noise) {
	}
}
