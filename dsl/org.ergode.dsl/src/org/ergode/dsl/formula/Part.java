// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * A formula under construction: how tightly its outermost operation binds, so that it is bracketed only where it must be, and its sign, which
 * stands outside products and fractions.
 *
 * @param body without its sign
 */
public record Part(Formula body, Level level, boolean negative) {

	/** Between a number and its unit. */
	static final Formula UNIT_GAP = new Formula.Sign(" ", Formula.Spacing.NONE);

	/** From the loosest to the tightest. */
	public enum Level {
		LOGIC, COMPARISON, RANGE, SUM,
		/** Entry by entry: looser than factors side by side. */
		CIRCLED, PRODUCT, POWER, ATOM
	}

	public static Part atom(Formula f) {
		return new Part(f, Level.ATOM, false);
	}

	public static Part of(Formula f, Level level) {
		return new Part(f, level, false);
	}

	/** A number in a unit. */
	public Part in(Formula unit) {
		return new Part(Formula.row(body, UNIT_GAP, unit), Level.PRODUCT, negative);
	}

	public static Part number(String digits) {
		return digits.startsWith("-") ? atom(new Formula.Number(digits.substring(1))).negated() : atom(new Formula.Number(digits));
	}

	public Part negated() {
		return level.compareTo(Level.SUM) <= 0 && !negative ? new Part(Formula.parentheses(body), Level.PRODUCT, true) : new Part(body, level, !negative);
	}

	/** With its sign. */
	public Formula formula() {
		return negative ? Formula.row(Formula.prefix("−"), body) : body;
	}

	/** In brackets if it binds more loosely than that, or has a sign. */
	public Formula atLeast(Level needed) {
		return negative || level.compareTo(needed) < 0 ? Formula.parentheses(formula()) : body;
	}

	/** Its body in brackets if it binds more loosely than that; the sign is the caller's. */
	private Formula unsigned(Level needed) {
		return level.compareTo(needed) < 0 ? Formula.parentheses(body) : body;
	}

	public Part plus(Part other) {
		return joined(other, other.negative ? "−" : "+");
	}

	public Part minus(Part other) {
		return joined(other, other.negative ? "+" : "−");
	}

	private Part joined(Part other, String sign) {
		Formula left = level.compareTo(Level.SUM) < 0 ? Formula.parentheses(formula()) : formula();
		boolean bracket = other.level.compareTo(Level.SUM) < 0 || other.level == Level.SUM && sign.equals("−");
		Formula right = bracket ? Formula.parentheses(other.body) : other.body;
		return of(Formula.row(left, Formula.binary(sign), right), Level.SUM);
	}

	/** Factors side by side. */
	public Part times(Part other) {
		List<Formula> items = new ArrayList<>();
		items.add(unsigned(Level.PRODUCT));
		boolean dot = startsWithDigit(other.body) && endsWithNumber(body) || endsInUnit(body);
		items.add(new Formula.Sign(dot ? "·" : "", dot ? Formula.Spacing.BINARY : Formula.Spacing.TIMES));
		items.add(other.unsigned(Level.PRODUCT));
		return new Part(Formula.row(items), Level.PRODUCT, negative != other.negative);
	}

	/** Entry by entry. */
	public Part circled(Part other) {
		return new Part(Formula.row(unsigned(Level.CIRCLED), Formula.binary("⊙"), other.unsigned(Level.PRODUCT)), Level.CIRCLED, negative != other.negative);
	}

	public Part over(Part other) {
		return new Part(new Formula.Fraction(body, other.body), Level.PRODUCT, negative != other.negative);
	}

	public Part power(Formula exponent) {
		Formula base = level == Level.ATOM && !negative && !(body instanceof Formula.Scripts s && s.above() != null) ? body : Formula.parentheses(formula());
		return of(Formula.sup(base, exponent), Level.POWER);
	}

	public Part transposed() {
		return power(Formula.upright("⊤"));
	}

	/** Whether numbers stand at both sides of where it would be appended. */
	private static boolean startsWithDigit(Formula f) {
		return switch (f) {
			case Formula.Number n -> true;
			case Formula.Row r -> !r.items().isEmpty() && startsWithDigit(r.items().getFirst());
			case Formula.Scripts s -> startsWithDigit(s.base());
			default -> false;
		};
	}

	/** Whether its last factor is a quantity in a unit, whose letters would run into the next. */
	private static boolean endsInUnit(Formula f) {
		return f instanceof Formula.Row r && r.items().contains(UNIT_GAP) && r.items().getLast() instanceof Formula l
				&& (l instanceof Formula.Scripts s ? s.base() : l) instanceof Formula.Symbol u && u.style() == Formula.Style.UPRIGHT;
	}

	private static boolean endsWithNumber(Formula f) {
		return switch (f) {
			case Formula.Number n -> true;
			case Formula.Row r -> !r.items().isEmpty() && endsWithNumber(r.items().getLast());
			case Formula.Scripts s -> s.base() instanceof Formula.Number;
			default -> false;
		};
	}

	/** A function of one argument; without brackets around a single symbol. */
	public static Part call(Formula name, Part argument) {
		return of(Formula.row(name, Formula.parentheses(argument.formula())), Level.ATOM);
	}

	/** ln x, but ln(x + y). */
	public static Part named(String name, Part argument) {
		boolean simple = !argument.negative && argument.level == Level.ATOM
				&& (argument.body instanceof Formula.Symbol || argument.body instanceof Formula.Scripts s && s.base() instanceof Formula.Symbol);
		return simple ? of(Formula.row(new Formula.Named(name), argument.body), Level.PRODUCT) : call(new Formula.Named(name), argument);
	}

	/** A sum over an index, which takes in the products that follow it. */
	public static Part big(String sign, Formula lower, Formula upper, Part of) {
		Formula under = of.unsigned(Level.PRODUCT);
		return new Part(Formula.row(new Formula.Big(sign, lower, upper), under), Level.PRODUCT, of.negative);
	}
}
