// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import org.ergode.math.random.Stream;

/**
 * Stochastic differential equations by steps of one length. In a step, each component of the noise is drawn for all live lanes,
 * component after component; then the compiled {@link #step} moves all lanes. Times of the grid between two steps are interpolated.
 *
 * <p>Between the two ends of a step, white noise may have taken a walker to an absorbing wall and back. Given the ends x0 and x1 the path is
 * a Brownian bridge, which meets a wall at a with probability exp(-2 (a - x0)(a - x1)/(g^2 dt)), g being that of the step's beginning: that is drawn for
 * each walker that is near enough, which makes the error in time of survival of order dt, where steps alone leave sqrt(dt).
 *
 * <p>Correlated noise is a series of all steps, drawn before the first: walker after walker, component after component. Walkers then go
 * in batches, so that the series of a batch fit into some megabytes.
 *
 * @see <a href="https://doi.org/10.1016/S0304-4149(99)00109-X">Gobet 2000</a>, Weak approximation of killed diffusion using Euler schemes
 */
public abstract non-sealed class FlowSimulator extends Simulator {
	/** A wall is met in one of exp(36), about 4e15, steps whose exponent is larger; this is not drawn. */
	private static final double FAR = 36;

	/** Numbers of all correlated series of a batch, unless one walker needs more. */
	private static final int SERIES = 1 << 20;

	/** Standard normals, by component of the noise, then lane. */
	protected final double[][] noise;

	/** g of each component of the position, then lane; without entries where {@link Motion#bridged} is not so. */
	protected final double[][] strength;

	private final double[][] before;
	private final double[][] between;
	private final Walls walls;
	private final long steps;
	private final int batch;
	/** By component of the noise, then walker of the batch and step; empty for white noise. */
	private final double[][] series;
	private int live;

	protected FlowSimulator(Plan plan) {
		super(plan, plan.blocks().size());
		noise = new double[motion.noises()][lanes];
		strength = new double[motion.bridged() ? motion.dimension() : 0][lanes];
		before = new double[components][lanes];
		between = new double[components][lanes];
		walls = motion.walls();
		steps = steps(plan.until(), plan.step());
		batch = motion.correlated() == null ? lanes : (int) Math.clamp(SERIES / (steps * motion.noises()), 1, lanes);
		series = new double[motion.correlated() == null ? 0 : motion.noises()][motion.correlated() == null ? 0 : Math.toIntExact(batch * steps)];
	}

	/** Steps that reach the end. */
	public static long steps(double until, double dt) {
		return (long) Math.ceil(until / dt - Plan.ON_STEP);
	}

	/**
	 * Moves lanes 0 to n - 1 from t to t + dt.
	 *
	 * @param root 1/sqrt(dt): what a standard normal is multiplied by to be white noise
	 */
	protected abstract void step(int n, double t, double dt, double root);

	/** Called before a step by classes that are looked at. @param root as {@link #step} has it */
	protected final void look(double t, double root) {
		double[] xi = first(noise);
		for (int c = 0; c < xi.length; c++) {
			xi[c] *= root;
		}
		see(0, new Look.Sight(t, first(state), Double.NaN, new double[0], xi));
	}

	/** Writes what {@link #strength} is of lanes 0 to n - 1 at t. Overridden where {@link Motion#bridged} is so. */
	protected void strength(int n, double t) {
	}

	@Override
	final void run() {
		for (int first = 0; first < walkers; first += batch) {
			follow(first, Math.min(batch, walkers - first));
		}
	}

	/** From the beginning to the end. */
	private void follow(int first, int n) {
		live = n;
		for (int i = 0; i < live; i++) {
			walker[i] = first + i;
		}
		drawSeries(n);
		start(0, live);
		paths.start(0, live);
		double dt = plan.step();
		double root = 1 / Math.sqrt(dt);
		double[] times = plan.times();
		int k = 0;
		for (; k < times.length && times[k] <= Plan.ON_STEP * dt; k++) {
			record(state, k, times[k]);
		}
		for (long s = 0; s < steps && live > 0; s++) {
			double t = s * dt;
			double end = (s + 1) * dt;
			boolean due = k < times.length && times[k] <= end + Plan.ON_STEP * dt;
			if (due || motion.bridged()) {
				copy(state, before);
			}
			drawNoise(first, s);
			if (motion.bridged()) {
				strength(live, t);
			}
			step(live, t, dt, root);
			if (walls != null) {
				confine();
			}
			if (motion.bridged()) {
				bridge(dt);
			}
			for (; due && k < times.length && times[k] <= end + Plan.ON_STEP * dt; k++) {
				record(at(times[k], t, end, dt), k, times[k]);
			}
			if (!paths.isEmpty()) {
				paths.move(live, end);
			}
			if (walls != null && walls.absorb()) {
				absorb(k);
			}
			worked(live, (first + n * ((double) s / steps)) / walkers);
		}
		for (int i = 0; i < live; i++) {
			paths.finish(i, walker[i]);
		}
	}

	private void drawSeries(int n) {
		for (int i = 0; i < n; i++) {
			for (double[] component : series) {
				motion.correlated().fill(stream, component, (int) (i * steps), (int) steps);
				drawn += steps;
			}
		}
	}

	private void drawNoise(int first, long s) {
		if (motion.correlated() == null) {
			for (double[] xi : noise) {
				fillNormal(stream, xi);
			}
			return;
		}
		for (int c = 0; c < series.length; c++) {
			for (int i = 0; i < live; i++) {
				noise[c][i] = series[c][(int) ((walker[i] - first) * steps + s)];
			}
		}
	}

	private void fillNormal(Stream s, double[] xi) {
		drawn += live;
		s.fillNormal(xi, 0, live);
	}

	private void record(double[][] at, int k, double time) {
		for (int i = 0; i < live; i++) {
			requireFinite(at, i, time);
		}
		observe(at, 0, live, k, time);
	}

	private void copy(double[][] from, double[][] to) {
		for (int c = 0; c < components; c++) {
			System.arraycopy(from[c], 0, to[c], 0, live);
		}
	}

	/** States at a time within the step that has just been taken. */
	private double[][] at(double time, double t, double end, double dt) {
		if (Math.abs(time - end) <= Plan.ON_STEP * dt) {
			return state;
		}
		double part = (time - t) / (end - t);
		for (int c = 0; c < components; c++) {
			for (int i = 0; i < live; i++) {
				between[c][i] = before[c][i] + part * (state[c][i] - before[c][i]);
			}
		}
		return between;
	}

	private void confine() {
		for (int c = 0; c < motion.dimension(); c++) {
			double[] x = state[c];
			for (int i = 0; i < live; i++) {
				if (!walls.contains(x[i])) {
					x[i] = walls.fold(x[i]);
				}
			}
		}
	}

	/** Takes walkers to an absorbing wall that their path has met within the step. */
	private void bridge(double dt) {
		for (int c = 0; c < motion.dimension(); c++) {
			for (double wall : walls.holding()) {
				for (int i = 0; i < live; i++) {
					double exponent = 2 * (wall - before[c][i]) * (wall - state[c][i]);
					double variance = strength[c][i] * strength[c][i] * dt;
					if (exponent < FAR * variance && !walls.hold(state[c][i])) {
						drawn++;
						if (stream.nextDouble() < Math.exp(-exponent / variance)) {
							state[c][i] = wall;
						}
					}
				}
			}
		}
	}

	/** A walker at an absorbing wall stays there to the end. @param k first time of the grid still to come */
	private void absorb(int k) {
		double[] times = plan.times();
		for (int i = live - 1; i >= 0; i--) {
			if (isAtWall(i)) {
				for (int j = k; j < times.length; j++) {
					observe(state, i, i + 1, j, times[j]);
				}
				paths.finish(i, walker[i]);
				moveLane(--live, i);
			}
		}
	}

	private boolean isAtWall(int lane) {
		for (int c = 0; c < motion.dimension(); c++) {
			if (walls.hold(state[c][lane])) {
				return true;
			}
		}
		return false;
	}

	@Override
	String advice() {
		return "; the step of " + plan.step() + " s may be too long for these equations";
	}
}
