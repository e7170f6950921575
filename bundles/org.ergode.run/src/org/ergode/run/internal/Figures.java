// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.result.Claim;
import org.ergode.run.ClaimReport;
import org.ergode.run.internal.DisplayUnits.Unit;

/** Figures as texts. */
final class Figures {
	private Figures() {
	}

	/** In the unit of the claim's text, else in one of the model's. */
	static ClaimReport claim(Claim claim, ExperimentIr experiment, DisplayUnits model) {
		Expr.Op operator = experiment.expects().stream().filter(e -> e.source().line() == claim.line() && e.text().equals(claim.text()))
				.map(ExperimentIr.Expect::operator).findFirst().orElse(Expr.Op.LESS_EQUAL);
		double typical = claim.expected() == 0 ? claim.found() : claim.expected();
		Unit unit = DisplayUnits.of(claim.text()).exact(claim.dimension()).orElseGet(() -> model.unit(claim.dimension(), typical));
		boolean hasError = claim.error() > 0 && Double.isFinite(claim.error());
		String error = hasError ? with(rounded(unit.of(claim.error())), unit) : "";
		String found = with(hasError ? rounded(unit.of(claim.found()), unit.of(claim.error())) : exact(unit.of(claim.found()), unit.of(claim.tolerance())), unit);
		String expected = Quantities.number(unit.of(claim.expected()));
		String text = Double.isNaN(claim.tolerance()) ? sign(operator) + " " + with(expected, unit)
				: with(expected + " +- " + Quantities.number(unit.of(claim.tolerance())), unit);
		return new ClaimReport(claim, found, error, text, note(claim, experiment, unit));
	}

	/** A tolerance below the Monte-Carlo error says nothing about the model: the same claim may be met with one seed and missed with another. */
	private static String note(Claim claim, ExperimentIr experiment, Unit unit) {
		double times = claim.replication();
		if (!(times > 1)) {
			return "";
		}
		String problem = "within +- " + with(Quantities.number(unit.of(claim.tolerance())), unit) + " cannot be judged: the Monte-Carlo error is "
				+ with(rounded(unit.of(claim.error())), unit);
		long walkers = experiment.stages().stream().mapToLong(s -> s instanceof ExperimentIr.Simulate m ? m.walkers() : 0).max().orElse(0);
		if (walkers == 0 || Double.isInfinite(times)) {
			return problem + "; use a wider tolerance";
		}
		String factor = rounded(times);
		return problem + "; take about " + factor + " times as many walkers (" + Quantities.number(new BigDecimal(times * walkers).round(new MathContext(2)).doubleValue())
				+ "), or a wider tolerance";
	}

	/** Value and error in one unit: {@code 0.498 +- 0.002 um^2/s}. */
	static String measured(double value, double error, Dimension dimension, DisplayUnits units) {
		Unit unit = units.unit(dimension, value);
		boolean hasError = error > 0 && Double.isFinite(error);
		String text = rounded(unit.of(value), hasError ? unit.of(error) : Double.NaN);
		return with(hasError ? text + " +- " + rounded(unit.of(error)) : text, unit);
	}

	/** {@code 3 /um}, as one would type it. */
	static String with(String number, Unit unit) {
		return unit.symbol().isEmpty() ? number : number + " " + (unit.symbol().startsWith("1/") ? unit.symbol().substring(1) : unit.symbol());
	}

	private static String sign(Expr.Op operator) {
		return switch (operator) {
			case EQUAL -> "=";
			case NOT_EQUAL -> "!=";
			case LESS -> "<";
			case LESS_EQUAL -> "<=";
			case GREATER -> ">";
			case GREATER_EQUAL -> ">=";
			default -> "";
		};
	}

	/** An error, to two digits. */
	private static String rounded(double error) {
		return plain(new BigDecimal(error).round(new MathContext(2)));
	}

	/** To the second digit of its error; without one to four digits. */
	private static String rounded(double value, double error) {
		if (!(error > 0) || !Double.isFinite(value) || value == 0) {
			return Quantities.number(value);
		}
		BigDecimal e = new BigDecimal(error).round(new MathContext(2));
		return plain(new BigDecimal(value).setScale(e.scale(), RoundingMode.HALF_EVEN));
	}

	/** Without an error: to four digits, or to the second digit of the tolerance where that is finer. */
	private static String exact(double value, double tolerance) {
		if (!(tolerance > 0) || !Double.isFinite(value) || value == 0 || tolerance > Math.abs(value) * 1e-2) {
			return Quantities.number(value);
		}
		BigDecimal t = new BigDecimal(tolerance).round(new MathContext(2));
		BigDecimal v = new BigDecimal(value);
		return plain(v.setScale(t.scale(), RoundingMode.HALF_EVEN).round(new MathContext(15)).stripTrailingZeros());
	}

	private static String plain(BigDecimal x) {
		double size = x.abs().doubleValue();
		if (size == 0 || size >= 1e-3 && size < 1e6) {
			return x.toPlainString();
		}
		String digits = x.unscaledValue().abs().toString();
		int exponent = digits.length() - 1 - x.scale();
		String mantissa = digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "");
		return (x.signum() < 0 ? "-" : "") + mantissa + "e" + exponent;
	}
}
