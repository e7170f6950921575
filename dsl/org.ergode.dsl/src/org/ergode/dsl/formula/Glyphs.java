// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ergode.dsl.formula.Formula.Style;

/** How names, numbers and units look: {@code theta_max} is θ with max below, {@code W1} is W with 1 below, {@code x_hat} wears a hat. */
public final class Glyphs {
	/** Greek letters by their names. */
	static final Map<String, String> GREEK = Map.ofEntries(Map.entry("alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"), Map.entry("delta", "δ"),
			Map.entry("epsilon", "ε"), Map.entry("zeta", "ζ"), Map.entry("eta", "η"), Map.entry("theta", "θ"), Map.entry("iota", "ι"), Map.entry("kappa", "κ"),
			Map.entry("lambda", "λ"), Map.entry("lamda", "λ"), Map.entry("mu", "μ"), Map.entry("nu", "ν"), Map.entry("xi", "ξ"), Map.entry("pi", "π"), Map.entry("rho", "ρ"),
			Map.entry("sigma", "σ"), Map.entry("tau", "τ"), Map.entry("upsilon", "υ"), Map.entry("phi", "φ"), Map.entry("chi", "χ"), Map.entry("psi", "ψ"),
			Map.entry("omega", "ω"), Map.entry("Gamma", "Γ"), Map.entry("Delta", "Δ"), Map.entry("Theta", "Θ"), Map.entry("Lambda", "Λ"), Map.entry("Xi", "Ξ"),
			Map.entry("Pi", "Π"), Map.entry("Sigma", "Σ"), Map.entry("Phi", "Φ"), Map.entry("Psi", "Ψ"), Map.entry("Omega", "Ω"));

	private static final Map<String, Formula.Mark> MARKS = Map.of("hat", Formula.Mark.HAT, "bar", Formula.Mark.BAR, "dot", Formula.Mark.DOT, "tilde", Formula.Mark.TILDE);
	private static final Pattern DIGITS_AFTER = Pattern.compile("(.*?[^\\d₀-₉])([\\d₀-₉]+)");
	private static final Map<String, String> UNITS = Map.of("ohm", "Ω", "degC", "°C", "deg", "°", "angstrom", "Å");

	private Glyphs() {
	}

	/** A name that stands for a number. */
	public static Formula name(String name) {
		return name(name, Style.ITALIC);
	}

	/** @param style of its letter; several letters that name no Greek one are upright unless bold */
	public static Formula name(String name, Style style) {
		int dot = name.lastIndexOf('.');
		if (dot > 0 && dot < name.length() - 1) {
			return Formula.sub(name(name.substring(dot + 1), style), new Formula.Words(name.substring(0, dot)));
		}
		int line = name.indexOf('_', 1);
		if (line > 0 && line < name.length() - 1) {
			Formula base = name(name.substring(0, line), style);
			String rest = name.substring(line + 1);
			int next = rest.indexOf('_', 1);
			Formula.Mark mark = MARKS.get(next > 0 ? rest.substring(0, next) : rest);
			if (mark != null) {
				Formula marked = base instanceof Formula.Scripts s ? new Formula.Scripts(new Formula.Accent(s.base(), mark), s.below(), s.above()) : new Formula.Accent(base, mark);
				return next > 0 && next < rest.length() - 1 ? Formula.sub(marked, below(rest.substring(next + 1))) : marked;
			}
			return Formula.sub(base, below(rest));
		}
		Matcher m = DIGITS_AFTER.matcher(name);
		if (m.matches()) {
			return Formula.sub(letter(m.group(1), style), new Formula.Number(plainDigits(m.group(2))));
		}
		return letter(name, style);
	}

	private static Formula below(String text) {
		return text.chars().allMatch(Character::isDigit) ? new Formula.Number(text) : name(text.replace('_', ' '), text.contains("_") ? Style.UPRIGHT : Style.ITALIC);
	}

	private static String plainDigits(String digits) {
		return digits.chars().map(c -> c >= '₀' && c <= '₉' ? c - '₀' + '0' : c).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	private static Formula letter(String name, Style style) {
		String greek = GREEK.get(name);
		if (greek != null) {
			return new Formula.Symbol(greek, style);
		}
		// kT is two quantities side by side, msd one name
		boolean letters = name.codePointCount(0, name.length()) == 1 || name.length() == 2 && Character.isUpperCase(name.charAt(1));
		return new Formula.Symbol(name, letters || style == Style.BOLD ? style : Style.UPRIGHT);
	}

	/** A unit, upright: {@code um} is μm. */
	public static Formula unit(String name) {
		String special = UNITS.get(name);
		boolean micro = name.length() > 1 && name.charAt(0) == 'u' && !name.equals("unit") && !name.equals("u");
		return Formula.upright(special != null ? special : micro ? "μ" + name.substring(1) : name);
	}

	/** {@code 4.11e-21} is 4.11 × 10⁻²¹, {@code 20_000} is 20 000. */
	public static Part number(BigDecimal value) {
		int exponent = value.signum() == 0 ? 0 : value.precision() - value.scale() - 1;
		boolean written = value.scale() < 0 || exponent < -3;
		boolean isLong = exponent > 6;
		if (!written && !isLong || value.signum() == 0) {
			return Part.number(value.toPlainString());
		}
		BigDecimal mantissa = value.movePointLeft(exponent);
		mantissa = mantissa.stripTrailingZeros().scale() <= 0 ? mantissa.setScale(0) : mantissa.stripTrailingZeros();
		if (exponent >= 0 && exponent < 3) {
			return Part.number(value.toPlainString());
		}
		Part power = Part.number("10").power(exponent < 0 ? Formula.row(Formula.prefix("−"), new Formula.Number(String.valueOf(-exponent))) : new Formula.Number(String.valueOf(exponent)));
		if (mantissa.abs().compareTo(BigDecimal.ONE) == 0) {
			return new Part(power.body(), Part.Level.POWER, value.signum() < 0);
		}
		return new Part(Formula.row(new Formula.Number(mantissa.abs().toPlainString()), Formula.binary("×"), power.body()), Part.Level.PRODUCT, value.signum() < 0);
	}

	/** The nearest short decimal. */
	public static Part number(double value) {
		if (Double.isNaN(value)) {
			return Part.atom(new Formula.Words("undefined"));
		}
		if (Double.isInfinite(value)) {
			Part infinity = Part.atom(Formula.upright("∞"));
			return value < 0 ? infinity.negated() : infinity;
		}
		BigDecimal d = new BigDecimal(value).round(new java.math.MathContext(6)).stripTrailingZeros();
		int exponent = d.signum() == 0 ? 0 : d.precision() - d.scale() - 1;
		return number(d.scale() < 0 && exponent <= 5 ? d.setScale(0) : d);
	}
}
