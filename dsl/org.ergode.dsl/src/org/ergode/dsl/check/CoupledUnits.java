// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ergode.dsl.check.LayerCoupling.Meeting;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.elaborate.Severity;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.RuleIr;
import org.ergode.dsl.ir.Symbol;

/**
 * A term of an energy in which units of one layer meet, while a rule samples that layer: its conditional does not factor, and the
 * units are drawn one after another. Weights within a layer that are declared symmetric, and units that are named one by one, say that this is meant, and are a hint only,
 * unless the rule measures after a single sweep: that is right for a layer that is drawn at once, and no draw from the conditional of
 * one that is not.
 */
final class CoupledUnits implements Rule {
	@Override
	public void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		for (ExperimentIr.Stage stage : experiment.stages()) {
			if (stage instanceof ExperimentIr.Train t && t.network().energy() != null) {
				for (NetworkIr.Layer layer : t.network().layers()) {
					look(t.network(), layer, t.rule(), found);
				}
			}
		}
	}

	private static void look(NetworkIr network, NetworkIr.Layer layer, RuleIr rule, Consumer<Finding> found) {
		String name = layer.symbol().name();
		long sweeps = SweepCount.of(rule, layer.symbol());
		if (sweeps < 0) {
			return;
		}
		long units = layer.symbol().type().shape().size();
		for (Meeting m : LayerCoupling.of(network, layer.symbol())) {
			if (m.degree() > 2 && m.degree() < LayerCoupling.MANY && units > NetworkIr.MOST_BY_DIFFERENCES && !layer.kind().equals("real")) {
				found.accept(Rules.finding(Severity.ERROR, "energy.size", m.term().source(), List.of(), m.degree(), name, units, NetworkIr.MOST_BY_DIFFERENCES));
				continue;
			}
			if (layer.kind().equals("softmax")) {
				continue; // of a group one unit is on: its states are drawn at once
			}
			if (m.degree() > 2 && (layer.kind().equals("real") || m.first() < 0)) {
				String degree = m.degree() >= LayerCoupling.MANY ? "no polynomial" : "of degree " + m.degree();
				boolean refused = layer.kind().equals("real") && m.degree() < LayerCoupling.MANY;
				found.accept(Rules.finding(refused ? Severity.ERROR : Severity.WARNING, layer.kind().equals("real") ? "energy.degree" : "energy.differences", m.term().source(), List.of(), degree, name));
				continue;
			}
			Optional<NetworkIr.Parameter> lateral = QuadraticForm.of(m.term()).flatMap(q -> network.parameters().stream().filter(p -> p.symbol() == q.weights().symbol()).findFirst());
			if (lateral.isPresent() && !lateral.get().symmetric()) {
				continue; // told by AsymmetricWeights; this comes up when that is mended
			}
			boolean early = sweeps < 2;
			boolean meant = !early && (lateral.isPresent() || m.first() > 0);
			String consequence = early ? Rules.text("energy.coupled.early", rule.name(), sweeps + (sweeps == 1 ? " sweep" : " sweeps")) : Rules.text(m.degree() > 2 ? "energy.coupled.higher" : "energy.coupled.slow", name);
			found.accept(Rules.finding(meant ? Severity.HINT : Severity.WARNING, "energy.coupled", m.term().source(), List.of(), pair(m), name,
					through(m.term()), meant ? "" : consequence));
		}
	}

	private static String pair(Meeting m) {
		return m.first() > 0 ? "units " + m.first() + " and " + m.second() : "every two units";
	}

	/** The parameters of a term. */
	private static String through(Expr term) {
		Set<String> names = new LinkedHashSet<>();
		collect(term, names);
		return names.isEmpty() ? "" : " through '" + String.join("' and '", names) + "'";
	}

	private static void collect(Expr e, Set<String> names) {
		if (e instanceof Expr.Read r && r.symbol().role() == Symbol.Role.PARAMETER) {
			names.add(r.symbol().name());
		}
		IrTree.children(e).forEach(c -> collect(c, names));
	}
}
