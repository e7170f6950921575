// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.List;
import org.ergode.compiler.CompiledStage;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.UnitRegistry;

/** Compiles the training of a network by a rule, and its recall. */
public final class NetworkCompiler {
	private NetworkCompiler() {
	}

	/**
	 * @param observes of this stage
	 * @throws ModelFault if the network, the rule or an observable cannot be compiled
	 */
	public static CompiledStage compile(ExperimentIr.Train train, List<ExperimentIr.Observe> observes, List<ExperimentIr.Check> checks) {
		try {
			NetworkTerms model = new NetworkTerms(train.network(), NetworkCompiler::function);
			// every parameter has a slot, whether the rule uses it or not
			train.network().parameters().forEach(p -> model.slot(p.symbol()));
			return new TrainingStage(train, model, RuleReader.read(model, train.rule()), observes, checks);
		} catch (NetworkProblem e) {
			throw fault(e);
		}
	}

	/**
	 * @param observes of this stage
	 * @throws ModelFault if the network or an observable cannot be compiled
	 */
	public static CompiledStage compile(ExperimentIr.Recall recall, List<ExperimentIr.Observe> observes) {
		try {
			NetworkTerms model = new NetworkTerms(recall.network(), NetworkCompiler::function);
			recall.network().parameters().forEach(p -> model.slot(p.symbol()));
			return new RecallStage(recall, model, observes);
		} catch (NetworkProblem e) {
			throw fault(e);
		}
	}

	private static FunctionPrimitive function(String name) {
		return UnitRegistry.get().function(name).orElseThrow(() -> new IllegalArgumentException("no unit brings the function '" + name + "'"));
	}

	static ModelFault fault(NetworkProblem e) {
		return new ModelFault(new Place(e.source().file(), e.source().line(), e.source().column()), e.getMessage());
	}
}
