// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.Arrays;
import java.util.List;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;

/**
 * A derived figure, or many, with its jackknife replicates.
 *
 * @param value of the columns as they are
 * @param replicates the same of each replicate; empty without Monte-Carlo error
 */
public record Estimate(double[] value, List<Axis> axes, double[][] replicates) {
	static Estimate of(Value value, List<Value> replicates) {
		return new Estimate(value.data(), value.axes(), replicates.stream().map(Value::data).toArray(double[][]::new));
	}

	/** One standard error of each value; NaN without replicates. */
	public double[] errors() {
		return new Column("", Dimension.NONE, List.of(), value, replicates).errors();
	}

	/** Standard error of one value. */
	double error(int i) {
		double[][] single = Arrays.stream(replicates).map(r -> new double[] {r[i]}).toArray(double[][]::new);
		return new Column("", Dimension.NONE, List.of(), new double[] {value[i]}, single).errors()[0];
	}

	/** The numbers at each place over the axes: as many as there are components. */
	Value laidOut() {
		return new Value(Shape.vector((int) (value.length / Axis.size(axes))), axes, value);
	}
}
