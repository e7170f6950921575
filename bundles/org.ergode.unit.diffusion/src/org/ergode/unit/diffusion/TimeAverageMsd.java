// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import org.ergode.unit.PathObservable;

/**
 * The time-averaged mean square displacement of a piecewise constant path,
 * 1/(T - lag) times the integral of |x(t + lag) - x(t)|^2 over t from 0 to T - lag, exactly.
 *
 * <p>Two points run along the path, one ahead of the other by the lag. Between two events (a jump under either point) their distance
 * is constant. The jumps that lie between them wait in a ring, so the memory is that of one lag, whatever the length of the path.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevLett.101.058101">He, Burov, Metzler and Barkai 2008, eq. 2</a>
 */
final class TimeAverageMsd implements PathObservable.Follower {
	private final int dimension;
	private final double until;
	private final double lag;
	private final double[] ahead;
	private final double[] behind;
	/** Jumps not yet reached by the point behind: times, and positions after them. */
	private double[] times = new double[16];
	private double[] positions;
	private int first;
	private int count;
	private double reached;
	private double distance;
	private double sum;

	private TimeAverageMsd(int dimension, double until, double lag) {
		this.dimension = dimension;
		this.until = until;
		this.lag = lag;
		ahead = new double[dimension];
		behind = new double[dimension];
		positions = new double[times.length * dimension];
	}

	/** @throws IllegalArgumentException if the lag is not between 0 and the length of the path */
	static TimeAverageMsd of(int dimension, double until, double lag) {
		if (!(lag > 0 && lag < until)) {
			throw new IllegalArgumentException("lag is not between 0 and the end at " + until + " s: " + lag + " s");
		}
		return new TimeAverageMsd(dimension, until, lag);
	}

	@Override
	public void start(double[] x) {
		System.arraycopy(x, 0, ahead, 0, dimension);
		System.arraycopy(x, 0, behind, 0, dimension);
		count = 0;
		reached = lag;
		distance = 0;
		sum = 0;
	}

	@Override
	public void moveTo(double t, double[] x) {
		advance(t);
		if (count == times.length) {
			grow();
		}
		int at = first + count++ & times.length - 1;
		times[at] = t;
		for (int c = 0; c < dimension; c++) {
			positions[at * dimension + c] = x[c];
			ahead[c] = x[c];
		}
		measure();
	}

	@Override
	public double finish() {
		advance(until);
		return sum / (until - lag);
	}

	/** The point ahead rests until t; the one behind may jump. */
	private void advance(double t) {
		while (count > 0 && times[first] + lag < t) {
			double jump = times[first] + lag;
			// a jump at the very beginning is under the point behind already
			sum += Math.max(0, jump - reached) * distance;
			reached = Math.max(reached, jump);
			System.arraycopy(positions, first * dimension, behind, 0, dimension);
			first = first + 1 & times.length - 1;
			count--;
			measure();
		}
		if (t > reached) {
			sum += (t - reached) * distance;
			reached = t;
		}
	}

	private void measure() {
		double d = 0;
		for (int c = 0; c < dimension; c++) {
			double dx = ahead[c] - behind[c];
			d += dx * dx;
		}
		distance = d;
	}

	private void grow() {
		int n = times.length;
		double[] t = new double[2 * n];
		double[] x = new double[2 * n * dimension];
		for (int i = 0; i < n; i++) {
			int at = first + i & n - 1;
			t[i] = times[at];
			System.arraycopy(positions, at * dimension, x, i * dimension, dimension);
		}
		times = t;
		positions = x;
		first = 0;
	}
}
