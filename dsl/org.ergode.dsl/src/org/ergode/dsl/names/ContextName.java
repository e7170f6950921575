// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

/** Names that a context brings with it, without a declaration in the text. */
public enum ContextName {
	TIME("t", "The time."),
	POSITION("x", "The position of the walker."),
	NOISE("xi", "Unit white noise, in s^-1/2."),
	DIRECTION("direction", "A random unit vector, drawn for each jump."),
	EPOCH("epoch", "The number of epochs trained, from 1."),
	BATCH("batch", "The number of batches trained in this epoch, from 1."),
	TARGET("target", "What the output layer should answer for a sample."),
	DATA("data", "The visible part of a sample, or the distribution of the samples."),
	MODEL("model", "The distribution that the network stands for."),
	PATTERN("pattern", "The memory that a recall started from."),
	FIT("fit", "The fitted curve."),
	LAST("last", "The last recorded value."),
	PI("pi", "The circle's circumference over its diameter."),
	INFINITY("infinity", "More than any number.");

	private final String text;
	private final String documentation;

	ContextName(String text, String documentation) {
		this.text = text;
		this.documentation = documentation;
	}

	public String text() {
		return text;
	}

	public String documentation() {
		return documentation;
	}
}
