// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.step;

import java.util.Arrays;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;

/**
 * A value as it is now.
 *
 * @param kind {@code data}, {@code layer}, {@code parameter}, {@code state}, {@code let}, {@code loss}, {@code time}, {@code waiting}, {@code jump}, {@code noise}
 * @param shape of one value
 * @param unit in which its author would write it, {@code um/s}; empty for a pure number @param scale SI of one such unit
 * @param samples of the batch, each with a value; 0: one value for all
 * @param numbers SI, row-major, one sample after the other; not to be modified
 * @param changed whether it has become another since the last stop
 */
public record StepValue(String name, String kind, Shape shape, Dimension dimension, String unit, double scale, int samples, double[] numbers, boolean changed) {
	/** {@code [6, 4]}, {@code 10 x [6]} for a batch of 10; empty for a number. */
	public String shapeText() {
		String one = shape.isNumber() ? "" : shape.toString();
		return samples == 0 ? one : samples + (one.isEmpty() ? " x 1" : " x " + one);
	}

	/** @return the numbers in the {@link #unit} */
	public double[] inUnit() {
		return scale == 1 ? numbers : Arrays.stream(numbers).map(x -> x / scale).toArray();
	}

	/** {@code 0.5}, {@code 1, 0, 1, 1}, or of many their range and mean; in the {@link #unit}. */
	public String text() {
		double[] shown = inUnit();
		if (shown.length <= 6) {
			return String.join(", ", Arrays.stream(shown).mapToObj(Quantities::number).toList());
		}
		double low = Arrays.stream(shown).min().orElse(0);
		double high = Arrays.stream(shown).max().orElse(0);
		double mean = Arrays.stream(shown).average().orElse(0);
		return low == high ? "all " + Quantities.number(low) : Quantities.number(low) + " … " + Quantities.number(high) + ", mean " + Quantities.number(mean);
	}

	/** Rows of it as a table: of a vector its entries, of a batch its samples. */
	public int rows() {
		return samples > 0 ? samples : shape.rows();
	}

	public int columns() {
		return numbers.length / Math.max(1, rows());
	}
}
