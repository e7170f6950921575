// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import java.util.List;
import org.ergode.unit.Example;
import org.ergode.unit.PathObservable;
import org.ergode.unit.PathObservable.Operand;
import org.ergode.unit.Unit;

/** Random walks and diffusion, normal and anomalous. */
public final class DiffusionUnit implements Unit {
	@Override
	public String name() {
		return "diffusion";
	}

	@Override
	public String title() {
		return "Random walks and diffusion";
	}

	@Override
	public List<PathObservable> observables() {
		return List.of(
				new PathObservable("time_average_msd", List.of("lag"), List.of(new double[] {0, 1}),
						"The mean square displacement over `lag`, averaged over the time of one walker's path. Exact for a walker that rests between its jumps.",
						"δ²(Δ) = 1/(T − Δ) ∫ |x(t + Δ) − x(t)|² dt, 0 ≤ t ≤ T − Δ", 2, (dimension, until, p) -> TimeAverageMsd.of(dimension, until, p[0])),
				running("running_max", Operand.NUMBER, "The greatest value so far, the start included. Of a differential equation it is seen at the ends of steps.",
						"max x(s), 0 ≤ s ≤ t", 1, 0, (dimension, until, p) -> Extreme.greatest()),
				running("running_min", Operand.NUMBER, "The least value so far, the start included. Of a differential equation it is seen at the ends of steps.",
						"min x(s), 0 ≤ s ≤ t", 1, 0, (dimension, until, p) -> Extreme.least()),
				running("first_passage", Operand.CONDITION, "The time at which a condition on a walker first holds: `first_passage(x >= 5 um)`. Infinite as long as it has not. "
						+ "Of a differential equation it is seen at the ends of steps.", "min{s : condition holds at s}", 0, 1, (dimension, until, p) -> new FirstPassage()),
				running("time_spent", Operand.CONDITION, "For how long in all a condition on a walker has held: `time_spent(x > 0 um)`.",
						"∫ [condition holds at s] ds, 0 ≤ s ≤ t", 0, 1, (dimension, until, p) -> new TimeSpent(until)),
				running("jump_count", Operand.JUMPS, "How many jumps a walk has made.", "n(t)", 0, 0, (dimension, until, p) -> new JumpCount()));
	}

	private static PathObservable running(String name, Operand operand, String documentation, String formula, double positionPower, double timePower, PathObservable.Maker maker) {
		return new PathObservable(name, operand, List.of(), List.of(), documentation, formula, positionPower, timePower, true, maker);
	}

	@Override
	public List<Example> examples() {
		return List.of(
				example("brownian", "Brownian motion from random jumps (Einstein 1905)"),
				example("subdiffusion", "Waiting times without a mean: subdiffusion and broken ergodicity"),
				example("langevin", "Ballistic at first, diffusive later (Langevin 1908)"),
				example("levy", "Superdiffusion: Lévy flights and Lévy walks"),
				example("diffusion-equation", "Fick's second law from a point source"));
	}

	private static Example example(String name, String title) {
		return new Example(name, title, "models/" + name + ".erg", List.of());
	}
}
