// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.network.emit.CompiledProgram;
import org.ergode.compiler.network.emit.Precision;
import org.ergode.compiler.network.plan.Assignment;
import org.ergode.compiler.network.plan.Lowering;
import org.ergode.compiler.network.plan.Program;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.recall.Landscape;
import org.ergode.engine.training.Workspace;

/** Any energy: a change costs what the energy says before it and after it. Slower by a factor of the number of units than {@link org.ergode.engine.recall.Pairwise}. */
final class EnergyLandscape implements Landscape {
	/** Of the energy; a difference of two large sums knows no more. */
	private static final double TIE = 1e-11;

	/** The energy of a network with all its layers given; compiled for one thread at a time. */
	static final class Energy {
		private final Slot energy = new Slot("energy", null, Shape.NUMBER, true);
		private final Map<Slot, Integer> places = new LinkedHashMap<>();
		private final Program program;
		private final String file;
		private final int entries;

		/** @param layers all that do not follow from others, as they lie in a state */
		Energy(NetworkTerms model, List<NetworkIr.Layer> layers) {
			int at = 0;
			for (NetworkIr.Layer l : layers) {
				places.put(model.variable(l.symbol()), at);
				at += (int) l.symbol().type().shape().size();
			}
			entries = at;
			file = model.network.source().file();
			program = Lowering.lower("Energy" + model.network.name(), model.terms, List.of(new Assignment(energy, model.free().read(model.network.energy()), model.network.source())));
		}

		CompiledProgram compile(Workspace workspace) {
			return CompiledProgram.of(program, file, Precision.DOUBLE, 1, workspace);
		}

		/** Operations of an evaluation, about. */
		double cost() {
			return (double) entries * entries;
		}

		private double of(double[] state, CompiledProgram code) {
			places.forEach((slot, at) -> code.set(slot, Arrays.copyOfRange(state, at, at + (int) slot.shape().size())));
			code.run(1);
			return code.get(energy, 1)[0];
		}
	}

	private final Energy energy;
	private final CompiledProgram code;
	private double[] x;
	private double now;

	/** @param code of the energy, which other states of the same thread may use too */
	EnergyLandscape(Energy energy, CompiledProgram code) {
		this.energy = energy;
		this.code = code;
	}

	@Override
	public void enter(double[] state) {
		x = state.clone();
		now = energy.of(x, code);
	}

	@Override
	public double difference(int i, double a, int j, double b) {
		double before = x[i];
		double other = j == NONE ? 0 : x[j];
		put(i, a, j, b);
		double then = energy.of(x, code);
		put(i, before, j, other);
		return then - now;
	}

	private void put(int i, double a, int j, double b) {
		x[i] = a;
		if (j != NONE) {
			x[j] = b;
		}
	}

	@Override
	public void move(int i, double a, int j, double b) {
		put(i, a, j, b);
		now = energy.of(x, code);
	}

	@Override
	public double rounding(int i) {
		return TIE * Math.abs(now);
	}
}
