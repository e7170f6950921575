// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.List;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.engine.result.Axis;

/**
 * A fit, done.
 *
 * @param values of the coefficients, SI, in the order of {@code fit.coefficients()}
 * @param errors their standard errors: the jackknife's where the points have replicates, else the covariance's
 * @param replicates of the coefficients, a row each; no rows without Monte-Carlo error
 * @param axis of the abscissa, whole
 * @param points how many of them lie in the range
 * @param curve the formula at the points in range, SI
 * @param abscissae where
 * @param reducedChiSquare NaN when the points have no errors
 */
public record FitResult(ExperimentIr.Fit fit, double[] values, double[] errors, double[][] replicates, Axis axis, int points, double[] abscissae,
		double[] curve, double reducedChiSquare) {
	/** Label, or the observable's name. */
	public String name() {
		return fit.label().isEmpty() ? fit.observable().name() : fit.label();
	}

	public List<String> coefficients() {
		return fit.coefficients().stream().map(s -> s.name()).toList();
	}
}
