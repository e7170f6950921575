// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A formula as LaTeX with amsmath, without the dollars: {@code -\mathbf{a}^{\top} \mathbf{v}}. */
public final class Latex {
	private static final Map<String, String> SIGNS = signs();
	private static final Set<String> NAMED = Set.of("exp", "ln", "log", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "max", "min", "det", "sup", "inf");
	private static final Map<Formula.Mark, String> MARKS = Map.of(Formula.Mark.HAT, "\\hat", Formula.Mark.BAR, "\\bar", Formula.Mark.DOT, "\\dot", Formula.Mark.TILDE, "\\tilde");

	private Latex() {
	}

	public static String of(Formula f) {
		return switch (f) {
			case Formula.Symbol s -> symbol(s);
			case Formula.Number n -> UnicodeText.digits(n.digits()).replace("\u202F", "\\,");
			case Formula.Words w -> "\\text{" + escaped(w.text()) + "}";
			case Formula.Sign s -> sign(s);
			case Formula.Named n -> NAMED.contains(n.name()) ? "\\" + n.name() : "\\operatorname{" + escaped(n.name()) + "}";
			case Formula.Row r -> row(r.items());
			case Formula.Fraction q -> "\\frac{" + of(q.over()) + "}{" + of(q.under()) + "}";
			case Formula.Scripts s -> base(s.base()) + (s.below() == null ? "" : "_{" + of(s.below()) + "}") + (s.above() == null ? "" : "^{" + of(s.above()) + "}");
			case Formula.Root r -> "\\sqrt{" + of(r.radicand()) + "}";
			case Formula.Big b -> plain(b.sign()) + (b.lower() == null ? "" : "_{" + of(b.lower()) + "}") + (b.upper() == null ? "" : "^{" + of(b.upper()) + "}");
			case Formula.Fenced x -> fenced(x);
			case Formula.Accent a -> MARKS.get(a.mark()) + "{" + of(a.base()) + "}";
			case Formula.Matrix m -> "\\begin{matrix} " + m.rows().stream().map(r -> r.stream().map(Latex::of).collect(Collectors.joining(" & "))).collect(Collectors.joining(" \\\\ ")) + " \\end{matrix}";
			case Formula.Aligned a -> "\\begin{aligned}\n" + a.lines().stream().map(l -> of(l.left()) + " &" + plain(l.sign()) + " " + of(l.right())).collect(Collectors.joining(" \\\\\n")) + "\n\\end{aligned}";
		};
	}

	private static String row(List<Formula> items) {
		StringBuilder s = new StringBuilder();
		for (Formula f : items) {
			String t = of(f);
			boolean joined = s.isEmpty() || t.isEmpty() || t.startsWith("\\,") || t.equals(",") || s.charAt(s.length() - 1) == ' ';
			s.append(joined ? "" : " ").append(t);
		}
		return s.toString().strip();
	}

	private static String base(Formula f) {
		return f instanceof Formula.Row || f instanceof Formula.Fraction || f instanceof Formula.Scripts ? "{" + of(f) + "}" : of(f);
	}

	private static String symbol(Formula.Symbol s) {
		String letters = plain(s.text());
		boolean greek = letters.startsWith("\\") && s.text().codePointCount(0, s.text().length()) == 1 && Character.isLetter(s.text().codePointAt(0));
		return switch (s.style()) {
			case ITALIC -> s.text().codePointCount(0, s.text().length()) <= 2 ? letters : "\\mathit{" + escaped(s.text()) + "}";
			case BOLD -> greek ? "\\boldsymbol{" + letters + "}" : "\\mathbf{" + escaped(s.text()) + "}";
			case UPRIGHT -> s.text().contains("-") || s.text().contains(" ") ? "\\text{" + escaped(s.text()) + "}" : letters.startsWith("\\") && !s.text().startsWith("μ") ? letters : "\\mathrm{" + escaped(s.text()).replace("μ", "\\mu ") + "}";
			case SCRIPT -> "\\mathcal{" + s.text() + "}";
		};
	}

	private static String sign(Formula.Sign s) {
		return switch (s.spacing()) {
			case GAP -> "\\qquad";
			case TIMES -> "";
			default -> plain(s.text());
		};
	}

	private static String fenced(Formula.Fenced x) {
		return "\\left" + fence(x.open()) + " " + of(x.body()) + " \\right" + fence(x.close());
	}

	private static String fence(String f) {
		return switch (f) {
			case "" -> ".";
			case "{" -> "\\{";
			case "}" -> "\\}";
			case "⟨" -> "\\langle";
			case "⟩" -> "\\rangle";
			case "‖" -> "\\|";
			case "⌊" -> "\\lfloor";
			case "⌋" -> "\\rfloor";
			case "⌈" -> "\\lceil";
			case "⌉" -> "\\rceil";
			default -> f;
		};
	}

	private static String plain(String text) {
		return SIGNS.getOrDefault(text, escaped(text));
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\backslash ").replaceAll("([_%&#{}$])", "\\\\$1").replace("−", "-").replace("°", "^{\\circ}");
	}

	private static Map<String, String> signs() {
		Map<String, String> m = new HashMap<>();
		Glyphs.GREEK.forEach((name, letter) -> m.put(letter, "\\" + (name.equals("lamda") ? "lambda" : name)));
		m.put("λ", "\\lambda");
		m.put("ε", "\\varepsilon");
		m.put("φ", "\\varphi");
		String[] pairs = {"−", "-", "·", "\\cdot", "×", "\\times", "⊙", "\\odot", "∑", "\\sum", "∏", "\\prod", "∫", "\\int", "⊤", "\\top", "∞", "\\infty", "∂", "\\partial",
				"∇", "\\nabla", "∼", "\\sim", "≤", "\\le", "≥", "\\ge", "≠", "\\ne", "∝", "\\propto", "≈", "\\approx", "∈", "\\in", "∧", "\\land", "∨", "\\lor", "¬", "\\lnot",
				"…", "\\dots", "±", "\\pm", "←", "\\leftarrow", "→", "\\to", "‖", "\\|", "∣", "\\mid", "ℓ", "\\ell", "|", "|", "∖", "\\setminus", "′", "\\prime", "ℝ", "\\mathbb{R}", "ℤ", "\\mathbb{Z}", "%", "\\%"};
		for (int i = 0; i < pairs.length; i += 2) {
			m.put(pairs[i], pairs[i + 1]);
		}
		return m;
	}

}
