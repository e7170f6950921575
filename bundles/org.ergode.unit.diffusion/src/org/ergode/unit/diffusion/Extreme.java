// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import org.ergode.unit.PathObservable;

/** The greatest value of a path so far, or the least. */
final class Extreme implements PathObservable.Follower {
	/** 1 for the greatest, -1 for the least. */
	private final double sign;
	private double extreme;

	private Extreme(double sign) {
		this.sign = sign;
	}

	static Extreme greatest() {
		return new Extreme(1);
	}

	static Extreme least() {
		return new Extreme(-1);
	}

	@Override
	public void start(double[] x) {
		extreme = x[0];
	}

	@Override
	public void moveTo(double t, double[] x) {
		if (sign * x[0] > sign * extreme) {
			extreme = x[0];
		}
	}

	@Override
	public double at(double t) {
		return extreme;
	}

	@Override
	public double finish() {
		return extreme;
	}
}
