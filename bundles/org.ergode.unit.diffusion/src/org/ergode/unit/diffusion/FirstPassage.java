// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import org.ergode.unit.PathObservable;

/** The first time at which a condition holds; infinite as long as it has not. */
final class FirstPassage implements PathObservable.Follower {
	private double time;

	@Override
	public void start(double[] condition) {
		time = condition[0] != 0 ? 0 : Double.POSITIVE_INFINITY;
	}

	@Override
	public void moveTo(double t, double[] condition) {
		if (condition[0] != 0 && t < time) {
			time = t;
		}
	}

	@Override
	public double at(double t) {
		return time;
	}

	@Override
	public double finish() {
		return time;
	}
}
