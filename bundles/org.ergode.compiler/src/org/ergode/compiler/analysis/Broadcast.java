// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** Lays values over the same axes: each is repeated along the axes that it does not have. */
final class Broadcast {
	private final List<Axis> axes;
	private final int[][] outer;

	private Broadcast(List<Axis> axes, int[][] outer) {
		this.axes = axes;
		this.outer = outer;
	}

	static Broadcast of(List<Value> values, Source source) {
		List<Axis> axes = union(values, source);
		int[][] outer = new int[values.size()][];
		for (int v = 0; v < outer.length; v++) {
			outer[v] = positions(values.get(v), axes);
		}
		return new Broadcast(axes, outer);
	}

	private static List<Axis> union(List<Value> values, Source source) {
		List<Axis> axes = new ArrayList<>();
		for (Value value : values) {
			for (Axis axis : value.axes()) {
				Axis same = axes.stream().filter(a -> a.kind() == axis.kind()).findFirst().orElse(null);
				if (same == null) {
					axes.add(axis);
				} else if (!Arrays.equals(same.coordinates(), axis.coordinates())) {
					throw new AnalysisProblem(source, "analysis.grids", "these columns have different values of '%s' (%d and %d of them); observe both at the same"
							.formatted(axis.name(), same.length(), axis.length()));
				}
			}
		}
		return axes;
	}

	/** For each place over the union, the place in the value. */
	private static int[] positions(Value value, List<Axis> axes) {
		int[] positions = new int[(int) Axis.size(axes)];
		int period = 1;
		for (int a = axes.size() - 1; a >= 0; a--) {
			int length = axes.get(a).length();
			int own = value.axis(axes.get(a).kind());
			if (own >= 0) {
				int stride = (int) Axis.size(value.axes().subList(own + 1, value.axes().size()));
				for (int i = 0; i < positions.length; i++) {
					positions[i] += i / period % length * stride;
				}
			}
			period *= length;
		}
		return positions;
	}

	List<Axis> axes() {
		return axes;
	}

	int size() {
		return (int) Axis.size(axes);
	}

	/** Where the value with that index has its entry for place {@code i}. */
	int at(int value, int i) {
		return outer[value][i];
	}

	/** A function of one number from each value. */
	interface Kernel {
		double of(double[] arguments);
	}

	/** Applies elementwise; a number is spread over the shape of the others. */
	static Value map(List<Value> values, Source source, Kernel kernel) {
		Broadcast b = of(values, source);
		Shape shape = values.stream().map(Value::shape).filter(s -> !s.isNumber()).findFirst().orElse(Shape.NUMBER);
		int components = (int) shape.size();
		double[] result = new double[b.size() * components];
		double[] arguments = new double[values.size()];
		for (int i = 0; i < b.size(); i++) {
			for (int c = 0; c < components; c++) {
				for (int v = 0; v < arguments.length; v++) {
					Value value = values.get(v);
					arguments[v] = value.data()[value.shape().isNumber() ? b.at(v, i) : b.at(v, i) * components + c];
				}
				result[i * components + c] = kernel.of(arguments);
			}
		}
		return new Value(shape, b.axes(), result);
	}
}
