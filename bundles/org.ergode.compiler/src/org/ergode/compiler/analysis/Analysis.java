// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.result.Claim;
import org.ergode.engine.result.Column;

/**
 * What follows from the columns of an experiment's stages, at one point of its sweep.
 *
 * @param columns of all observes, computed ones and coefficients included
 * @param fits in the order of the text
 * @param claims in the order of the text; those whose condition does not hold here are left out
 */
public record Analysis(Columns columns, List<FitResult> fits, List<Claim> claims) {
	public Analysis {
		fits = List.copyOf(fits);
		claims = List.copyOf(claims);
	}

	/**
	 * @param measured a column for each observe of a stage
	 * @param condition where the sweep is, as claims name it; empty without sweep
	 * @throws AnalysisProblem if something cannot be computed
	 */
	public static Analysis of(ExperimentIr experiment, Map<Symbol, Column> measured, String condition) {
		Columns columns = new Columns(experiment.point());
		measured.forEach(columns::put);
		List<FitResult> fits = new ArrayList<>();
		derive(experiment, columns, columns::canEvaluate);
		experiment.fits().forEach(f -> fit(f, columns, fits));
		derive(experiment, columns, e -> true);
		ClaimJudge judge = new ClaimJudge(experiment, columns, fits, condition);
		List<Claim> claims = new ArrayList<>();
		experiment.expects().forEach(e -> judge.judge(e).ifPresent(claims::add));
		return new Analysis(columns, fits, claims);
	}

	/**
	 * What can be told while stages are still at work: columns, without fits and claims. What reads none is not among them: a constant that was not folded
	 * before the run is a large product, too large to be made time and again.
	 *
	 * @param known a column for some of the observes
	 */
	public static Analysis sofar(ExperimentIr experiment, Map<Symbol, Column> known) {
		Columns columns = new Columns(experiment.point());
		known.forEach(columns::put);
		derive(experiment, columns, e -> columns.canEvaluate(e) && (e instanceof Expr.Constant || !Expressions.reads(e).isEmpty()));
		return new Analysis(columns, List.of(), List.of());
	}

	/** Computes observes of observes; at first those that need no coefficient, which a fit may want. */
	private static void derive(ExperimentIr experiment, Columns columns, Predicate<Expr> which) {
		for (ExperimentIr.Observe o : experiment.observes()) {
			if (o.stage() < 0 && columns.find(o.symbol()).isEmpty() && which.test(o.value())) {
				columns.put(o.symbol(), columns.evaluate(o.symbol().name(), o.symbol().type().dimension(), o.value()));
			}
		}
	}

	private static void fit(ExperimentIr.Fit fit, Columns columns, List<FitResult> fits) {
		Column observed = columns.find(fit.observable()).orElseThrow(
				() -> new AnalysisProblem(fit.source(), "fit.observable", "'%s' has no values".formatted(fit.observable().name())));
		FitResult result = FitSolver.solve(fit, observed, columns);
		fits.add(result);
		for (int i = 0; i < result.values().length; i++) {
			Symbol symbol = fit.coefficients().get(i);
			int c = i;
			double[][] replicates = Arrays.stream(result.replicates()).map(r -> new double[] {r[c]}).toArray(double[][]::new);
			columns.put(symbol, new Column(symbol.name(), symbol.type().dimension(), List.of(), new double[] {result.values()[i]}, replicates));
		}
	}
}
