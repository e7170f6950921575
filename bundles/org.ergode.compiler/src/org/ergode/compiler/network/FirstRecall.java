// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.StageWatch;
import org.ergode.compiler.StageWatch.Moment;
import org.ergode.compiler.StageWatch.Value;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.dsl.ir.ExperimentIr.Recall;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.recall.Dynamics;
import org.ergode.engine.recall.Recalls;

/** Shows how the first pattern settles, unit by unit, until it is stable. All patterns go on together: each has a stream of its own, so it does not matter to them. */
final class FirstRecall {
	private final Recall recall;
	private final RecallStates states;
	private final StageWatch watch;
	private final double[] state;
	private final int patterns;
	private final List<Value> fixed = new ArrayList<>();

	/** @param at states of the patterns before they are corrupted; that of the first is looked at as it changes */
	FirstRecall(Recall recall, NetworkTerms model, RecallStates states, double[][] at, Map<Slot, double[]> tensors, StageWatch watch) {
		this.recall = recall;
		this.states = states;
		this.watch = watch;
		state = at[0];
		patterns = at.length;
		List<NetworkIr.Layer> given = states.layers().stream().filter(l -> model.columns().containsKey(l.symbol())).toList();
		for (NetworkIr.Layer l : given) {
			fixed.add(value(given.size() == 1 ? "pattern" : "pattern of " + l.symbol().name(), "data", l.symbol(), states.of(l, state)));
		}
		model.tensors().forEach((symbol, slot) -> fixed.add(new Value(symbol.name(), "parameter", slot.shape(), symbol.type().dimension(), 0, tensors.get(slot).clone())));
	}

	private static Value value(String name, String kind, Symbol symbol, double[] numbers) {
		return new Value(name, kind, symbol.type().shape(), Dimension.NONE, 0, numbers);
	}

	/**
	 * Lets all recalls go on, update by update, as long as somebody looks.
	 *
	 * @param from updates of each unit so far @param to where to stop
	 * @return how far they are
	 */
	long show(Recalls recalls, Dynamics first, long from, long to) {
		long now = from;
		int sweep = states.units().count();
		for (; now < to && !first.isStable() && watch.isWanted(); now++) {
			List<Value> values = new ArrayList<>();
			states.layers().forEach(l -> values.add(value(l.symbol().name(), "layer", l.symbol(), states.of(l, state))));
			values.addAll(fixed);
			watch.moment(new Moment(recall, List.of(recall.source()), List.of("recall " + recall.network().name(), "pattern 1 of " + patterns, "sweep " + (now / sweep + 1),
					"update " + (now % sweep + 1) + " of " + sweep + ": " + states.nameOf(first.nextEntry())), now % sweep == 0, true, values));
			recalls.advance(1);
		}
		return now;
	}
}
