// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import static org.ergode.dsl.formula.Formula.italic;
import static org.ergode.dsl.formula.Formula.row;
import static org.ergode.dsl.formula.Formula.upright;

import java.util.List;
import java.util.Map;
import org.ergode.dsl.formula.Part.Level;

/** Functions that have a notation of their own: roots, exponentials, averages, norms. */
public final class FunctionFormulas {
	private static final Map<String, String> NAMED = Map.ofEntries(Map.entry("log", "ln"), Map.entry("sin", "sin"), Map.entry("cos", "cos"), Map.entry("tan", "tan"), Map.entry("asin", "arcsin"),
			Map.entry("acos", "arccos"), Map.entry("atan", "arctan"), Map.entry("sinh", "sinh"), Map.entry("cosh", "cosh"), Map.entry("tanh", "tanh"), Map.entry("erf", "erf"), Map.entry("erfc", "erfc"),
			Map.entry("det", "det"), Map.entry("trace", "tr"), Map.entry("diag", "diag"), Map.entry("argmax", "argmax"), Map.entry("softmax", "softmax"), Map.entry("relu", "relu"),
			Map.entry("softplus", "softplus"), Map.entry("sign", "sgn"), Map.entry("max", "max"), Map.entry("min", "min"), Map.entry("median", "median"));

	private FunctionFormulas() {
	}

	/** @param small in a script, where nothing may be high; @return null if it is written as any other function */
	public static Part of(String name, List<Part> a, boolean small) {
		if (a.isEmpty()) {
			return name.equals("log_partition") ? Part.named("ln", Part.atom(italic("Z"))) : null;
		}
		Part x = a.getFirst();
		if (a.size() > 1) {
			return ofTwo(name, x, a.get(1), a);
		}
		return switch (name) {
			case "sqrt" -> Part.atom(new Formula.Root(x.formula()));
			case "abs" -> fenced("|", x, "|");
			case "norm2" -> fenced("‖", x, "‖");
			case "floor" -> fenced("⌊", x, "⌋");
			case "ceil" -> fenced("⌈", x, "⌉");
			case "exp" -> exponential(x, small);
			case "log10" -> Part.call(Formula.sub(new Formula.Named("log"), new Formula.Number("10")), x);
			case "log2" -> Part.call(Formula.sub(new Formula.Named("log"), new Formula.Number("2")), x);
			case "log1p" -> Part.call(new Formula.Named("ln"), Part.number("1").plus(x));
			case "expm1" -> exponential(x, small).minus(Part.number("1"));
			case "gamma" -> Part.call(italic("Γ"), x);
			case "lgamma" -> Part.of(row(new Formula.Named("ln"), italic("Γ"), Formula.parentheses(x.formula())), Level.PRODUCT);
			case "digamma" -> Part.call(italic("ψ"), x);
			case "sigmoid" -> Part.call(italic("σ"), x);
			case "step" -> Part.call(italic("Θ"), x);
			case "mean" -> Part.atom(Formula.average(x.formula(), null));
			case "variance" -> Part.call(new Formula.Named("Var"), x);
			case "sum" -> Part.big("∑", null, null, x);
			case "integral" -> Part.of(row(new Formula.Big("∫", null, null), x.atLeast(Level.PRODUCT), new Formula.Sign("", Formula.Spacing.TIMES), upright("d"), italic("x")), Level.PRODUCT);
			case "inv" -> x.power(row(Formula.prefix("−"), new Formula.Number("1")));
			case "gradient" -> Part.of(row(upright("∇"), x.atLeast(Level.POWER)), Level.PRODUCT);
			case "divergence" -> Part.of(row(upright("∇"), new Formula.Sign("·", Formula.Spacing.PREFIX), x.atLeast(Level.POWER)), Level.PRODUCT);
			case "laplacian" -> Part.of(row(Formula.sup(upright("∇"), new Formula.Number("2")), x.atLeast(Level.POWER)), Level.PRODUCT);
			case "delta" -> Part.call(italic("δ"), x);
			case "identity" -> Part.atom(Formula.sub(Formula.bold("I"), x.formula()));
			case "free_energy" -> Part.call(italic("F"), x);
			case "reconstruction" -> Part.atom(new Formula.Accent(x.body(), Formula.Mark.HAT));
			case "log_likelihood" -> Part.atom(Formula.average(row(new Formula.Named("ln"), italic("p"), Formula.parentheses(Formula.bold("v"))), x.formula()));
			default -> NAMED.containsKey(name) ? Part.named(NAMED.get(name), x) : null;
		};
	}

	private static Part ofTwo(String name, Part x, Part y, List<Part> a) {
		return switch (name) {
			case "cross_entropy" -> crossEntropy(x, y);
			case "squared_error" -> squaredError(x, y);
			case "kl_divergence" -> Part.atom(row(Formula.sub(italic("D"), new Formula.Words("KL")), Formula.parentheses(row(x.formula(), Formula.relation("‖"), y.formula()))));
			case "quantile" -> Part.call(Formula.sub(italic("Q"), y.formula()), x);
			case "max", "min" -> Part.atom(row(new Formula.Named(name), Formula.parentheses(Formula.list(a.stream().map(Part::formula).toList()))));
			default -> null;
		};
	}

	/** e to a short power, exp of what is high. */
	private static Part exponential(Part x, boolean small) {
		return small || isHigh(x.body()) ? Part.call(new Formula.Named("exp"), x) : Part.atom(upright("e")).power(x.formula());
	}

	/** A fraction of fractions would be too small to read. */
	private static boolean isHigh(Formula f) {
		return switch (f) {
			case Formula.Fraction q -> isHigh(q.over()) || isHigh(q.under()) || contains(q.over()) || contains(q.under());
			case Formula.Row r -> r.items().stream().anyMatch(FunctionFormulas::isHigh) || r.items().stream().anyMatch(Formula.Big.class::isInstance);
			case Formula.Scripts s -> isHigh(s.base());
			case Formula.Fenced x -> contains(x.body()) || isHigh(x.body());
			case Formula.Matrix m -> true;
			default -> false;
		};
	}

	private static boolean contains(Formula f) {
		return f instanceof Formula.Fraction || f instanceof Formula.Row r && r.items().stream().anyMatch(FunctionFormulas::contains);
	}

	/** −∑ₖ tₖ ln yₖ, or what it is without names for its arguments. */
	private static Part crossEntropy(Part y, Part target) {
		if (y.body() instanceof Formula.Symbol s && target.body() instanceof Formula.Symbol t) {
			Formula k = italic("k");
			Formula yk = Formula.sub(italic(s.text()), k);
			Formula tk = Formula.sub(italic(t.text()), k);
			return Part.big("∑", k, null, Part.atom(tk).times(Part.named("ln", Part.atom(yk)))).negated();
		}
		return Part.big("∑", null, null, target.circled(Part.named("ln", y))).negated();
	}

	private static Part squaredError(Part y, Part target) {
		return Part.atom(new Formula.Fraction(new Formula.Number("1"), new Formula.Number("2"))).times(fenced("‖", y.minus(target), "‖").power(new Formula.Number("2")));
	}

	private static Part fenced(String open, Part x, String close) {
		return Part.atom(new Formula.Fenced(open, x.formula(), close));
	}
}
