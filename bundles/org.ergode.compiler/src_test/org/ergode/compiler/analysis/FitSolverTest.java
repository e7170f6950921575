// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.ExperimentIr.Fit;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Axis.Kind;
import org.ergode.engine.result.Column;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FitSolverTest {
	private final Symbol msd = Sample.column("msd", Kind.TIME);
	private final Symbol a = Sample.coefficient("K");
	private final Symbol b = Sample.coefficient("alpha");
	private final Expr powerLaw = Sample.op(Op.MULTIPLY, Sample.read(a), Sample.op(Op.POWER, Sample.read(Sample.T), Sample.read(b)));

	private Fit fit(Expr formula, double from, double to, Symbol... coefficients) {
		return new Fit("", msd, Sample.T, List.of(coefficients), formula, from, to, Source.NONE);
	}

	private FitResult solve(Fit fit, Column column) {
		return Analysis.of(Sample.experiment(List.of(), List.of(fit), List.of()), Map.of(msd, column), "").fits().getFirst();
	}

	private static Column exact(double[] t, java.util.function.DoubleUnaryOperator f) {
		return Column.exact("msd", Dimension.NONE, List.of(Sample.time(t)), Arrays.stream(t).map(f).toArray());
	}

	@Test
	void findsAnExactPowerLawWhateverItsSize() {
		for (double size : new double[] {1e-24, 1e-12, 1, 1e12}) {
			FitResult r = solve(fit(powerLaw, 1, 1e4, a, b), exact(Sample.logspace(1, 1e4, 30), t -> size * Math.pow(t, 0.7)));
			assertThat(r.values()[0] / size).isCloseTo(1, within(1e-8));
			assertThat(r.values()[1]).isCloseTo(0.7, within(1e-8));
			assertThat(r.points()).isEqualTo(30);
		}
	}

	@Test
	void findsAnExponentInADenominator() {
		Symbol mu = Sample.coefficient("mu");
		Expr formula = Sample.op(Op.MULTIPLY, Sample.read(a),
				Sample.op(Op.POWER, Sample.read(Sample.T), Sample.op(Op.DIVIDE, Sample.number(1), Sample.read(mu))));
		FitResult r = solve(fit(formula, 1, 1e4, a, mu), exact(Sample.logspace(1, 1e4, 30), t -> 3 * Math.pow(t, 1 / 1.5)));
		assertThat(r.values()[1]).isCloseTo(1.5, within(1e-7));
	}

	@Test
	void fitsTheValuesThemselvesWhereSomeAreNegative() {
		Expr line = Sample.op(Op.ADD, Sample.read(a), Sample.op(Op.MULTIPLY, Sample.read(b), Sample.read(Sample.T)));
		FitResult r = solve(fit(line, 0, 10, a, b), exact(new double[] {0, 1, 2, 3, 4, 5}, t -> 2.5 * t - 4));
		assertThat(r.values()).containsExactly(new double[] {-4, 2.5}, within(1e-7));
		assertThat(r.errors()[0]).isLessThan(1e-6);
	}

	@Test
	void usesOnlyThePointsInRange() {
		Column c = exact(Sample.logspace(1, 1e4, 41), t -> t < 100 ? t * t : 100 * t);
		assertThat(solve(fit(powerLaw, 1, 99, a, b), c).values()[1]).isCloseTo(2, within(1e-8));
		assertThat(solve(fit(powerLaw, 100, 1e4, a, b), c).values()[1]).isCloseTo(1, within(1e-8));
		assertThat(solve(fit(powerLaw, 100, 1e4, a, b), c).points()).isEqualTo(21);
	}

	@Test
	void saysHowManyPointsAreMissing() {
		Column c = exact(Sample.logspace(1, 1e4, 41), t -> t);
		assertThatThrownBy(() -> solve(fit(powerLaw, 1, 1.1, a, b), c)).isInstanceOf(AnalysisProblem.class)
				.hasMessage("only 1 point of 'msd' lies in the range of this fit; its 2 coefficients need as many at least");
		assertThatThrownBy(() -> solve(fit(powerLaw, 2e4, 3e4, a, b), c)).isInstanceOf(AnalysisProblem.class).hasMessageStartingWith("no point of 'msd' lies");
	}

	/** Weighted by relative errors of 2 %, thirty independent points: the exponent's error is 0.02 / (sqrt(30) sd(ln t)). */
	@Test
	void jackknifeErrorsAgreeWithTheoryForIndependentPoints() {
		double[] t = Sample.logspace(1, 1e4, 30);
		Column c = Sample.noisy("msd", Sample.time(t), Arrays.stream(t).map(x -> Math.pow(x, 0.7)).toArray(), 0.02, 32, Sample.random("jackknife"));
		FitResult r = solve(fit(powerLaw, 1, 1e4, a, b), c);
		double mean = Arrays.stream(t).map(Math::log).average().orElseThrow();
		double spread = Math.sqrt(Arrays.stream(t).map(x -> Math.pow(Math.log(x) - mean, 2)).average().orElseThrow());
		double theory = 0.02 / Math.sqrt(30) / spread;
		assertThat(r.errors()[1]).isBetween(0.6 * theory, 1.6 * theory);
		assertThat(Math.abs(r.values()[1] - 0.7)).isLessThan(5 * theory);
		assertThat(r.reducedChiSquare()).isBetween(0.3, 2.5);
	}

	/** Coverage: of 300 fits, the 95 % interval (Student's, 31 degrees) holds the truth in 91 to 99 %. False alarms: below 1 in 500. */
	@Test
	@Tag("statistical")
	void intervalsCoverTheTruthAsOftenAsTheySay() {
		double[] t = Sample.logspace(1, 1e3, 12);
		double[] truth = Arrays.stream(t).map(x -> 2 * Math.pow(x, 0.9)).toArray();
		Random random = Sample.random("coverage");
		int covered = 0;
		for (int i = 0; i < 300; i++) {
			FitResult r = solve(fit(powerLaw, 1, 1e3, a, b), Sample.noisy("msd", Sample.time(t), truth, 0.03, 32, random));
			covered += Math.abs(r.values()[1] - 0.9) < 2.04 * r.errors()[1] ? 1 : 0;
		}
		assertThat(covered).isBetween(273, 297);
	}
}
