// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.result;

import org.ergode.engine.quantity.Dimension;

/**
 * One {@code expect} line, judged.
 *
 * @param text as written in the model
 * @param line in the model's file, from 1
 * @param condition of the sweep point it was judged at, such as {@code Fractional.alpha = 0.3}; empty without sweep
 * @param found value in SI
 * @param error Monte-Carlo standard error of {@code found}, SI; NaN when the run has none
 * @param expected in SI
 * @param tolerance in SI; NaN for an inequality
 * @param dimension of the figures
 * @param met the verdict; a NaN is never met
 */
public record Claim(String text, int line, String condition, double found, double error, double expected, double tolerance,
		Dimension dimension, boolean met) {

	/** The same claim of a run at a point of a sweep. */
	public Claim at(String point) {
		return new Claim(text, line, point, found, error, expected, tolerance, dimension, met);
	}

	/**
	 * How many times as many independent walkers would bring the Monte-Carlo error down to the tolerance: errors fall with the square
	 * root of the ensemble. Above 1 the verdict is a matter of luck.
	 *
	 * @return NaN without a tolerance or without an error; infinite for a tolerance of 0
	 */
	public double replication() {
		double ratio = error / tolerance;
		return ratio * ratio;
	}
}
