// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import org.ergode.engine.control.ModelFault;

/**
 * Continuous-time random walks, evaluated exactly: between two jumps nothing happens, or a straight flight.
 *
 * <p>In a round every live lane draws its waiting time and its jump, records the times of the grid that it passes, and jumps.
 * A lane whose walker has passed the end takes the next walker of the block; when there is none, the last lane moves into its place.
 * So the order of draws is fixed by the block alone.
 */
public abstract non-sealed class WalkSimulator extends Simulator {
	/** Lanes at work: enough to feed the kernels, few enough to stay in the first-level cache. */
	private static final int LANES = 256;

	/** Time of each lane's last jump, s. */
	protected final double[] t;
	/** Draws of this round. */
	protected final double[] waiting;
	protected final double[][] jump;
	protected final double[][] direction;
	/** Lengths of isotropic jumps. */
	protected final double[] length;

	/** Next time at which a lane has something to do: of the grid, or the end. */
	private final double[] due;
	private final int[] cursor;
	private final int[] done;
	private final double[][] between;
	private final Directions directions;
	private final int dimension;
	private final Walls walls;
	private int doneCount;
	private int started;

	protected WalkSimulator(Plan plan) {
		super(plan, Math.min(LANES, plan.blocks().size()));
		dimension = motion.dimension();
		walls = motion.walls();
		t = new double[lanes];
		waiting = new double[lanes];
		jump = new double[dimension][lanes];
		direction = new double[dimension][lanes];
		length = new double[lanes];
		due = new double[lanes];
		cursor = new int[lanes];
		done = new int[lanes];
		between = new double[components][1];
		directions = new Directions(lanes);
	}

	/** Draws {@link #waiting} and {@link #jump} of the first n lanes. */
	protected abstract void draw(int n);

	/** Draws {@link #direction}: for the expressions that read it. */
	protected final void drawDirections(int n) {
		drawn += n;
		directions.fill(stream, direction, n);
	}

	/** Called before a statement by classes that are looked at. */
	protected final void look(int statement) {
		see(statement, new Look.Sight(t[0], first(state), waiting[0], first(jump), new double[0]));
	}

	@Override
	final void run() {
		started = 0;
		int live = Math.min(lanes, walkers);
		for (int i = 0; i < live; i++) {
			enter(i);
		}
		while (live > 0) {
			draw(live);
			if (!motion.positiveWaits()) {
				requirePositive(live);
			}
			doneCount = 0;
			advance(live);
			move(live);
			if (!paths.isEmpty()) {
				paths.move(live, t);
			}
			worked(live, (double) (started - live) / walkers);
			live = replace(live);
		}
	}

	/** The next walker of the block begins in a lane. */
	private void enter(int i) {
		walker[i] = started++;
		t[i] = 0;
		cursor[i] = 0;
		due[i] = dueAt(0);
		start(i, i + 1);
		paths.start(i, i + 1);
	}

	private double dueAt(int k) {
		double[] times = plan.times();
		return k < times.length ? times[k] : plan.until();
	}

	private void requirePositive(int n) {
		for (int i = 0; i < n; i++) {
			if (!(waiting[i] > 0)) {
				throw new ModelFault(motion.waiting(), "the waiting time is not strictly positive: " + waiting[i] + " s, drawn at t = " + t[i] + " s");
			}
		}
	}

	private void advance(int n) {
		final double[] t = this.t;
		final double[] w = waiting;
		final double[] due = this.due;
		for (int i = 0; i < n; i++) {
			double arrival = t[i] + w[i];
			if (!(arrival <= due[i])) {
				pass(i, arrival);
			}
			t[i] = arrival;
		}
	}

	/** Records the times of the grid before the arrival; at the arrival itself the walker has jumped already. */
	private void pass(int i, double arrival) {
		if (Double.isNaN(arrival)) {
			throw new ModelFault(motion.waiting(), "the waiting time is NaN at t = " + t[i] + " s");
		}
		double[] times = plan.times();
		int k = cursor[i];
		for (; k < times.length && times[k] < arrival; k++) {
			record(i, k, times[k], arrival);
		}
		cursor[i] = k;
		due[i] = dueAt(k);
		if (arrival > plan.until()) {
			done[doneCount++] = i;
		}
	}

	private void record(int i, int k, double time, double arrival) {
		if (!motion.inFlight()) {
			requireFinite(state, i, time);
			observe(state, i, i + 1, k, time);
			return;
		}
		double part = Double.isInfinite(arrival) ? 0 : (time - t[i]) / (arrival - t[i]);
		for (int c = 0; c < dimension; c++) {
			double x = state[c][i] + part * jump[c][i];
			between[c][0] = walls == null ? x : walls.fold(x);
		}
		requireFinite(between, 0, time);
		observeOne(i, k, time);
	}

	/** Compiled code takes the walker's number from its lane, so the one lane in between borrows it. */
	private void observeOne(int i, int k, double time) {
		int first = walker[0];
		walker[0] = walker[i];
		observe(between, 0, 1, k, time);
		walker[0] = first;
	}

	private void move(int n) {
		for (int c = 0; c < dimension; c++) {
			add(state[c], jump[c], n);
		}
		if (motion.lattice() != null) {
			for (int c = 0; c < dimension; c++) {
				settle(motion.lattice(), state[c], n);
			}
		}
		if (walls != null) {
			confine(n);
		}
	}

	private static void add(double[] x, double[] jump, int n) {
		for (int i = 0; i < n; i++) {
			x[i] += jump[i];
		}
	}

	private static void settle(Lattice lattice, double[] x, int n) {
		for (int i = 0; i < n; i++) {
			x[i] = lattice.nearest(x[i]);
		}
	}

	/** Who jumps onto an absorbing wall is held as one who would jump beyond it; who starts there and has not left is not. */
	private void confine(int n) {
		for (int i = 0; i < n; i++) {
			boolean held = false;
			for (int c = 0; c < dimension; c++) {
				double x = state[c][i];
				if (!walls.isBetween(x)) {
					state[c][i] = walls.fold(x);
					held |= jump[c][i] != 0 && walls.hold(state[c][i]);
				}
			}
			if (held && t[i] <= plan.until()) {
				absorb(i);
			}
		}
	}

	/** The walker stays where it is to the end. */
	private void absorb(int i) {
		double[] times = plan.times();
		for (int k = cursor[i]; k < times.length; k++) {
			requireFinite(state, i, times[k]);
			observe(state, i, i + 1, k, times[k]);
		}
		insertDone(i);
	}

	/** Keeps {@link #done} ascending: lanes that passed the end are in it already. */
	private void insertDone(int i) {
		int at = doneCount++;
		for (; at > 0 && done[at - 1] > i; at--) {
			done[at] = done[at - 1];
		}
		done[at] = i;
	}

	/** From the last lane down, so that a lane that moves into a free place is not done itself. */
	private int replace(int live) {
		for (int d = doneCount - 1; d >= 0; d--) {
			int i = done[d];
			paths.finish(i, walker[i]);
			if (started < walkers) {
				enter(i);
			} else {
				moveLane(--live, i);
			}
		}
		return live;
	}

	@Override
	final void moveLane(int from, int to) {
		super.moveLane(from, to);
		t[to] = t[from];
		due[to] = due[from];
		cursor[to] = cursor[from];
	}
}
