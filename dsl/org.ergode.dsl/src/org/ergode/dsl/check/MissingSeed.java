// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Seed;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.RuleIr;

/** An experiment that draws random numbers and does not say from which seed. */
final class MissingSeed implements Rule {
	@Override
	public void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		boolean seeded = definition.getStatements().stream().anyMatch(Seed.class::isInstance);
		if (!seeded && experiment.stages().stream().anyMatch(MissingSeed::isRandom)) {
			INode first = NodeModelUtils.findActualNodeFor(definition.getStatements().getFirst());
			found.accept(Rules.warning("seed.missing", Sources.of(definition, "name", 0), List.of(Fix.insert("Add 'seed 1'", first.getOffset() + first.getLength(), "\n  seed 1"))));
		}
	}

	private static boolean isRandom(ExperimentIr.Stage stage) {
		return switch (stage) {
			case ExperimentIr.Simulate s -> isRandom(s.process());
			case ExperimentIr.Train t -> t.network().parameters().stream().anyMatch(p -> p.law() != null) || draws(t.rule().statements());
			case ExperimentIr.Recall _ -> true; // the order of the updates is drawn
			case ExperimentIr.Solve _ -> false;
		};
	}

	private static boolean isRandom(ProcessIr p) {
		return p.isWalk() || p.increments() != null || p.states().stream().anyMatch(s -> s.law() != null) || p.equations().stream().anyMatch(e -> !e.kicks().isEmpty());
	}

	private static boolean draws(List<RuleIr.Statement> statements) {
		return statements.stream().anyMatch(s -> switch (s) {
			case RuleIr.Sample _ -> true;
			case RuleIr.Phase p -> draws(p.statements());
			case RuleIr.Repeat r -> draws(r.statements());
			case RuleIr.ForEach f -> draws(f.statements());
			default -> false;
		});
	}
}
