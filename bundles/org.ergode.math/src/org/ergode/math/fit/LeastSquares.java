// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.fit;

import java.util.Set;

import org.hipparchus.exception.Localizable;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.LocalizedOptimFormats;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * Weighted nonlinear least squares by Levenberg and Marquardt (Hipparchus): minimises
 * chi^2 = sum over i of ((y_i - f(p, x_i)) / s_i)^2.
 * <p>
 * The optimiser sees q_j = p_j / |start_j|, so parameters of very different sizes (a diffusion constant of 1e-13 m^2/s
 * beside an exponent near 1) do not spoil its steps or its covariance; start values should therefore have the right order
 * of magnitude. A start value of zero counts as 1.
 *
 * <pre>{@code
 * LeastSquares.Fit fit = LeastSquares.fit((p, x, d) -> {
 *     double v = p[0] * Math.pow(x, p[1]);
 *     d[0] = v / p[0];
 *     d[1] = v * Math.log(x);
 *     return v;
 * }, x, y, sigma, new double[] {1, 1});
 * }</pre>
 *
 * @see <a href="https://www.hipparchus.org/hipparchus-optim/">Hipparchus optim</a>
 */
public final class LeastSquares {
	private static final int MAX_EVALUATIONS = 2000;
	private static final double TOLERANCE = 1e-12;

	/** How the optimiser says that it is at the minimum to the last digit. */
	private static final Set<Localizable> EXACT = Set.of(LocalizedOptimFormats.TOO_SMALL_COST_RELATIVE_TOLERANCE,
			LocalizedOptimFormats.TOO_SMALL_PARAMETERS_RELATIVE_TOLERANCE,
			LocalizedOptimFormats.TOO_SMALL_ORTHOGONALITY_TOLERANCE);

	private LeastSquares() {}

	/** A model of one independent variable with its derivatives. */
	@FunctionalInterface
	public interface Model {
		/**
		 * @param p parameters. Not modified.
		 * @param d receives the derivative by each parameter
		 * @return f(p, x)
		 */
		double value(double[] p, double x, double[] d);
	}

	/** A model whose derivatives are not known; {@link #differentiated} makes a {@link Model} of it. */
	@FunctionalInterface
	public interface Plain {
		double value(double[] p, double x);
	}

	/**
	 * What was found.
	 *
	 * @param estimates parameters at the minimum
	 * @param errors standard errors: with {@code sigma} given, from it alone; without, scaled by sqrt(chi2/dof). NaN where
	 *            the data do not decide the parameter
	 * @param covariance of the estimates, row by row; the errors are the roots of its diagonal
	 * @param chi2 sum of squared weighted residuals
	 * @param degreesOfFreedom points less parameters
	 * @param iterations of the optimiser
	 * @param converged false when it stopped at its limit of evaluations or could not move
	 */
	public record Fit(double[] estimates, double[] errors, double[][] covariance, double chi2, int degreesOfFreedom,
			int iterations, boolean converged) {}

	/** Derivatives by central differences, of relative step 6e-6. */
	public static Model differentiated(Plain plain) {
		return (p, x, d) -> {
			double[] q = p.clone();
			for (int j = 0; j < p.length; j++) {
				double h = 6e-6 * (p[j] == 0 ? 1 : Math.abs(p[j]));
				q[j] = p[j] + h;
				double up = plain.value(q, x);
				double width = q[j];
				q[j] = p[j] - h;
				d[j] = (up - plain.value(q, x)) / (width - q[j]);
				q[j] = p[j];
			}
			return plain.value(p, x);
		};
	}

	/**
	 * @param x independent variable, n values
	 * @param y observed values, n
	 * @param sigma standard errors of y, each > 0, or null: all equal and unknown
	 * @param start where to begin; at most n parameters
	 * @throws IllegalArgumentException if lengths differ, a number is not finite, or points are fewer than parameters
	 */
	public static Fit fit(Model model, double[] x, double[] y, double[] sigma, double[] start) {
		check(x, y, sigma, start);
		int n = x.length;
		int m = start.length;
		double[] unit = new double[m];
		double[] begin = new double[m];
		for (int j = 0; j < m; j++) {
			unit[j] = start[j] == 0 ? 1 : Math.abs(start[j]);
			begin[j] = start[j] / unit[j];
		}
		double[] weight = new double[n];
		double[] target = new double[n];
		for (int i = 0; i < n; i++) {
			weight[i] = sigma == null ? 1 / scaleOf(y) : 1 / sigma[i];
			target[i] = y[i] * weight[i];
		}
		MultivariateJacobianFunction function = q -> evaluate(model, q, unit, x, weight);
		Best best = new Best(begin);
		int iterations = 0;
		boolean converged;
		try {
			Optimum optimum = new LevenbergMarquardtOptimizer().withCostRelativeTolerance(TOLERANCE)
					.withParameterRelativeTolerance(TOLERANCE)
					.optimize(new LeastSquaresBuilder().start(begin).target(target)
							.model(q -> best.watch(q, function.value(q), target))
							.maxEvaluations(MAX_EVALUATIONS).maxIterations(MAX_EVALUATIONS).build());
			iterations = optimum.getIterations();
			converged = best.cost < Double.POSITIVE_INFINITY;
		} catch (MathRuntimeException e) {
			converged = EXACT.contains(e.getSpecifier());
		}
		return summary(function, best.point, unit, target, sigma == null ? scaleOf(y) : 0, iterations, converged);
	}

