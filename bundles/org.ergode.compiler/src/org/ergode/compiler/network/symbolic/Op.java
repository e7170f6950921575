// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.Arrays;

/** What a {@link Term} is made by. Equal operations of equal arguments are one term. */
public sealed interface Op {

	/** One number in every entry. */
	record Fill(double value) implements Op {
	}

	/** A literal tensor, row-major. */
	record Values(double[] values) implements Op {
		@Override
		public boolean equals(Object o) {
			return o instanceof Values v && Arrays.equals(values, v.values);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(values);
		}
	}

	/** The value of a slot when the program starts. */
	record Leaf(Slot slot) implements Op {
	}

	/** A function of each entry; an argument that is a number serves for all entries. */
	record Each(Fn function) implements Op {
	}

	/** Matrix product. */
	record Product() implements Op {
	}

	record Transpose() implements Op {
	}

	/** The same entries, row-major, in another shape. */
	record Reshape() implements Op {
	}

	/** Of all entries. */
	record Sum() implements Op {
	}

	/** The largest entry, or the smallest. */
	record Extreme(boolean largest) implements Op {
	}

	/** Index of the first largest entry, from 1. */
	record ArgMax() implements Op {
	}

	/** exp(x)/sum(exp(x)) over all entries. */
	record Softmax() implements Op {
	}

	/** log(sum(exp(x))) over all entries, without overflow. */
	record LogSumExp() implements Op {
	}

	/** A part of a tensor, its first entry counted from 0. */
	record Block(int row, int column) implements Op {
	}

	/** A tensor of zeros but for the argument, which begins at this entry. */
	record Embed(int row, int column) implements Op {
	}

	/** Over the samples at hand: one value, of the argument's shape. */
	record OverSamples(Reduction reduction) implements Op {
	}

	enum Reduction { MEAN, SUM, LARGEST, SMALLEST }

	/** Independent numbers for each sample. @param number tells draws apart; streams are consumed in its order */
	record Random(Noise noise, int number) implements Op {
	}

	enum Noise { UNIFORM, NORMAL }

	/** One unit of a softmax group is 1: args are the probabilities and one uniform number. */
	record Category() implements Op {
	}

	/**
	 * Units that see each other, drawn one after the other. Args: the part of the gradient that is free of them, the coupling matrix (which may
	 * have a diagonal), their values before, the temperature, one random number a unit.
	 */
	record Sequential(Units units) implements Op {
	}

	/** Types of units with a conditional distribution. */
	enum Units { BINARY, SPIN, REAL, SOFTMAX }
}
