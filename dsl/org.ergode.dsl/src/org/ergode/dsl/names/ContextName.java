// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import java.util.Optional;
import java.util.stream.Stream;
import org.ergode.engine.quantity.Dimension;

/** Names that a context brings with it, without a declaration in the text. */
public enum ContextName {
	TIME("t", "The time."),
	POSITION("x", "The position of the walker."),
	NOISE("xi", "Unit white noise, in s^-1/2. `xi_v`, and any other `xi_…`, is independent of it; that of a state `v` has its shape."),
	DIRECTION("direction", "A random unit vector, drawn for each jump."),
	EPOCH("epoch", "The number of epochs trained, from 1."),
	BATCH("batch", "The number of batches trained in this epoch, from 1."),
	TARGET("target", "What the output layer should answer for a sample."),
	DATA("data", "The visible part of a sample, or the distribution of the samples."),
	MODEL("model", "The distribution that the network stands for."),
	PATTERN("pattern", "The memory that a recall started from."),
	FIT("fit", "The fitted curve."),
	LAST("last", "The last recorded value."),
	PI("pi", "The circle's circumference over its diameter.", Math.PI, Dimension.NONE),
	INFINITY("infinity", "More than any number.", Double.POSITIVE_INFINITY, Dimension.NONE),
	BOLTZMANN("k_B", "Boltzmann's constant, 1.380649e-23 J/K, exact in the SI since 2019.", 1.380649e-23, Dimension.of(2, 1, -2, 0, -1, 0, 0)),
	AVOGADRO("N_A", "Avogadro's constant, 6.02214076e23 /mol, exact in the SI since 2019.", 6.02214076e23, Dimension.of(0, 0, 0, 0, 0, -1, 0)),
	CHARGE("q_e", "The elementary charge, 1.602176634e-19 C, exact in the SI since 2019.", 1.602176634e-19, Dimension.of(0, 0, 1, 1, 0, 0, 0));

	/** What a constant of mathematics or of nature is, in SI base units. */
	public record Constant(double value, Dimension dimension) {
	}

	private final String text;
	private final String documentation;
	private final Optional<Constant> constant;

	ContextName(String text, String documentation) {
		this(text, documentation, Optional.empty());
	}

	ContextName(String text, String documentation, double value, Dimension dimension) {
		this(text, documentation, Optional.of(new Constant(value, dimension)));
	}

	ContextName(String text, String documentation, Optional<Constant> constant) {
		this.text = text;
		this.documentation = documentation;
		this.constant = constant;
	}

	/** The names that mean the same everywhere, where nothing shadows them. */
	static Stream<ContextName> constants() {
		return Stream.of(values()).filter(n -> n.constant.isPresent());
	}

	/** Its value; empty for a name whose value its context gives. */
	public Optional<Constant> constant() {
		return constant;
	}

	public String text() {
		return text;
	}

	public String documentation() {
		return documentation;
	}
}