	/** The best point that the optimiser has seen: it gives none back when it stops by an exception. */
	private static final class Best {
		private double[] point;
		private double cost = Double.POSITIVE_INFINITY;

		Best(double[] start) {
			point = start;
		}

		Pair<RealVector, RealMatrix> watch(RealVector q, Pair<RealVector, RealMatrix> value, double[] target) {
			double sum = squares(value.getFirst(), target);
			if (sum < cost) {
				cost = sum;
				point = q.toArray();
			}
			return value;
		}
	}

	private static double squares(RealVector value, double[] target) {
		double sum = 0;
		for (int i = 0; i < target.length; i++) {
			double r = target[i] - value.getEntry(i);
			sum += r * r;
		}
		return sum;
	}

	private static double scaleOf(double[] y) {
		double max = 0;
		for (double v : y) {
			max = Math.max(max, Math.abs(v));
		}
		return max == 0 ? 1 : max;
	}

	private static Pair<RealVector, RealMatrix> evaluate(Model model, RealVector q, double[] unit, double[] x,
			double[] weight) {
		int m = unit.length;
		double[] p = new double[m];
		for (int j = 0; j < m; j++) {
			p[j] = q.getEntry(j) * unit[j];
		}
		double[] value = new double[x.length];
		double[][] jacobian = new double[x.length][m];
		for (int i = 0; i < x.length; i++) {
			value[i] = model.value(p, x[i], jacobian[i]) * weight[i];
			for (int j = 0; j < m; j++) {
				jacobian[i][j] *= unit[j] * weight[i];
			}
		}
		return new Pair<>(new ArrayRealVector(value, false), new Array2DRowRealMatrix(jacobian, false));
	}

	/** @param equal the scale that stands for sigma when it is unknown, or 0 */
	private static Fit summary(MultivariateJacobianFunction function, double[] found, double[] unit, double[] target,
			double equal, int iterations, boolean converged) {
		int m = unit.length;
		int dof = target.length - m;
		Pair<RealVector, RealMatrix> at = function.value(new ArrayRealVector(found, false));
		double sum = squares(at.getFirst(), target);
		double inflation = equal == 0 ? 1 : dof > 0 ? sum / dof : Double.NaN;
		RealMatrix inverse = inverseNormal(at.getSecond(), m);
		double[] estimates = new double[m];
		double[] errors = new double[m];
		double[][] covariance = new double[m][m];
		for (int j = 0; j < m; j++) {
			estimates[j] = found[j] * unit[j];
			for (int l = 0; l < m; l++) {
				covariance[j][l] = inverse == null ? Double.NaN
						: inverse.getEntry(j, l) * unit[j] * unit[l] * inflation;
			}
			errors[j] = Math.sqrt(covariance[j][j]);
		}
		double chi2 = equal == 0 ? sum : sum * equal * equal;
		return new Fit(estimates, errors, covariance, chi2, dof, iterations, converged);
	}

	/** (J' J)^-1 = R^-1 R^-T from J = Q R, or null when J has not full rank. */
	private static RealMatrix inverseNormal(RealMatrix jacobian, int m) {
		for (double[] row : jacobian.getData()) {
			for (double v : row) {
				if (!Double.isFinite(v)) {
					return null;
				}
			}
		}
		RealMatrix r = new QRDecomposition(jacobian).getR().getSubMatrix(0, m - 1, 0, m - 1);
		DecompositionSolver solver = new QRDecomposition(r, 1e-13).getSolver();
		if (!solver.isNonSingular()) {
			return null;
		}
		RealMatrix inverse = solver.solve(MatrixUtils.createRealIdentityMatrix(m));
		return inverse.multiplyTransposed(inverse);
	}

	private static void check(double[] x, double[] y, double[] sigma, double[] start) {
		if (y.length != x.length || sigma != null && sigma.length != x.length) {
			throw new IllegalArgumentException("'x' has " + x.length + " points, 'y' has " + y.length
					+ (sigma == null ? "" : ", 'sigma' has " + sigma.length) + "; expected as many of each");
		}
		if (start.length == 0 || start.length > x.length) {
			throw new IllegalArgumentException("a fit of " + start.length + " parameters to " + x.length
					+ " points; expected at least one parameter and no fewer points than parameters");
		}
		finite("x", x);
		finite("y", y);
		finite("start", start);
		if (sigma != null) {
			for (double s : sigma) {
				if (!(s > 0 && s < Double.POSITIVE_INFINITY)) {
					throw new IllegalArgumentException("sigma is not strictly positive and finite: " + s);
				}
			}
		}
	}

	private static void finite(String name, double[] values) {
		for (double v : values) {
			if (!Double.isFinite(v)) {
				throw new IllegalArgumentException(name + " is not finite: " + v);
			}
		}
	}
}
