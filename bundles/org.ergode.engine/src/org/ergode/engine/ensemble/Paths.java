// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.Arrays;
import java.util.List;

/**
 * Tells followers the paths of the walkers in the lanes. Jumps of all lanes are written down round by round, and told walker by walker
 * once there are enough of them, so that each follower's own state is in the first-level cache while it works.
 */
final class Paths {
	private static final int ROUNDS = 32;

	/** Writes positions of a path observation, by component and lane. */
	interface Locator {
		void locate(double[][] out, int path, int from, int to);
	}

	private final List<PathObservation> observations;
	private final Locator locator;
	private final double until;
	/** What happens this much after a time of a grid belongs to it still. */
	private final double slack;
	/** By path observation; null: of the whole path. */
	private final double[][] grids;
	/** By path observation, then lane: next time of the grid. */
	private final int[][] cursors;
	/** By path observation, then lane: values at the times of the grid so far. */
	private final double[][][] running;
	private final PathFollower[][] followers;
	private final double[][] values;
	private final double[] position = new double[3];
	/** By round, then lane. */
	private final double[][] times;
	/** By path observation, round, component, lane. */
	private final double[][][][] positions;
	/** First round of each lane that is not told yet. */
	private final int[] since;
	private final double[] told = new double[ROUNDS];
	/** By path observation, component, jump. */
	private final double[][][] toldPositions;
	private int round;

	Paths(List<PathObservation> observations, int lanes, double until, double slack, Locator locator) {
		this.locator = locator;
		this.until = until;
		this.slack = slack;
		this.observations = observations;
		int n = observations.size();
		grids = new double[n][];
		cursors = new int[n][lanes];
		running = new double[n][][];
		followers = new PathFollower[n][lanes];
		values = new double[n][];
		times = new double[n == 0 ? 0 : ROUNDS][lanes];
		positions = new double[n][][][];
		toldPositions = new double[n][][];
		since = new int[lanes];
		for (int p = 0; p < n; p++) {
			grids[p] = observations.get(p).grid();
			running[p] = new double[lanes][grids[p] == null ? 0 : grids[p].length];
			toldPositions[p] = new double[observations.get(p).size()][ROUNDS];
			positions[p] = new double[ROUNDS][observations.get(p).size()][lanes];
			for (int i = 0; i < lanes; i++) {
				followers[p][i] = observations.get(p).followers().get();
			}
		}
	}

	/** A block begins. */
	void begin(int walkers) {
		round = 0;
		for (int p = 0; p < values.length; p++) {
			values[p] = new double[Math.multiplyExact(walkers, observations.get(p).times())];
		}
	}

	/** @return one array a path observation, by walker, then time: not used any more by this */
	double[][] values() {
		return values.clone();
	}

	boolean isEmpty() {
		return followers.length == 0;
	}

	/** Walkers begin in lanes. */
	void start(int from, int to) {
		for (int p = 0; p < followers.length; p++) {
			double[][] x = positions[p][round];
			locator.locate(x, p, from, to);
			for (int i = from; i < to; i++) {
				followers[p][i].start(at(x, i));
				cursors[p][i] = 0;
			}
		}
		Arrays.fill(since, from, to, round);
	}

	private double[] at(double[][] x, int lane) {
		for (int c = 0; c < x.length; c++) {
			position[c] = x[c][lane];
		}
		return position;
	}

	/** Lanes 0 to n - 1 have moved: lane i at {@code t[i]}. */
	void move(int n, double[] t) {
		System.arraycopy(t, 0, times[round], 0, n);
		moved(n);
	}

	/** Lanes 0 to n - 1 have moved at one time. */
	void move(int n, double t) {
		Arrays.fill(times[round], 0, n, t);
		moved(n);
	}

	private void moved(int n) {
		for (int p = 0; p < followers.length; p++) {
			locator.locate(positions[p][round], p, 0, n);
		}
		if (++round == ROUNDS) {
			for (int i = 0; i < n; i++) {
				tell(i);
			}
			round = 0;
			Arrays.fill(since, 0);
		}
	}

	/** What comes after the end of the simulation is not told. */
	private void tell(int lane) {
		int first = since[lane];
		int n = round - first;
		for (int r = 0; r < n; r++) {
			told[r] = times[first + r][lane];
		}
		while (n > 0 && !(told[n - 1] <= until)) {
			n--;
		}
		for (int p = 0; p < followers.length; p++) {
			for (int r = 0; r < n; r++) {
				double[][] x = positions[p][first + r];
				for (int c = 0; c < x.length; c++) {
					toldPositions[p][c][r] = x[c][lane];
				}
			}
			if (grids[p] == null) {
				followers[p][lane].moveAll(n, told, toldPositions[p]);
			} else {
				tellAlong(p, lane, n);
			}
		}
		since[lane] = round;
	}

	/** Asks for the value at each time of the grid once all is told that happened until then. */
	private void tellAlong(int p, int lane, int n) {
		double[][] x = toldPositions[p];
		for (int r = 0; r < n; r++) {
			ask(p, lane, told[r]);
			for (int c = 0; c < x.length; c++) {
				position[c] = x[c][r];
			}
			followers[p][lane].moveTo(told[r], position);
		}
	}

	/** @param next nothing more happens before this time */
	private void ask(int p, int lane, double next) {
		double[] grid = grids[p];
		int k = cursors[p][lane];
		for (; k < grid.length && grid[k] + slack < next; k++) {
			running[p][lane][k] = followers[p][lane].at(grid[k]);
		}
		cursors[p][lane] = k;
	}

	/** The walker of a lane is done. */
	void finish(int lane, int walker) {
		tell(lane);
		for (int p = 0; p < followers.length; p++) {
			if (grids[p] == null) {
				values[p][walker] = followers[p][lane].finish();
			} else {
				ask(p, lane, Double.POSITIVE_INFINITY);
				System.arraycopy(running[p][lane], 0, values[p], walker * grids[p].length, grids[p].length);
			}
		}
	}

	/** The walker of one lane goes on in another, whose own is done. */
	void moveLane(int from, int to) {
		tell(from);
		since[to] = round;
		for (int p = 0; p < followers.length; p++) {
			PathFollower free = followers[p][to];
			followers[p][to] = followers[p][from];
			followers[p][from] = free;
			double[] done = running[p][to];
			running[p][to] = running[p][from];
			running[p][from] = done;
			cursors[p][to] = cursors[p][from];
		}
	}
}
