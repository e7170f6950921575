// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.Map;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.symbolic.NetworkProblem;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.training.DataSet;

/**
 * Which columns of a data set fill which layers: the inputs' columns fill the input or visible layers in order; the targets' fill {@code target}, or
 * the next visible layers where there is no output layer.
 */
final class Columns {
	private final NetworkTerms model;

	Columns(NetworkTerms model) {
		this.model = model;
	}

	/** @throws NetworkProblem if the columns are not as many as the layers have entries */
	void check(DataSet data, DataIr ir) {
		long layers = model.columns().values().stream().mapToLong(s -> s.shape().size()).sum();
		boolean more = model.target() == null && layers > data.inputs().width();
		int columns = data.inputs().width() + (more ? data.targets().width() : 0);
		if (columns != layers) {
			throw new NetworkProblem(ir.source(), "network.columns", "data '%s' has %d columns, but the input or visible layers of '%s' have %d entries%s".formatted(data.name(), columns,
					model.network.name(), layers, columns > layers && ir instanceof DataIr.File ? "; 'features = %d' takes the first ones, and the rest as targets".formatted(layers) : ""));
		}
		if (model.target() != null && data.targets().width() != 0 && data.targets().width() != model.target().shape().size()) {
			throw new NetworkProblem(ir.source(), "network.columns", "data '%s' has %d target columns, but the output layer of '%s' has %d entries".formatted(data.name(),
					data.targets().width(), model.network.name(), model.target().shape().size()));
		}
	}

	/** Copies samples to the program's places. */
	void fill(CompiledProgram program, DataSet data, int[] order, int from, int count) {
		int at = 0;
		for (Map.Entry<Symbol, Slot> e : model.columns().entrySet()) {
			boolean beyond = at >= data.inputs().width();
			program.gather(e.getValue(), beyond ? data.targets().from(at - data.inputs().width()) : data.inputs().from(at), order, from, count);
			at += (int) e.getValue().shape().size();
		}
		if (model.target() != null && data.targets().width() > 0) {
			program.gather(model.target(), data.targets(), order, from, count);
		}
	}
}
