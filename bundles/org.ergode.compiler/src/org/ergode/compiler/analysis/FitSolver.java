// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.math.fit.LeastSquares;

/**
 * Fits a formula to a column by weighted least squares.
 *
 * <p>Where all points and the formula are positive the logarithms are fitted, and a coefficient that the formula is proportional to is
 * replaced by its logarithm: sizes in SI then do not matter (an MSD is 1e-12 m^2 or so), a power law is nearly linear, and points whose
 * errors grow with their values do not draw the curve below them. Otherwise the values themselves are fitted.
 *
 * <p>Points of one ensemble are correlated, so the standard errors of the coefficients are the jackknife's where there are replicates.
 */
final class FitSolver {
	private final ExperimentIr.Fit fit;
	private final Axis axis;
	private final double[] abscissae;
	private final double[] y;
	private final double[] sigma;
	private final double[][] replicates;
	private final Formula formula;
	private final boolean[] scale;
	private final boolean logarithmic;

	private FitSolver(ExperimentIr.Fit fit, Column column, Columns columns) {
		this.fit = fit;
		axis = axis(fit, column);
		int[] points = points(fit, column, axis);
		abscissae = pick(axis.coordinates(), points);
		y = pick(column.values(), points);
		replicates = Arrays.stream(column.replicates()).map(r -> pick(r, points)).toArray(double[][]::new);
		sigma = usable(pick(column.errors(), points));
		formula = new Formula(fit, axis, abscissae, columns);
		int n = fit.coefficients().size();
		scale = new boolean[n];
		boolean positive = Arrays.stream(y).allMatch(v -> v > 0) && Arrays.stream(replicates).allMatch(r -> Arrays.stream(r).allMatch(v -> v > 0));
		for (int i = 0; i < n; i++) {
			scale[i] = positive && formula.isProportionalTo(i);
		}
		logarithmic = positive && anyTrue(scale);
	}

	/** @throws AnalysisProblem if too few points lie in the range, or the formula cannot follow them */
	static FitResult solve(ExperimentIr.Fit fit, Column column, Columns columns) {
		return new FitSolver(fit, column, columns).solve();
	}

	private static Axis axis(ExperimentIr.Fit fit, Column column) {
		Axis.Kind kind = Columns.kind(fit.abscissa());
		return column.axes().stream().filter(a -> kind == null || a.kind() == kind).findFirst().filter(a -> column.axes().size() == 1)
				.orElseThrow(() -> new AnalysisProblem(fit.source(), "fit.axis", "'%s' is not a curve over '%s', so nothing can be fitted to it"
						.formatted(column.name(), fit.abscissa().name())));
	}

	private static int[] points(ExperimentIr.Fit fit, Column column, Axis axis) {
		double slack = 1e-9;
		List<Integer> points = new ArrayList<>();
		for (int i = 0; i < axis.length(); i++) {
			double x = axis.coordinates()[i];
			if (x >= fit.from() - slack * Math.abs(fit.from()) && x <= fit.to() + slack * Math.abs(fit.to()) && Double.isFinite(column.values()[i])) {
				points.add(i);
			}
		}
		if (points.size() < fit.coefficients().size()) {
			throw new AnalysisProblem(fit.source(), "fit.points", "%s of '%s' %s in the range of this fit; its %d coefficients need as many at least".formatted(
					points.isEmpty() ? "no point" : points.size() == 1 ? "only 1 point" : "only " + points.size() + " points", column.name(),
					points.size() < 2 ? "lies" : "lie", fit.coefficients().size()));
		}
		return points.stream().mapToInt(Integer::intValue).toArray();
	}

	private static double[] pick(double[] all, int[] points) {
		return Arrays.stream(points).mapToDouble(i -> all[i]).toArray();
	}

	private static double[] usable(double[] errors) {
		return Arrays.stream(errors).allMatch(e -> e > 0 && Double.isFinite(e)) ? errors : null;
	}

	private static boolean anyTrue(boolean[] flags) {
		for (boolean flag : flags) {
			if (flag) {
				return true;
			}
		}
		return false;
	}

	private FitResult solve() {
		LeastSquares.Fit found = minimise(y, start());
		if (!found.converged() || Arrays.stream(found.estimates()).anyMatch(Double::isNaN)) {
			throw new AnalysisProblem(fit.source(), "fit.diverges", "no coefficients could be found that bring this formula near '%s'"
					.formatted(fit.observable().name()));
		}
		double[] values = coefficients(found.estimates());
		double[][] others = new double[replicates.length][];
		for (int g = 0; g < others.length; g++) {
			others[g] = coefficients(minimise(replicates[g], found.estimates()).estimates());
		}
		double[] errors = new double[values.length];
		for (int i = 0; i < errors.length; i++) {
			errors[i] = scale[i] ? found.errors()[i] * values[i] : found.errors()[i];
		}
		if (others.length > 1) {
			errors = new Estimate(values, List.of(), others).errors();
		}
		double chi = sigma == null || found.degreesOfFreedom() < 1 ? Double.NaN : found.chi2() / found.degreesOfFreedom();
		return new FitResult(fit, values, errors, others, axis, abscissae.length, abscissae, formula.at(values), chi);
	}

