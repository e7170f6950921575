// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.util.List;

/** A unit with what a test gives it. */
class TestUnit implements Unit {
	private final String name;
	private List<String> libraries = List.of();
	private List<FunctionPrimitive> functions = List.of();
	private List<String> dataSets = List.of();
	private List<Example> examples = List.of();

	TestUnit(String name) {
		this.name = name;
	}

	TestUnit libraries(String... paths) {
		libraries = List.of(paths);
		return this;
	}

	TestUnit functions(FunctionPrimitive... primitives) {
		functions = List.of(primitives);
		return this;
	}

	TestUnit dataSets(String... paths) {
		dataSets = List.of(paths);
		return this;
	}

	TestUnit examples(Example... models) {
		examples = List.of(models);
		return this;
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public String title() {
		return "A unit of a test";
	}

	@Override
	public List<String> libraries() {
		return libraries;
	}

	@Override
	public List<FunctionPrimitive> functions() {
		return functions;
	}

	@Override
	public List<String> dataSets() {
		return dataSets;
	}

	@Override
	public List<Example> examples() {
		return examples;
	}
}
