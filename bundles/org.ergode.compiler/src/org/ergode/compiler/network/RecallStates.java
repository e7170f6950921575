// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.recall.Units;
import org.ergode.engine.training.DataSet;
import org.ergode.engine.training.Rows;

/** How the layers of a network lie in one state after another, which of them are updated, and where rows of data begin. */
final class RecallStates {
	private final NetworkTerms model;
	private final List<NetworkIr.Layer> layers;
	private final Map<Symbol, Integer> places = new LinkedHashMap<>();
	private final Units visible;
	private final Units units;

	/** @throws NetworkProblem if there is nothing to update, or a layer's units are of a type that no energy draws */
	RecallStates(NetworkTerms model) {
		this.model = model;
		layers = model.network.layers().stream().filter(l -> l.value() == null).toList();
		int at = 0;
		for (NetworkIr.Layer l : layers) {
			places.put(l.symbol(), at);
			at += size(l);
			if (l.kind().equals("real")) {
				model.free().conditional(l.symbol()); // says what is wrong with an energy that does not bind them
			}
		}
		visible = with(Units.of(at), NetworkIr.Role.VISIBLE);
		units = with(with(visible, NetworkIr.Role.HIDDEN), NetworkIr.Role.OUTPUT);
		if (units.count() == 0) {
			throw new NetworkProblem(model.network.source(), "network.units", "'%s' has no units that could be updated".formatted(model.network.name()));
		}
	}

	private Units with(Units before, NetworkIr.Role role) {
		Units all = before;
		for (NetworkIr.Layer l : layers) {
			if (l.role() == role) {
				all = all.add(kind(l), places.get(l.symbol()), size(l));
			}
		}
		return all;
	}

	private static int size(NetworkIr.Layer l) {
		return (int) l.symbol().type().shape().size();
	}

	private static Units.Kind kind(NetworkIr.Layer l) {
		return switch (l.kind()) {
			case "binary" -> Units.Kind.BINARY;
			case "spin" -> Units.Kind.SPIN;
			case "real" -> Units.Kind.REAL;
			case "softmax" -> Units.Kind.GROUP;
			default -> throw new NetworkProblem(l.source(), "network.conditional",
					"units of type '%s' cannot be updated from an energy; expected one of binary, spin, real, softmax".formatted(l.kind()));
		};
	}

	/** All that do not follow from others, in the order of a state. */
	List<NetworkIr.Layer> layers() {
		return layers;
	}

	/** @return the part of a state that is a layer's; copied */
	double[] of(NetworkIr.Layer layer, double[] state) {
		int at = places.get(layer.symbol());
		return Arrays.copyOfRange(state, at, at + size(layer));
	}

	/** @return as a reader names an entry of a state: {@code s[3]} */
	String nameOf(int entry) {
		NetworkIr.Layer layer = layers.stream().filter(l -> places.get(l.symbol()) <= entry && entry < places.get(l.symbol()) + size(l)).findFirst().orElseThrow();
		return layer.symbol().name() + (size(layer) == 1 ? "" : "[" + (entry - places.get(layer.symbol()) + 1) + "]");
	}

	/** Units that are corrupted. */
	Units visible() {
		return visible;
	}

	/** Units that are updated, the visible ones first. */
	Units units() {
		return units;
	}

	/** @return where a layer begins in a state, by the slot that stands for it */
	Map<Slot, Integer> places() {
		Map<Slot, Integer> slots = new LinkedHashMap<>();
		places.forEach((layer, at) -> slots.put(model.variable(layer), at));
		return slots;
	}

	/** @return a state for each row of the data, hidden units at 0 */
	double[][] read(DataSet data, Source source) {
		double[][] states = new double[data.size()][units.entries()];
		int column = 0;
		for (NetworkIr.Layer l : layers) {
			if (model.columns().containsKey(l.symbol())) {
				boolean beyond = column >= data.inputs().width();
				Rows rows = beyond ? data.targets().from(column - data.inputs().width()) : data.inputs().from(column);
				for (int row = 0; row < states.length; row++) {
					read(l, rows, row, states[row], data.name(), source);
				}
				column += size(l);
			}
		}
		return states;
	}

	/** A binary unit takes a shade between 0 and 1 for the nearer of them, a group its largest entry; a spin is -1 or 1. */
	private void read(NetworkIr.Layer l, Rows rows, int row, double[] state, String name, Source source) {
		int at = places.get(l.symbol());
		int largest = 0;
		for (int j = 0; j < size(l); j++) {
			double x = rows.all()[row * rows.width() + rows.at() + j];
			boolean held = l.role() == NetworkIr.Role.INPUT || l.kind().equals("real");
			if (!held && (l.kind().equals("spin") ? Math.abs(x) != 1 : !(x >= 0 && x <= 1))) {
				throw new NetworkProblem(source, "network.states", String.format(Locale.ROOT, "row %d of the data '%s' has %s for a %s unit of '%s', which is %s", row + 1, name, x, l.kind(),
						l.symbol().name(), l.kind().equals("spin") ? "-1 or 1" : "0 or 1, or a shade between"));
			}
			largest = x > rows.all()[row * rows.width() + rows.at() + largest] ? j : largest;
			state[at + j] = held || l.kind().equals("spin") ? x : l.kind().equals("binary") ? x > 0.5 ? 1 : 0 : 0;
		}
		if (l.kind().equals("softmax") && l.role() != NetworkIr.Role.INPUT) {
			state[at + largest] = 1;
		}
	}
}