	private double[] coefficients(double[] parameters) {
		double[] c = parameters.clone();
		for (int i = 0; i < c.length; i++) {
			c[i] = scale[i] ? Math.exp(c[i]) : c[i];
		}
		return c;
	}

	private LeastSquares.Fit minimise(double[] target, double[] start) {
		double[] z = target;
		double[] s = sigma;
		if (logarithmic) {
			z = Arrays.stream(target).map(Math::log).toArray();
			s = sigma == null ? null : sigma.clone();
			for (int i = 0; s != null && i < s.length; i++) {
				s[i] /= y[i];
			}
		}
		double[] index = new double[z.length];
		for (int i = 0; i < index.length; i++) {
			index[i] = i;
		}
		return LeastSquares.fit(new Curve(), index, z, s, start);
	}

	/** The transformed formula with its derivatives, all points at once whenever the parameters change. */
	private final class Curve implements LeastSquares.Model {
		private static final double STEP = 6e-6;
		private double[] at;
		private double[] value;
		private double[][] derivative;

		@Override
		public double value(double[] p, double index, double[] d) {
			if (!Arrays.equals(p, at)) {
				at = p.clone();
				value = transformed(p);
				derivative = new double[p.length][];
				for (int j = 0; j < p.length; j++) {
					derivative[j] = difference(p, j);
				}
			}
			for (int j = 0; j < d.length; j++) {
				d[j] = derivative[j][(int) index];
			}
			return value[(int) index];
		}

		private double[] difference(double[] p, int j) {
			double h = STEP * Math.max(Math.abs(p[j]), Double.MIN_NORMAL / STEP);
			double[] q = p.clone();
			q[j] = p[j] + h;
			double[] up = transformed(q);
			double width = q[j];
			q[j] = p[j] - h;
			double[] down = transformed(q);
			width -= q[j];
			for (int i = 0; i < up.length; i++) {
				up[i] = (up[i] - down[i]) / width;
			}
			return up;
		}
	}

	private double[] transformed(double[] parameters) {
		double[] f = formula.at(coefficients(parameters));
		return logarithmic ? Arrays.stream(f).map(Math::log).toArray() : f;
	}

	/** The best of a coarse grid around the sizes that the dimensions suggest; what the formula is proportional to follows from the points. */
	private double[] start() {
		int n = scale.length;
		double[] middle = new double[n];
		for (int i = 0; i < n; i++) {
			middle[i] = naturalSize(i);
		}
		double[] best = null;
		double least = Double.POSITIVE_INFINITY;
		double[] factors = {1, 0.3, 3, -1, 0.03, 30};
		long combinations = (long) Math.pow(factors.length, Math.min(4, n));
		for (long k = 0; k < combinations; k++) {
			double[] p = new double[n];
			long rest = k;
			for (int i = 0; i < n; i++) {
				p[i] = scale[i] ? 0 : middle[i] * factors[(int) (rest % factors.length)];
				rest /= factors.length;
			}
			double cost = level(p);
			if (cost < least) {
				least = cost;
				best = p;
			}
		}
		if (best == null) {
			throw new AnalysisProblem(fit.source(), "fit.start", "this formula has no finite value near the points of '%s'".formatted(fit.observable().name()));
		}
		return best;
	}

	/** Sets the first proportional coefficient to fit best, and answers how well it then does. */
	private double level(double[] p) {
		double[] f = transformed(p);
		double shift = 0;
		if (logarithmic) {
			for (int i = 0; i < f.length; i++) {
				shift += (Math.log(y[i]) - f[i]) / f.length;
			}
			for (int i = 0, open = 1; i < p.length; i++) {
				if (scale[i] && open-- == 1) {
					p[i] = shift;
				}
			}
		}
		double cost = 0;
		for (int i = 0; i < f.length; i++) {
			double r = logarithmic ? Math.log(y[i]) - f[i] - shift : y[i] - f[i];
			cost += r * r;
		}
		return cost;
	}

	/** The product of powers of a middle point that has the coefficient's dimension; 1 where there is none. */
	private double naturalSize(int coefficient) {
		var dimension = fit.coefficients().get(coefficient).type().dimension();
		double x = Math.abs(abscissae[abscissae.length / 2]);
		double height = Math.abs(y[y.length / 2]);
		if (dimension.isNone() || !(x > 0) || !(height > 0)) {
			return 1;
		}
		var ofY = fit.observable().type().dimension();
		for (int q = 0; q <= 1; q++) {
			for (int p : new int[] {0, 1, -1, 2, -2}) {
				if (ofY.power(q).times(axis.dimension().power(p)).equals(dimension)) {
					return Math.pow(height, q) * Math.pow(x, p);
				}
			}
		}
		return 1;
	}
}
