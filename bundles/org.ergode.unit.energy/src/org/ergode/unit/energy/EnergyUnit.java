// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.energy;

import java.util.List;
import org.ergode.unit.Example;
import org.ergode.unit.Unit;

/** Networks with an energy: Hopfield nets, Boltzmann machines and what is stacked from them. */
public final class EnergyUnit implements Unit {
	@Override
	public String name() {
		return "energy";
	}

	@Override
	public String title() {
		return "Energy-based networks";
	}

	@Override
	public List<String> libraries() {
		return List.of("energy/rules.erg");
	}

	@Override
	public List<Example> examples() {
		return List.of(
				example("hopfield", "Memories are minima of the energy, until there are too many (Hopfield 1982)"),
				example("encoder", "A Boltzmann machine finds a code for four patterns (Ackley, Hinton and Sejnowski 1985)"),
				example("rbm-digits", "A restricted Boltzmann machine learns the strokes of digits", "digits.csv.gz"),
				example("dbn-digits", "Layers trained greedily, then fine-tuned (Hinton and Salakhutdinov 2006)", "digits.csv.gz"));
	}

	@Override
	public List<String> dataSets() {
		return List.of("data/letters.npy", "data/letters.idx");
	}

	private static Example example(String name, String title, String... data) {
		return new Example(name, title, "models/" + name + ".erg", List.of(data));
	}
}
