// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.NetworkDefinition;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.NetworkIr;

/** {@code s'*J*s} in an energy, however it is written, with a J that is not declared symmetric: learning would change a part of it that has no effect. */
final class AsymmetricWeights implements Rule {
	@Override
	public void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		for (ExperimentIr.Stage stage : experiment.stages()) {
			NetworkIr network = stage instanceof ExperimentIr.Train t ? t.network() : stage instanceof ExperimentIr.Recall r ? r.network() : null;
			if (network != null) {
				EnergyTerms.of(network).forEach(t -> QuadraticForm.of(t).ifPresent(q -> look(q.weights(), network, definition, found)));
			}
		}
	}

	private static void look(Expr.Read weights, NetworkIr network, Experiment definition, Consumer<Finding> found) {
		network.parameters().stream().filter(p -> p.symbol() == weights.symbol() && !p.symmetric()).forEach(p ->
				found.accept(Rules.warning("weights.asymmetric", weights.source(), fix(network, p, definition), p.symbol().name())));
	}

	private static List<Fix> fix(NetworkIr network, NetworkIr.Parameter parameter, Experiment definition) {
		for (var element : ((Model) definition.eContainer()).getElements()) {
			if (element instanceof NetworkDefinition n && network.name().equals(n.getName())) {
				for (var statement : n.getStatements()) {
					if (statement instanceof Parameter p && parameter.symbol().name().equals(p.getName()) && p.getType() != null) {
						INode type = NodeModelUtils.findActualNodeFor(p.getType());
						return List.of(Fix.insert("Declare '" + p.getName() + "' symmetric", type.getOffset() + type.getLength(), " symmetric"));
					}
				}
			}
		}
		return List.of();
	}
}
