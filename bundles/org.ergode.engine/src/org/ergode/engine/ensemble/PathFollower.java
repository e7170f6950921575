// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

/** Follows the whole path of one walker; reused for the next one after {@link #start}. Not thread-safe. */
public interface PathFollower {
	/** @param x position at time 0, SI; not kept */
	void start(double[] x);

	/** The path is constant from the last time to {@code t}, where it jumps to {@code x} (not kept). */
	void moveTo(double t, double[] x);

	/**
	 * As {@link #moveTo} n times: what the engine calls, because a loop over many jumps of one walker can be made faster.
	 *
	 * @param t times, ascending
	 * @param x positions, by component, then jump
	 */
	default void moveAll(int n, double[] t, double[][] x) {
		double[] position = new double[x.length];
		for (int i = 0; i < n; i++) {
			for (int c = 0; c < position.length; c++) {
				position[c] = x[c][i];
			}
			moveTo(t[i], position);
		}
	}

	/** @return the value of the path up to {@code t}, constant since the last time; only of quantities that have one while the path goes on */
	default double at(double t) {
		throw new UnsupportedOperationException("only a whole path has this value");
	}

	/** @return the value, the path being constant from the last time to the end */
	double finish();
}
