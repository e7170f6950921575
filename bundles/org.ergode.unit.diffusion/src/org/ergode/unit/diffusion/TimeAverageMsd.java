// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import java.util.Arrays;
import org.ergode.unit.PathObservable;

/**
 * The time-averaged mean square displacement of a piecewise constant path,
 * 1/(T - lag) times the integral of |x(t + lag) - x(t)|^2 over t from 0 to T - lag, exactly.
 *
 * <p>Two points run along the path, one ahead of the other by the lag. Between two events (a jump under either point) their distance
 * is constant, so the integral is a sum over the merged events. Which point jumps next is as good as random: the loop adds its answer
 * to the indices instead of branching on it. Only the pieces between the two points are kept, so the memory is that of one lag,
 * whatever the length of the path.
 *
 * @see <a href="https://doi.org/10.1103/PhysRevLett.101.058101">He, Burov, Metzler and Barkai 2008, eq. 2</a>
 */
final class TimeAverageMsd implements PathObservable.Follower {
	private final double until;
	private final double lag;
	/** Piece i lasts from {@code times[i]} to {@code times[i + 1]}, at {@code positions[c][i]}. */
	private double[] times = new double[64];
	private final double[][] positions;
	private int pieces;
	private int ahead;
	private int behind;
	/** Up to here the point ahead has come. */
	private double reached;
	private double sum;
	private final double[] oneTime = new double[1];
	private final double[][] onePosition;

	private TimeAverageMsd(int dimension, double until, double lag) {
		this.until = until;
		this.lag = lag;
		positions = new double[dimension][times.length];
		onePosition = new double[dimension][1];
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
		times[0] = 0;
		for (int c = 0; c < positions.length; c++) {
			positions[c][0] = x[c];
		}
		pieces = 1;
		ahead = 0;
		behind = 0;
		reached = lag;
		sum = 0;
	}

	@Override
	public void moveTo(double t, double[] x) {
		oneTime[0] = t;
		for (int c = 0; c < onePosition.length; c++) {
			onePosition[c][0] = x[c];
		}
		moveAll(1, oneTime, onePosition);
	}

	@Override
	public void moveAll(int n, double[] t, double[][] x) {
		forget();
		reserve(pieces + n);
		System.arraycopy(t, 0, times, pieces, n);
		for (int c = 0; c < positions.length; c++) {
			System.arraycopy(x[c], 0, positions[c], pieces, n);
		}
		pieces += n;
		merge();
	}

	@Override
	public double finish() {
		while (behind < ahead && times[behind + 1] + lag < until) {
			double end = Math.max(reached, times[behind + 1] + lag);
			sum += (end - reached) * distance(ahead, behind);
			reached = end;
			behind++;
		}
		return (sum + Math.max(0, until - reached) * distance(ahead, behind)) / (until - lag);
	}

	/** Goes on until the point ahead is on the last piece. */
	private void merge() {
		double[] t = times;
		int a = ahead;
		int b = behind;
		double s = sum;
		double r = reached;
		while (a < pieces - 1) {
			double jumpAhead = t[a + 1];
			double jumpBehind = t[b + 1] + lag;
			double end = Math.max(r, Math.min(jumpAhead, jumpBehind));
			s += (end - r) * distance(a, b);
			r = end;
			int isBehind = (int) (Double.doubleToRawLongBits(jumpBehind - jumpAhead) >>> 63);
			a += 1 - isBehind;
			b += isBehind;
		}
		ahead = a;
		behind = b;
		sum = s;
		reached = r;
	}

	private double distance(int a, int b) {
		double d = 0;
		for (double[] x : positions) {
			double dx = x[a] - x[b];
			d += dx * dx;
		}
		return d;
	}

	/** Pieces that both points have left are moved out. */
	private void forget() {
		if (behind > 0) {
			pieces -= behind;
			ahead -= behind;
			System.arraycopy(times, behind, times, 0, pieces);
			for (double[] x : positions) {
				System.arraycopy(x, behind, x, 0, pieces);
			}
			behind = 0;
		}
	}

	private void reserve(int n) {
		if (n > times.length) {
			times = Arrays.copyOf(times, 2 * n);
			for (int c = 0; c < positions.length; c++) {
				positions[c] = Arrays.copyOf(positions[c], 2 * n);
			}
		}
	}
}
