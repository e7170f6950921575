// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;

/**
 * A place that a program reads and may write: a parameter, a rule's state, a column group of the data. Compared by identity.
 */
public final class Slot {
	private final String name;
	private final Symbol symbol;
	private final Shape shape;
	private final boolean sampled;

	/**
	 * @param symbol what the model calls it, or null
	 * @param sampled whether it has one value for each sample
	 */
	public Slot(String name, Symbol symbol, Shape shape, boolean sampled) {
		this.name = name;
		this.symbol = symbol;
		this.shape = shape;
		this.sampled = sampled;
	}

	public static Slot of(Symbol symbol, boolean sampled) {
		return new Slot(symbol.name(), symbol, symbol.type().shape(), sampled);
	}

	public String name() {
		return name;
	}

	public Symbol symbol() {
		return symbol;
	}

	public Shape shape() {
		return shape;
	}

	public boolean sampled() {
		return sampled;
	}

	@Override
	public String toString() {
		return name;
	}
}
