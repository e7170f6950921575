// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.ergode.engine.control.ModelFault;
import org.ergode.math.random.Sampler;

/**
 * All that the simulators of one run share. Immutable.
 *
 * @param title as progress shows it
 * @param until end of the simulation, s
 * @param step of the integrator, s; NaN for a walk
 * @param samplers by the number that compiled code calls them by
 * @param times union of the grids, s, ascending
 * @param rows for each observation and each of the {@code times}: the row where a value goes, -1 if none does
 */
public record Plan(String title, Blocks blocks, double until, double step, Motion motion, List<Sampler> samplers, List<Observation> observations,
		List<PathObservation> paths, double[] times, int[][] rows) {
	/** A grid time this near to a step of the integrator, in steps, is on it. */
	static final double ON_STEP = 1e-6;

	/** A grid time beyond the end by no more than this part of it is a rounding of the end. */
	private static final double ROUNDING = 1e-9;

	public Plan {
		samplers = List.copyOf(samplers);
		observations = List.copyOf(observations);
		paths = List.copyOf(paths);
	}

	/** @throws ModelFault if something is observed before the beginning or after the end */
	public static Plan of(String title, int walkers, double until, double step, Motion motion, List<Sampler> samplers,
			List<Observation> observations, List<PathObservation> paths) {
		TreeSet<Double> union = new TreeSet<>();
		List<Observation> clipped = new ArrayList<>();
		for (Observation o : observations) {
			Observation c = clip(o, until);
			clipped.add(c);
			for (double t : grid(c, until)) {
				union.add(t);
			}
		}
		double[] times = union.stream().mapToDouble(Double::doubleValue).toArray();
		int[][] rows = new int[clipped.size()][times.length];
		for (int o = 0; o < rows.length; o++) {
			Arrays.fill(rows[o], -1);
			double[] grid = grid(clipped.get(o), until);
			for (int k = 0; k < grid.length; k++) {
				rows[o][Arrays.binarySearch(times, grid[k])] = k * (int) clipped.get(o).shape().size();
			}
		}
		return new Plan(title, Blocks.of(walkers), until, step, motion, samplers, clipped, paths, times, rows);
	}

	private static double[] grid(Observation o, double until) {
		return o.grid() == null ? new double[] {until} : o.grid();
	}

	/** Grids that end at the end within rounding end there. */
	private static Observation clip(Observation o, double until) {
		if (o.grid() == null) {
			return o;
		}
		double[] grid = o.grid().clone();
		for (int k = 0; k < grid.length; k++) {
			if (!(grid[k] >= 0 && grid[k] <= until * (1 + ROUNDING))) {
				throw new ModelFault(o.place(), "'" + o.name() + "' is observed at " + grid[k] + " s, but the simulation runs from 0 to " + until + " s");
			}
			grid[k] = Math.min(grid[k], until);
		}
		return new Observation(o.name(), o.dimension(), o.statistic(), o.probability(), o.shape(), grid, o.first(), o.hidden(), o.place());
	}
}
