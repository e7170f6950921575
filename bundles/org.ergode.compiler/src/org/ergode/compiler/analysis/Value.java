// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;

/**
 * Numbers of one shape over axes: row-major over the axes, then over the shape.
 *
 * @param axes outermost first; none of kind COMPONENT, which the shape stands for
 * @param data not modified
 */
record Value(Shape shape, List<Axis> axes, double[] data) {
	Value {
		axes = List.copyOf(axes);
		if (data.length != Axis.size(axes) * shape.size()) {
			throw new IllegalArgumentException("%d values do not fill %s over %s".formatted(data.length, shape, axes.stream().map(Axis::name).toList()));
		}
	}

	static Value number(double x) {
		return new Value(Shape.NUMBER, List.of(), new double[] {x});
	}

	static Value over(Axis axis) {
		return new Value(Shape.NUMBER, List.of(axis), axis.coordinates());
	}

	/** @param replicate -1 for the column's own values */
	static Value of(Column column, Shape shape, int replicate) {
		List<Axis> axes = column.axes().stream().filter(a -> a.kind() != Axis.Kind.COMPONENT).toList();
		double[] data = replicate < 0 || column.replicates().length == 0 ? column.values() : column.replicates()[replicate];
		return new Value(shapeOf(column, shape, Axis.size(axes)), axes, data);
	}

	/** The declared shape, or what the column's COMPONENT axes say where that does not fill it. */
	private static Shape shapeOf(Column column, Shape declared, long outer) {
		if (column.values().length == outer * declared.size()) {
			return declared;
		}
		int[] lengths = column.axes().stream().filter(a -> a.kind() == Axis.Kind.COMPONENT).mapToInt(Axis::length).toArray();
		return lengths.length == 2 ? new Shape(lengths[0], lengths[1]) : Shape.vector(lengths[0]);
	}

	Column toColumn(String name, Dimension dimension, double[][] replicates) {
		List<Axis> all = new ArrayList<>(axes);
		if (!shape.isNumber()) {
			all.add(components("row", shape.rows()));
			if (!shape.isVector()) {
				all.add(components("column", shape.columns()));
			}
		}
		return new Column(name, dimension, all, data, replicates);
	}

	private static Axis components(String name, int n) {
		double[] indices = new double[n];
		for (int i = 0; i < n; i++) {
			indices[i] = i + 1;
		}
		return new Axis(name, Axis.Kind.COMPONENT, Dimension.NONE, indices);
	}

	boolean isNumber() {
		return axes.isEmpty() && shape.isNumber();
	}

	/** How many values of the shape there are. */
	int outer() {
		return (int) Axis.size(axes);
	}

	int components() {
		return (int) shape.size();
	}

	/** @return position of the axis of that kind; -1 without one */
	int axis(Axis.Kind kind) {
		for (int i = 0; i < axes.size(); i++) {
			if (axes.get(i).kind() == kind) {
				return i;
			}
		}
		return -1;
	}

	/** All coordinates of space as one axis of cells, innermost; itself with one coordinate. The coordinates of the axis are volumes, summed. */
	Value inOneSpace() {
		List<Axis> space = axes.stream().filter(a -> a.kind().isSpace()).toList();
		if (space.size() < 2) {
			return this;
		}
		List<Axis> others = axes.stream().filter(a -> !a.kind().isSpace()).toList();
		List<Axis> order = new ArrayList<>(others);
		order.addAll(space);
		Value ordered = Broadcast.map(List.of(new Value(Shape.NUMBER, order, new double[(int) Axis.size(order)]), this), null, a -> a[1]);
		double volume = space.stream().mapToDouble(a -> (a.coordinates()[a.length() - 1] - a.coordinates()[0]) / (a.length() - 1)).reduce(1, (a, b) -> a * b);
		double[] places = new double[(int) Axis.size(space)];
		Arrays.setAll(places, i -> i * volume);
		List<Axis> joined = new ArrayList<>(others);
		joined.add(new Axis("cell", Axis.Kind.CELL, Dimension.LENGTH.power(space.size()), places));
		return new Value(shape, joined, ordered.data());
	}
}
