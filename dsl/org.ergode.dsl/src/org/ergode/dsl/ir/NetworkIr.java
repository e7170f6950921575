// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.List;

/**
 * A network. Layers and lets vary over SAMPLE, parameters do not.
 *
 * @param layers in the order of the text
 * @param energy a number by sample, or null
 * @param loss a number by sample, or null
 * @param target the symbol that {@code target} reads, with the shape of the output layer; null without one
 */
public record NetworkIr(String name, List<Layer> layers, List<Parameter> parameters, List<Let> lets, Expr energy, Expr loss, Symbol target,
		Symbol data, Symbol model, Source source) {
	/** Discrete units of a layer in an energy of higher order, which are drawn from differences of the energy. */
	public static final int MOST_BY_DIFFERENCES = 64;
	/** Discrete units of a hidden layer that see each other, of which a free energy sums the states one by one; of a softmax group as many states. */
	public static final int MOST_SUMMED = 8;
	/** States of a whole network that are summed. */
	public static final long MOST_STATES = 1L << 20;

	/** Whether there is a loss or an energy, whose gradient is derived. */
	public boolean hasGradient() {
		return loss != null || energy != null;
	}

	/** @param kind unit type: {@code binary}, {@code spin}, {@code real}, {@code softmax}, {@code relu}, …; @param value how it follows from others, or null */
	public record Layer(Role role, Symbol symbol, String kind, Expr value, Source source) {
	}

	public enum Role { INPUT, VISIBLE, HIDDEN, OUTPUT }

	/** @param value or {@code law}: the other is null */
	public record Parameter(Symbol symbol, boolean symmetric, boolean zeroDiagonal, Expr value, LawIr law, Source source) {
	}
}
