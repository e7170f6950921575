// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import org.ergode.unit.PathObservable;

/** How many jumps a walker has made. */
final class JumpCount implements PathObservable.Follower {
	private int count;

	@Override
	public void start(double[] x) {
		count = 0;
	}

	@Override
	public void moveTo(double t, double[] x) {
		count++;
	}

	@Override
	public void moveAll(int n, double[] t, double[][] x) {
		count += n;
	}

	@Override
	public double at(double t) {
		return count;
	}

	@Override
	public double finish() {
		return count;
	}
}
