// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.List;
import org.ergode.engine.quantity.Shape;

/**
 * A learning rule, elaborated for one network with the values of its arguments: {@code for each parameter} is unrolled (over parameters that the network borrows from others too), rule
 * parameters are constants, roles of layers are lists of layers.
 *
 * <p>The text speaks of one sample. Over a batch, a phase runs for every sample of it, and the right side of an update is its mean over the batch.
 *
 * @param batch samples of an update where the training does not say how many; {@link #ALL}, or 0 if the rule does not say either
 */
public record RuleIr(String name, List<Statement> statements, List<RuleState> states, int batch, Source source) {
	/** A batch of all samples that there are. */
	public static final int ALL = Integer.MAX_VALUE;
	/** A batch draws at most so many layers, since each draw is written out; so nothing is repeated more often. */
	public static final int MOST_DRAWS = 20_000;

	/** Without a word on the batch. */
	public RuleIr(String name, List<Statement> statements, List<RuleState> states, Source source) {
		this(name, statements, states, 0, source);
	}

	/** A tensor that the rule keeps between batches, such as a velocity; one for each sample of a batch where its symbol varies over SAMPLE. */
	public record RuleState(Symbol symbol, Shape shape, Expr start, Source source) {
	}

	/** In the order of the text; each knows its line in the library or the model. */
	public sealed interface Statement {
		Source source();
	}

	public record Phase(String name, List<Statement> statements, Source source) implements Statement {
	}

	/** Layers held at values; {@code data} fills several layers in order. @param noise null for none */
	public record Clamp(List<Symbol> layers, Expr value, Expr noise, Source source) implements Statement {
	}

	/** Layers drawn from their conditionals given all others, in this order. @param temperature null for 1 */
	public record Sample(List<Symbol> layers, Expr temperature, Source source) implements Statement {
	}

	public record Repeat(Expr count, List<Statement> statements, Source source) implements Statement {
	}

	/** Over entries with one value (or two) each. */
	public record ForEach(List<Symbol> variables, List<List<Expr>> entries, List<Statement> statements, Source source) implements Statement {
	}

	public record Assign(Let let, Source source) implements Statement {
	}

	/** {@code update target = value}: {@code +=} and {@code -=} are written out by {@code sign}: +1, -1, and 0 for {@code =}. */
	public record Update(Symbol target, int sign, Expr value, Source source) implements Statement {
	}
}
