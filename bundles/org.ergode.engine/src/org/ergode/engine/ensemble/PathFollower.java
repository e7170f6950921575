// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

/** Follows the whole path of one walker; reused for the next one after {@link #start}. Not thread-safe. */
public interface PathFollower {
	/** @param x position at time 0, SI; not kept */
	void start(double[] x);

	/** The path is constant from the last time to {@code t}, where it jumps to {@code x} (not kept). */
	void moveTo(double t, double[] x);

	/** @return the value, the path being constant from the last time to the end */
	double finish();
}
