// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.List;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.Model;

/** What is left of an experiment when only the gradients of its networks are compared with differences: trainings that end before their first update. */
public final class GradientChecks {
	private GradientChecks() {
	}

	/** Whether the experiment trains a network with a loss or an energy; its first sweep point tells. */
	public static boolean applyTo(ExperimentInfo experiment, Model model) {
		CheckedModel checked = model.checked();
		ExperimentIr ir = checked.elaborate(experiment.name(), checked.points(experiment.name()).getFirst());
		return ir.stages().stream().anyMatch(s -> s instanceof ExperimentIr.Train t && t.network().hasGradient());
	}

	/** Each training stays, without epochs: a later one may begin with what an earlier one starts from. */
	static ExperimentIr only(ExperimentIr e) {
		List<ExperimentIr.Stage> trainings = e.stages().stream().filter(ExperimentIr.Train.class::isInstance).map(ExperimentIr.Train.class::cast)
				.<ExperimentIr.Stage>map(t -> new ExperimentIr.Train(t.network(), t.data(), t.rule(), t.batch(), 0, t.precision(), t.source())).toList();
		List<ExperimentIr.Check> checks = List.of(new ExperimentIr.Check("gradient", "finite_differences", trainings.getFirst().source()));
		return new ExperimentIr(e.name(), e.title(), e.seed(), e.point(), trainings, List.of(), List.of(), List.of(), List.of(), List.of(), checks, e.source());
	}
}
