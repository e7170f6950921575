// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Symbol;

/**
 * A step that is longer than the stiffest rate of the drift allows. The drift is linearized where the walkers start; with its
 * spectral radius r an explicit step is stable below 2/r. The radius is the limit of |J^k|^(1/k), in which the units of the
 * states drop out.
 */
final class UnstableStep implements Rule {
	private static final int SQUARINGS = 30;

	@Override
	public void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		for (ExperimentIr.Stage stage : experiment.stages()) {
			if (stage instanceof ExperimentIr.Simulate s && !s.process().equations().isEmpty() && s.process().step() > 0) {
				double rate = radius(jacobian(s.process()));
				if (rate * s.process().step() > 2) {
					found.accept(Rules.warning("step.unstable", s.process().source(), List.of(), Rules.number(s.process().step()), Rules.number(rate), Rules.number(2 / rate)));
				}
			}
		}
	}

	/** By central differences where the walkers start: exact for a linear drift. */
	private static double[][] jacobian(ProcessIr p) {
		Map<Symbol, Double> start = new HashMap<>();
		for (ProcessIr.State s : p.states()) {
			start.put(s.symbol(), s.value() == null ? UndefinedMoment.law(s.law()).map(l -> l.quantile(0.5)).orElse(0.0) : ScalarValue.of(s.value(), start));
		}
		int n = p.equations().size();
		double[][] j = new double[n][n];
		for (int b = 0; b < n; b++) {
			Symbol state = p.equations().get(b).state();
			double x = start.getOrDefault(state, 0.0);
			double h = Math.max(Math.abs(x) * 1e-4, 1e-9);
			for (int a = 0; a < n; a++) {
				j[a][b] = (drift(p, a, start, state, x + h) - drift(p, a, start, state, x - h)) / (2 * h);
			}
		}
		return j;
	}

	private static double drift(ProcessIr p, int equation, Map<Symbol, Double> start, Symbol state, double x) {
		Map<Symbol, Double> values = new HashMap<>(start);
		values.put(state, x);
		for (Let let : p.lets()) {
			values.put(let.symbol(), ScalarValue.of(let.value(), values));
		}
		Expr drift = p.equations().get(equation).drift();
		return drift == null ? 0 : ScalarValue.of(drift, values);
	}

	/** @return NaN if the matrix has a NaN */
	static double radius(double[][] matrix) {
		double[][] m = matrix;
		double log = 0;
		double power = 1;
		for (int k = 0; k < SQUARINGS; k++) {
			double norm = norm(m);
			if (!(norm > 0) || Double.isInfinite(norm)) {
				return norm == 0 ? 0 : Double.NaN;
			}
			log += Math.log(norm) / power;
			m = square(m, norm);
			power *= 2;
		}
		return Math.exp(log);
	}

	private static double norm(double[][] m) {
		double max = 0;
		for (double[] row : m) {
			for (double x : row) {
				max = Math.max(max, Math.abs(x));
			}
		}
		return max;
	}

	private static double[][] square(double[][] m, double scale) {
		int n = m.length;
		double[][] s = new double[n][n];
		for (int i = 0; i < n; i++) {
			for (int k = 0; k < n; k++) {
				for (int j = 0; j < n; j++) {
					s[i][j] += m[i][k] / scale * (m[k][j] / scale);
				}
			}
		}
		return s;
	}
}
