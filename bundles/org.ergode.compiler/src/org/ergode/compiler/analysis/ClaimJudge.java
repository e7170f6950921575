// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.result.Claim;

/**
 * Judges {@code expect} lines. A claim about a column speaks of each of its values: the one that meets it worst is shown.
 * A value that is not a number meets nothing.
 */
final class ClaimJudge {
	/** Numbers of a training in single precision that differ by less than this part of them are the same: nine tenths of the samples are recorded as 0.89999998. */
	private static final double SINGLE = 0x1p-22;

	private final ExperimentIr experiment;
	private final Columns columns;
	private final List<FitResult> fits;
	private final String point;

	/** @param point of the sweep, as text; empty without sweep */
	ClaimJudge(ExperimentIr experiment, Columns columns, List<FitResult> fits, String point) {
		this.experiment = experiment;
		this.columns = columns;
		this.fits = fits;
		this.point = point;
	}

	/** @return empty if the claim's condition does not hold here */
	Optional<Claim> judge(ExperimentIr.Expect expect) {
		if (expect.condition() != null && columns.estimate(expect.condition()).value()[0] == 0) {
			return Optional.empty();
		}
		Estimate actual = columns.estimate(expect.actual());
		Estimate expected = columns.estimate(expect.expected(), expect.actual());
		Estimate tolerance = expect.tolerance() == null ? null : columns.estimate(expect.tolerance(), expect.actual());
		Pairs pairs = Pairs.of(actual, expected, tolerance, expect.source());
		int worst = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < pairs.size(); i++) {
			double margin = margin(expect.operator(), pairs.actual(i), pairs.expected(i), pairs.tolerance(i));
			if (Double.isNaN(margin) || margin < least) {
				worst = i;
				least = margin;
			}
			if (Double.isNaN(margin)) {
				break;
			}
		}
		double part = isSingle(expect.actual()) || isSingle(expect.expected()) ? SINGLE : 0;
		boolean met = pairs.size() > 0 && isMet(expect.operator(), pairs.actual(worst), pairs.expected(worst), pairs.tolerance(worst), part);
		return Optional.of(new Claim(expect.text(), expect.source().line(), point, pairs.actual(worst), error(expect.actual(), actual, pairs.placeOfActual(worst)),
				pairs.expected(worst), tolerance == null ? Double.NaN : pairs.tolerance(worst), expect.actual().type().dimension(), met));
	}

	/** What is compared with what: values over different axes are laid over both, a number over all. */
	private record Pairs(Broadcast over, List<Value> values, int components) {
		static Pairs of(Estimate actual, Estimate expected, Estimate tolerance, Source source) {
			Value zero = Value.number(0);
			List<Value> values = List.of(actual.laidOut(), expected.laidOut(), tolerance == null ? zero : tolerance.laidOut());
			return new Pairs(Broadcast.of(values, source), values, values.stream().mapToInt(Value::components).max().orElse(1));
		}

		int size() {
			return over.size() * components;
		}

		private int place(int value, int i) {
			int own = values.get(value).components();
			return over.at(value, i / components) * own + (own == 1 ? 0 : i % components);
		}

		int placeOfActual(int i) {
			return place(0, i);
		}

		double actual(int i) {
			return values.get(0).data()[place(0, i)];
		}

		double expected(int i) {
			return values.get(1).data()[place(1, i)];
		}

		double tolerance(int i) {
			return Math.abs(values.get(2).data()[place(2, i)]);
		}
	}

	/** How far on the right side a value is; negative on the wrong one. */
	private static double margin(Expr.Op operator, double a, double e, double tolerance) {
		return switch (operator) {
			case EQUAL -> tolerance - Math.abs(a - e);
			case NOT_EQUAL -> Math.abs(a - e);
			case LESS, LESS_EQUAL -> e - a;
			case GREATER, GREATER_EQUAL -> a - e;
			default -> throw new IllegalArgumentException("not a comparison: " + operator);
		};
	}

	/** @param part of the numbers by which they may differ and still be the same */
	private static boolean isMet(Expr.Op operator, double a, double e, double tolerance, double part) {
		double resolution = Double.isFinite(a) && Double.isFinite(e) ? part * Math.max(Math.abs(a), Math.abs(e)) : 0;
		boolean same = Math.abs(a - e) <= resolution;
		return switch (operator) {
			case EQUAL -> Math.abs(a - e) <= tolerance * (1 + 1e-12) + resolution;
			case NOT_EQUAL -> !same && (a < e || a > e);
			case LESS -> !same && a < e;
			case LESS_EQUAL -> same || a <= e;
			case GREATER -> !same && a > e;
			case GREATER_EQUAL -> same || a >= e;
			default -> throw new IllegalArgumentException("not a comparison: " + operator);
		};
	}

	/** Whether a training has recorded it, or some of what it is made of, in single precision. */
	private boolean isSingle(Expr e) {
		Set<Symbol> read = Expressions.reads(e);
		return experiment.observes().stream().filter(o -> read.contains(o.symbol()))
				.anyMatch(o -> o.stage() < 0 ? isSingle(o.value()) : experiment.stages().get(o.stage()) instanceof ExperimentIr.Train t && t.precision().equals("single"));
	}

	/** The jackknife's; of a coefficient without replicates the fit's own. */
	private double error(Expr actual, Estimate estimate, int i) {
		if (estimate.replicates().length > 1) {
			return estimate.error(i);
		}
		if (actual instanceof Expr.Read read) {
			for (FitResult fit : fits) {
				int c = fit.fit().coefficients().indexOf(read.symbol());
				if (c >= 0) {
					return fit.errors()[c];
				}
			}
		}
		return Double.NaN;
	}
}
