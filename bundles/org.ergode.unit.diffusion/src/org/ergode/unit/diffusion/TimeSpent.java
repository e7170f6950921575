// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import org.ergode.unit.PathObservable;

/** The total time for which a condition has held. */
final class TimeSpent implements PathObservable.Follower {
	private final double until;
	private double last;
	private boolean holds;
	private double sum;

	TimeSpent(double until) {
		this.until = until;
	}

	@Override
	public void start(double[] condition) {
		last = 0;
		sum = 0;
		holds = condition[0] != 0;
	}

	@Override
	public void moveTo(double t, double[] condition) {
		sum = at(t);
		last = t;
		holds = condition[0] != 0;
	}

	@Override
	public double at(double t) {
		return holds ? sum + Math.max(0, t - last) : sum;
	}

	@Override
	public double finish() {
		return at(until);
	}
}
