// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.Arrays;
import java.util.List;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.result.Axis;

/** A fit's formula as a function of its coefficients, over all abscissae at once. */
final class Formula {
	private final ExperimentIr.Fit fit;
	private final Value abscissa;
	private final Columns columns;

	/** @param columns what else the formula may read */
	Formula(ExperimentIr.Fit fit, Axis axis, double[] abscissae, Columns columns) {
		this.fit = fit;
		this.columns = columns;
		abscissa = Value.over(new Axis(axis.name(), axis.kind(), axis.dimension(), abscissae));
	}

	double[] at(double[] coefficients) {
		List<Symbol> symbols = fit.coefficients();
		Value v = new Evaluator(s -> {
			int i = symbols.indexOf(s);
			if (i >= 0) {
				return Value.number(coefficients[i]);
			}
			return s == fit.abscissa() || s.role() == fit.abscissa().role() && s.name().equals(fit.abscissa().name()) ? abscissa
					: columns.find(s).map(c -> Value.of(c, s.type().shape(), -1)).orElse(null);
		}, -1, 0, new Histograms()).evaluate(fit.formula());
		if (v.data().length == abscissa.data().length) {
			return v.data();
		}
		double[] same = new double[abscissa.data().length];
		Arrays.fill(same, v.data()[0]); // a constant formula
		return same;
	}

	/** Whether the formula is proportional to that coefficient, the others being 1 or so. */
	boolean isProportionalTo(int coefficient) {
		double[] c = new double[fit.coefficients().size()];
		for (double others : new double[] {1, 0.7}) {
			Arrays.fill(c, others);
			c[coefficient] = 1;
			double[] once = at(c);
			c[coefficient] = 3;
			double[] thrice = at(c);
			for (int i = 0; i < once.length; i++) {
				if (!(Math.abs(thrice[i] - 3 * once[i]) <= 1e-9 * Math.abs(thrice[i]))) {
					return false;
				}
			}
		}
		return true;
	}

}
