// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ergode.compiler.CompiledStage;
import org.ergode.compiler.field.FieldStage;
import org.ergode.compiler.network.NetworkCompiler;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.process.ProcessCompiler;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;

/** Compiles the stages of an experiment. */
public final class ExperimentCompiler {
	private ExperimentCompiler() {
	}

	/**
	 * @return one for each stage, in order; they are run in order, and later ones read what earlier ones left in the context
	 * @throws ModelFault if something in the model cannot be compiled
	 */
	public static List<CompiledStage> compile(ExperimentIr experiment) {
		List<CompiledStage> stages = new ArrayList<>();
		for (int i = 0; i < experiment.stages().size(); i++) {
			int index = i;
			List<Observe> observes = experiment.observes().stream().filter(o -> o.stage() == index).toList();
			stages.add(compile(experiment.stages().get(i), observes, experiment));
		}
		return List.copyOf(stages);
	}

	private static CompiledStage compile(ExperimentIr.Stage stage, List<Observe> observes, ExperimentIr experiment) {
		return switch (stage) {
			case ExperimentIr.Simulate simulate -> ProcessCompiler.compile(simulate, observes);
			case ExperimentIr.Train train -> new NetworkStage(inPlace(() -> NetworkCompiler.compile(train, observes, checks(train, experiment))));
			case ExperimentIr.Recall recall -> new NetworkStage(inPlace(() -> NetworkCompiler.compile(recall, observes)));
			case ExperimentIr.Solve solve -> FieldStage.of(solve, observes);
		};
	}

	/** Of several networks those with a loss or an energy are checked; where none has one, the check itself is wrong. */
	private static List<ExperimentIr.Check> checks(ExperimentIr.Train train, ExperimentIr experiment) {
		boolean another = experiment.stages().stream().anyMatch(s -> s instanceof ExperimentIr.Train t && t.network().hasGradient());
		return another && !train.network().hasGradient() ? List.of() : experiment.checks();
	}

	/** A problem of the network compiler becomes a fault of the model, as everywhere. */
	private static <T> T inPlace(Supplier<T> work) {
		try {
			return work.get();
		} catch (NetworkProblem e) {
			throw new ModelFault(place(e.source()), e.getMessage());
		}
	}

	private record NetworkStage(CompiledStage stage) implements CompiledStage {
		@Override
		public String title() {
			return stage.title();
		}

		@Override
		public Result run(Context context) {
			return inPlace(() -> stage.run(context));
		}
	}

	private static Place place(Source source) {
		return new Place(source.file(), source.line(), source.column());
	}
}
