// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

import java.util.List;
import java.util.Map;
import org.ergode.compiler.network.symbolic.Fn;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.ir.Source;

/** What a program does, in order. Each step writes {@code out} and knows the line it came from. */
public sealed interface Step {
	Source source();

	/**
	 * {@code out = alpha op(a) op(b)}, or added to what is there.
	 *
	 * @param form which operand is stored transposed: {@code NN}, {@code NT}, {@code TN}
	 * @param sparse whether {@code a} is expected to have many zeros
	 * @param overSamples alpha is divided by the number of samples
	 */
	record Gemm(Form form, Extent m, Extent n, Extent k, double alpha, boolean overSamples, Buffer a, Buffer b, boolean add, boolean sparse, Buffer out,
			Source source) implements Step {
	}

	enum Form { NN, NT, TN }

	/** For each sample {@code out = a b}; an operand that all samples share has stride 0. */
	record SampleProducts(int m, int k, int n, Buffer a, Buffer b, Buffer out, Source source) implements Step {
	}

	/**
	 * One pass that computes several expressions of the same entries.
	 *
	 * @param rows outer extent; 1 when one index serves all operands
	 * @param columns inner extent
	 * @param inputs what the expressions read, by how they read it
	 * @param results expressions and where they go, in order; a later one may use an earlier one's value
	 */
	record Loop(Extent rows, Extent columns, Map<Term, Input> inputs, List<Result> results, Source source) implements Step {
		/** Whether one index serves all. */
		public boolean flat() {
			return !rows.bySamples() && rows.factor() == 1;
		}
	}

	record Input(Buffer buffer, Access access) {
	}

	record Result(Term value, Buffer out) {
	}

	/** How an operand is indexed at row r, column c: {@code [r*C + c]}, {@code [c]}, {@code [r]}, {@code [0]}. */
	enum Access { FULL, BY_COLUMN, BY_ROW, SINGLE }

	/** A function over all entries by a kernel. */
	record Apply(Fn function, List<Buffer> in, Buffer out, Source source) implements Step {
	}

	/** A column of numbers in each row: {@code out[r, c] = in[c]}. */
	record Spread(Buffer in, Buffer out, Source source) implements Step {
	}

	/** Of the entries of each value. */
	record OfEach(What what, Buffer in, Buffer out, Source source) implements Step {
	}

	enum What { SUM, LARGEST, SMALLEST, ARGMAX, SOFTMAX, LOG_SUM_EXP }

	/** Over the samples, entry by entry. */
	record Across(Op.Reduction reduction, Buffer in, Buffer out, Source source) implements Step {
	}

	/** Of each value, {@code rows} by {@code columns} before. */
	record Transpose(int rows, int columns, Buffer in, Buffer out, Source source) implements Step {
	}

	/** A block of each value, copied from one place to another; the rest of {@code out} is zero if {@code clear}. */
	record Move(int rows, int columns, int from, int fromStride, int to, int toStride, boolean clear, Buffer in, Buffer out, Source source) implements Step {
	}

	record Draw(Op.Noise noise, Buffer out, Source source) implements Step {
	}

	record Categories(Buffer p, Buffer uniform, Buffer out, Source source) implements Step {
	}

	record Sequential(Op.Units units, Buffer free, Buffer coupling, Buffer before, Buffer temperature, Buffer noise, Buffer out, Source source) implements Step {
	}

	/** A number or literal in every entry; once, before the first run. */
	record Literal(double[] values, Buffer out, Source source) implements Step {
	}

	record Copy(Buffer in, Buffer out, Source source) implements Step {
	}
}
