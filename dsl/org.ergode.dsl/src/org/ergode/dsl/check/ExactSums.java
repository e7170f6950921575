// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.elaborate.Severity;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;

/**
 * What is exact is a sum over states: of all units for {@code log_likelihood}, {@code kl_divergence} and {@code log_partition}, of a hidden layer whose
 * units see each other for {@code free_energy}. An observation that the run would have to refuse is refused here.
 */
final class ExactSums implements Rule {
	private static final Set<String> OF_ALL = Set.of("log_likelihood", "kl_divergence", "log_partition");

	@Override
	public void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		for (ExperimentIr.Observe o : experiment.observes()) {
			if (o.stage() >= 0 && experiment.stages().get(o.stage()) instanceof ExperimentIr.Train t) {
				IrTree.any(o.value(), e -> {
					if (e instanceof Expr.Special s && OF_ALL.contains(s.name())) {
						all(s, t.network(), o.data() == null ? t.data() : o.data(), found);
					} else if (e instanceof Expr.Special s && s.name().equals("free_energy")) {
						hidden(s, t.network(), found);
					}
					return false;
				});
			}
		}
	}

	private static void refuse(Consumer<Finding> found, String code, Expr at, Object... arguments) {
		found.accept(Rules.finding(Severity.ERROR, code, at.source(), List.of(), arguments));
	}

	private static void all(Expr.Special s, NetworkIr network, DataIr data, Consumer<Finding> found) {
		if (network.energy() == null) {
			refuse(found, "exact.energy", s, s.name(), network.name());
			return;
		}
		double states = 1;
		for (NetworkIr.Layer l : network.layers()) {
			long units = l.symbol().type().shape().size();
			if (l.value() == null && !Set.of("binary", "spin", "softmax").contains(l.kind())) {
				refuse(found, "exact.kind", s, l.symbol().name(), l.kind());
				return;
			}
			states *= l.value() != null ? 1 : l.kind().equals("softmax") ? units : Math.pow(2, units);
		}
		if (states > NetworkIr.MOST_STATES) {
			refuse(found, "exact.states", s, network.name(), String.format(Locale.ROOT, "%.3g", states), NetworkIr.MOST_STATES);
		} else if (!s.name().equals("log_partition") && whole(data) instanceof DataIr.LayerOf of) {
			refuse(found, "exact.means", s, s.name(), data.name(), of.layer().name());
		}
	}

	private static DataIr whole(DataIr data) {
		return data instanceof DataIr.Part p ? whole(p.whole()) : data;
	}

	private static void hidden(Expr.Special s, NetworkIr network, Consumer<Finding> found) {
		if (network.energy() == null) {
			refuse(found, "exact.energy", s, s.name(), network.name());
			return;
		}
		List<NetworkIr.Layer> layers = network.layers().stream().filter(l -> l.value() == null && l.role() == NetworkIr.Role.HIDDEN).toList();
		for (NetworkIr.Layer l : layers) {
			long units = l.symbol().type().shape().size();
			boolean seen = !LayerCoupling.of(network, l.symbol()).isEmpty() || layers.subList(0, layers.indexOf(l)).stream().anyMatch(before -> meet(network, before.symbol(), l.symbol()));
			boolean summed = switch (l.kind()) {
				case "softmax" -> units <= 1 << NetworkIr.MOST_SUMMED;
				case "real" -> false;
				default -> units <= NetworkIr.MOST_SUMMED;
			};
			if (seen && !summed) {
				refuse(found, "exact.coupled", s, l.symbol().name(), NetworkIr.MOST_SUMMED, units, l.kind());
				return;
			}
		}
	}

	/** Whether some term has both: when one is summed out, the units of the other see each other through it. */
	private static boolean meet(NetworkIr network, Symbol a, Symbol b) {
		return EnergyTerms.of(network).stream().anyMatch(term -> reads(term, a) && reads(term, b));
	}

	private static boolean reads(Expr term, Symbol symbol) {
		return IrTree.any(term, e -> e instanceof Expr.Read r && r.symbol() == symbol);
	}
}
