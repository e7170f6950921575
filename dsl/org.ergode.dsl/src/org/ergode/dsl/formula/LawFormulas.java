// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import static org.ergode.dsl.formula.Formula.row;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Reference;
import org.ergode.unit.DistributionPrimitive;

/** Laws as the field writes them, 𝒩(μ, σ²) or Pareto(α = 0.7, c = 1 s), and their densities. */
public final class LawFormulas {
	/** Customary letters of parameters; the same in a law and in its density. */
	private static final Map<String, String> LETTERS = Map.ofEntries(Map.entry("mean", "μ"), Map.entry("sd", "σ"), Map.entry("scale", "c"), Map.entry("shape", "k"), Map.entry("min", "a"),
			Map.entry("max", "b"), Map.entry("probabilities", "p"), Map.entry("values", "x"), Map.entry("hurst", "H"), Map.entry("covariance", "Σ"), Map.entry("length", "r"));
	private static final Map<String, String> TITLES = Map.of("exponential", "Exp", "mittag_leffler", "Mittag-Leffler", "fractional_gaussian", "fGn", "fixed", "δ");

	private final ExpressionFormulas expressions;

	public LawFormulas(ExpressionFormulas expressions) {
		this.expressions = expressions;
	}

	/** What stands after {@code ~}. */
	public Formula of(Expression law) {
		if (law instanceof Reference r && r.getName() != null) {
			return title(r.getName());
		}
		if (!(law instanceof Call c) || c.getName() == null) {
			return expressions.of(law);
		}
		List<Formula> arguments = new ArrayList<>();
		for (Argument a : c.getArguments()) {
			boolean nested = a.getValue() instanceof Call inner && isLaw(c) && inner.getName() != null;
			Part value = nested ? Part.atom(of(a.getValue())) : expressions.part(a.getValue());
			if (c.getName().equals("normal")) {
				boolean spread = a.getName() == null ? c.getArguments().indexOf(a) == 1 : a.getName().equals("sd");
				arguments.add(isZero(value) ? new Formula.Number("0") : spread ? squared(value) : value.formula());
			} else {
				Formula shown = c.getName().equals("multinormal") && value.body() instanceof Formula.Fenced x && x.open().equals("{") ? Formula.parentheses(x.body()) : value.formula();
				boolean plain = a.getName() == null || nested || isPlain(c) || parameter(a.getName()).equals(shown);
				arguments.add(plain ? shown : Formula.equation(parameter(a.getName()), shown));
			}
		}
		return row(title(c.getName()), Formula.parentheses(Formula.list(arguments)));
	}

	/** {@code isotropic} takes a law. */
	private static boolean isLaw(Call c) {
		return c.getName().equals("isotropic");
	}

	/** What it takes is clear by position. */
	private static boolean isPlain(Call c) {
		return c.getName().equals("multinormal") || c.getName().equals("uniform");
	}

	/** 0, in whatever unit. */
	private static boolean isZero(Part value) {
		Formula first = value.body() instanceof Formula.Row r && r.items().contains(Part.UNIT_GAP) ? r.items().getFirst() : value.body();
		return first instanceof Formula.Number n && n.digits().matches("0(\\.0*)?");
	}

	/** A variance: of √(kT/m) it is kT/m. */
	private static Formula squared(Part sd) {
		return sd.body() instanceof Formula.Root r && !sd.negative() ? r.radicand() : sd.power(new Formula.Number("2")).formula();
	}

	private static Formula title(String name) {
		return switch (name) {
			case "normal", "multinormal" -> new Formula.Symbol("N", Formula.Style.SCRIPT);
			case "uniform" -> new Formula.Symbol("U", Formula.Style.SCRIPT);
			default -> Formula.upright(TITLES.getOrDefault(name, name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('_', ' ')));
		};
	}

	/** The letter of a law's parameter. */
	public static Formula parameter(String name) {
		return name.equals("location") ? Formula.sub(Formula.italic("x"), new Formula.Number("0")) : LETTERS.containsKey(name) ? Formula.italic(LETTERS.get(name)) : Glyphs.name(name);
	}

	/** What the unit says of the density, its parameters by their letters. */
	public static Formula density(DistributionPrimitive d) {
		return density(d, null);
	}

	/** @param drawn the symbol of what is drawn; null for x. Where the text has X for it and x for a value, the value of a time is t */
	public static Formula density(DistributionPrimitive d, Formula drawn) {
		Set<String> words = new LinkedHashSet<>();
		d.parameters().forEach(p -> words.add(p.name()));
		String variable = variable(d.formula(), words);
		boolean capital = d.formula().matches("(?s).*\\bX\\b.*|.*[a-z]X.*");
		Formula value = capital && Formula.italic("τ").equals(drawn) ? Formula.italic("t") : Formula.italic("x");
		Formula said = FormulaText.of(d.formula(), words, f -> !(f instanceof Formula.Symbol s) ? f : words.contains(s.text()) ? parameter(s.text())
				: drawn != null && s.text().equals(capital ? "X" : variable) ? drawn : s.text().equals("x") ? value : f);
		boolean whole = said instanceof Formula.Words || said instanceof Formula.Row r && r.items().stream().anyMatch(i -> i instanceof Formula.Sign s && (s.text().equals("=")));
		if (whole) {
			return said;
		}
		Formula density = row(Formula.italic("p"), Formula.parentheses(drawn == null ? Formula.italic(variable) : drawn));
		boolean proportional = said instanceof Formula.Row r && r.items().getFirst() instanceof Formula.Sign;
		return proportional ? row(density, said) : Formula.equation(density, said);
	}

	/** Continuous laws speak of x, those of whole numbers of k or n. */
	private static String variable(String text, Set<String> words) {
		return List.of("x", "k", "n").stream().filter(v -> !words.contains(v) && text.matches("(?s).*(?<![A-Za-z])" + v + "(?![A-Za-z]).*|(?s).*[A-Za-z](?=ⁿ).*" + (v.equals("n") ? "" : "(?!)"))).findFirst().orElse("x");
	}
}
