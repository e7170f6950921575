// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.backprop;

import java.util.List;
import org.ergode.unit.Example;
import org.ergode.unit.Unit;

/** Perceptrons and multilayer networks: learning from an error. */
public final class BackpropUnit implements Unit {
	@Override
	public String name() {
		return "backprop";
	}

	@Override
	public String title() {
		return "Perceptrons and backpropagation";
	}

	@Override
	public List<String> libraries() {
		return List.of("backprop/rules.erg");
	}

	@Override
	public List<Example> examples() {
		return List.of(
				example("perceptron", "Rosenblatt's perceptron learns AND and cannot learn XOR"),
				example("mlp-digits", "A multilayer network reads digits, its gradient checked (Rumelhart, Hinton and Williams 1986)", "digits.csv.gz"),
				example("oja", "A rule of one's own: Oja's neuron finds the first principal component"));
	}

	/** Handwritten digits of the UCI repository, CC BY 4.0; see the README beside them. */
	@Override
	public List<String> dataSets() {
		return List.of("data/digits.csv.gz");
	}

	private static Example example(String name, String title, String... data) {
		return new Example(name, title, "models/" + name + ".erg", List.of(data));
	}
}
