// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.ArrayList;
import java.util.List;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/**
 * The type of an expression: the shape of one value, its dimension, and what it varies over.
 *
 * <p>{@code over} says it without lengths: in {@code mean(x^2)}, {@code x} varies over WALKER and TIME while simulating, a layer
 * over SAMPLE while training, and the result of {@code mean} over TIME (the grid of its {@code observe}) or not at all.
 */
public record Type(Shape shape, Dimension dimension, List<Axis.Kind> over) {
	public static final Type NUMBER = of(Shape.NUMBER, Dimension.NONE);

	public Type {
		over = List.copyOf(over);
	}

	public static Type of(Shape shape, Dimension dimension, Axis.Kind... over) {
		return new Type(shape, dimension, List.of(over));
	}

	public Type withShape(Shape s) {
		return new Type(s, dimension, over);
	}

	public Type withDimension(Dimension d) {
		return new Type(shape, d, over);
	}

	public boolean varies(Axis.Kind kind) {
		return over.contains(kind);
	}

	/** Dimensions of the space that it varies in; 0 where it does not. */
	public int space() {
		return (int) over.stream().filter(Axis.Kind::isSpace).count();
	}

	/** Without CELL it does not vary in space at all. */
	public Type without(Axis.Kind kind) {
		List<Axis.Kind> rest = new ArrayList<>(over);
		rest.removeIf(k -> k == kind || kind == Axis.Kind.CELL && k.isSpace());
		return new Type(shape, dimension, rest);
	}

	/** What either varies over, in the order of {@link Axis.Kind}. */
	public static List<Axis.Kind> union(List<Axis.Kind> a, List<Axis.Kind> b) {
		List<Axis.Kind> u = new ArrayList<>(a);
		b.stream().filter(k -> !u.contains(k)).forEach(u::add);
		u.sort(null);
		return u;
	}
}
