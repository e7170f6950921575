// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.result;

import java.util.List;
import org.ergode.engine.quantity.Dimension;

/**
 * A named result: values over axes, in SI, with Monte-Carlo replicates where it came from an ensemble.
 *
 * <p><b>Replicates.</b> An ensemble is split into G groups of blocks; replicate g is the same statistic with group g
 * left out. Whatever is computed from columns (a ratio, a fit, a claim) is computed on each replicate as well, and its
 * Monte-Carlo error is the delete-one jackknife {@code sqrt((G-1)/G * sum_g (v_g - mean)^2)} (Efron 1982).
 *
 * @param name as in the model
 * @param dimension of the values
 * @param axes outermost first; empty for a single number
 * @param values row-major over the axes, SI, NaN where not known yet; not modified
 * @param replicates G rows of the length of {@code values}, or no rows where there is no Monte-Carlo error
 */
public record Column(String name, Dimension dimension, List<Axis> axes, double[] values, double[][] replicates) {
	public static Column exact(String name, Dimension dimension, List<Axis> axes, double[] values) {
		return new Column(name, dimension, axes, values, new double[0][]);
	}

	/** @return the Monte-Carlo standard error of each value; NaN without replicates */
	public double[] errors() {
		double[] e = new double[values.length];
		int n = replicates.length;
		for (int i = 0; i < e.length; i++) {
			double mean = 0;
			for (double[] r : replicates) {
				mean += r[i] / n;
			}
			double sum = 0;
			for (double[] r : replicates) {
				sum += (r[i] - mean) * (r[i] - mean);
			}
			e[i] = n < 2 ? Double.NaN : Math.sqrt(sum * (n - 1) / n);
		}
		return e;
	}
}
