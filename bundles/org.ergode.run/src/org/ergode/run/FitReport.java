// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.util.List;
import org.ergode.engine.quantity.Dimension;

/**
 * A fitted formula.
 *
 * @param name label, or the name of the observable
 * @param formula as written in the model
 * @param condition the sweep point; empty without sweep
 * @param points how many points were fitted
 * @param reducedChiSquare NaN when the points have no errors
 */
public record FitReport(String name, String observable, String formula, String condition, List<Coefficient> coefficients, int points,
		double reducedChiSquare) {
	public FitReport {
		coefficients = List.copyOf(coefficients);
	}

	/**
	 * @param value in SI
	 * @param error standard error in SI
	 * @param text value and error in the author's units
	 */
	public record Coefficient(String name, double value, double error, Dimension dimension, String text) {
	}
}
