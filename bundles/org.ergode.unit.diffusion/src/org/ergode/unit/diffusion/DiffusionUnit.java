// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import java.util.List;
import org.ergode.unit.Example;
import org.ergode.unit.PathObservable;
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
		return List.of(new PathObservable("time_average_msd", List.of("lag"), List.of(new double[] {0, 1}),
				"The mean square displacement over `lag`, averaged over the time of one walker's path. Exact for a walker that rests between its jumps.",
				"δ²(Δ) = 1/(T − Δ) ∫ |x(t + Δ) − x(t)|² dt, 0 ≤ t ≤ T − Δ", 2, (dimension, until, p) -> TimeAverageMsd.of(dimension, until, p[0])));
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
