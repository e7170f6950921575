// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ergode.dsl.formula.Formula.Spacing;

/** A formula in one line of Unicode: {@code −aᵀv − bᵀh − vᵀWh}, {@code √(2γkT)/m}. What a fraction bar or a height says is said by brackets. */
public final class UnicodeText {
	private static final Map<Integer, Integer> ABOVE = pairs("0123456789+−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾", "abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "αβγδ⊤′", "ᵅᵝᵞᵟᵀ′");
	private static final Map<Integer, Integer> BELOW = pairs("0123456789+−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");
	private static final Map<Formula.Mark, String> MARKS = Map.of(Formula.Mark.HAT, "\u0302", Formula.Mark.BAR, "\u0304", Formula.Mark.DOT, "\u0307", Formula.Mark.TILDE, "\u0303");

	private UnicodeText() {
	}

	public static String of(Formula f) {
		return switch (f) {
			case Formula.Symbol s -> s.style() == Formula.Style.SCRIPT ? script(s.text()) : s.text();
			case Formula.Number n -> digits(n.digits());
			case Formula.Words w -> w.text();
			case Formula.Sign s -> sign(s);
			case Formula.Named n -> n.name();
			case Formula.Row r -> row(r.items());
			case Formula.Fraction q -> fraction(q);
			case Formula.Scripts s -> scripts(s);
			case Formula.Root r -> "√" + tight(r.radicand());
			case Formula.Big b -> b.sign() + (b.lower() == null ? "" : below(b.lower())) + (b.upper() == null ? "" : above(b.upper()));
			case Formula.Fenced x -> x.open() + of(x.body()) + x.close();
			case Formula.Accent a -> of(a.base()) + MARKS.get(a.mark());
			case Formula.Matrix m -> m.rows().stream().map(r -> r.stream().map(UnicodeText::of).collect(Collectors.joining(", "))).collect(Collectors.joining("; "));
			case Formula.Aligned a -> a.lines().stream().map(l -> of(l.row())).collect(Collectors.joining("\n"));
		};
	}

	/** Groups of three where there are five digits or more before the point. */
	static String digits(String plain) {
		int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
		if (point < 5) {
			return plain;
		}
		StringBuilder s = new StringBuilder(plain);
		for (int i = point - 3; i > 0; i -= 3) {
			s.insert(i, '\u202F');
		}
		return s.toString();
	}

	private static String script(String letter) {
		return letter.equals("N") ? "𝒩" : letter.equals("U") ? "𝒰" : letter;
	}

	private static String row(List<Formula> items) {
		List<String> texts = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			boolean factor = i + 1 < items.size() && items.get(i + 1) instanceof Formula.Sign s && s.spacing() == Spacing.TIMES;
			String t = of(items.get(i));
			texts.add(factor && items.get(i) instanceof Formula.Fraction && !t.equals("½") ? "(" + t + ")" : t);
		}
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < items.size(); i++) {
			if (items.get(i) instanceof Formula.Sign s) {
				boolean gap = s.spacing() == Spacing.TIMES && i > 0 && i + 1 < items.size() && apart(items.get(i - 1), items.get(i + 1), line.toString(), texts.get(i + 1));
				boolean afterBig = s.spacing() == Spacing.PREFIX && i > 0 && items.get(i - 1) instanceof Formula.Big;
				line.append(gap || afterBig ? " " : "").append(gap ? "" : sign(s));
			} else {
				boolean word = !line.isEmpty() && (items.get(i) instanceof Formula.Words || i > 0 && items.get(i - 1) instanceof Formula.Words);
				boolean named = i > 0 && items.get(i - 1) instanceof Formula.Named && !(items.get(i) instanceof Formula.Fenced);
				boolean after = i > 0 && items.get(i - 1) instanceof Formula.Big;
				String gap = (word || named || after) && !Character.isWhitespace(line.charAt(line.length() - 1)) ? " " : "";
				line.append(gap).append(texts.get(i));
			}
		}
		return line.toString();
	}

	private static String sign(Formula.Sign s) {
		return switch (s.spacing()) {
			case BINARY, RELATION -> " " + s.text() + " ";
			case PUNCTUATION -> s.text() + " ";
			case PREFIX, NONE -> s.text();
			case GAP -> s.text() + "   ";
			case TIMES -> "";
		};
	}

	/** Whether two factors would be read as one word, or as a function and its argument. */
	private static boolean apart(Formula before, Formula after, String left, String right) {
		boolean letter = !left.isEmpty() && Character.isLetterOrDigit(left.codePointBefore(left.length()));
		return letter && !Character.isDigit(left.codePointBefore(left.length())) && right.startsWith("(") || letter && (right.startsWith("∑") || right.startsWith("∫"))
				|| isWord(before, true) || isWord(after, false);
	}

	/** Whether a name of several letters, or a lowered one, stands at that end. */
	private static boolean isWord(Formula f, boolean atEnd) {
		return switch (f) {
			case Formula.Symbol s -> s.text().codePointCount(0, s.text().length()) > 1;
			case Formula.Named n -> true;
			case Formula.Words w -> true;
			case Formula.Accent a -> isWord(a.base(), atEnd);
			case Formula.Scripts s -> isWord(s.base(), atEnd) || atEnd && of(s).matches("(?s).*[_^][^)}]*");
			case Formula.Row r -> !r.items().isEmpty() && isWord(atEnd ? r.items().getLast() : r.items().getFirst(), atEnd);
			default -> false;
		};
	}

	private static String fraction(Formula.Fraction q) {
		String over = of(q.over());
		String under = of(q.under());
		if (over.equals("1") && under.equals("2")) {
			return "½";
		}
		return (hasSign(q.over()) ? "(" + over + ")" : over) + "/" + (isAtom(q.under()) ? under : "(" + under + ")");
	}

	private static String scripts(Formula.Scripts s) {
		String base = s.base() instanceof Formula.Fraction || s.base() instanceof Formula.Row ? "(" + of(s.base()) + ")" : of(s.base());
		return base + (s.below() == null ? "" : below(s.below())) + (s.above() == null ? "" : above(s.above()));
	}

	private static String above(Formula f) {
		String t = of(f);
		String raised = isWord(t) && t.length() > 2 ? null : shifted(t, ABOVE);
		return raised != null ? raised : "^" + (isAtom(f) ? t : "(" + t + ")");
	}

	private static String below(Formula f) {
		String t = of(f);
		String lowered = shifted(t.replace(", ", "").replace(",", ""), BELOW);
		return lowered != null && (t.length() < 3 || !isWord(t)) ? lowered : "_" + (isAtom(f) && isWordLike(t) ? t : "{" + t + "}");
	}

	private static boolean isWord(String t) {
		return t.chars().allMatch(Character::isLetter);
	}

	private static boolean isWordLike(String t) {
		return t.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
	}

	/** @return null if a character has no such form, or it would be long */
	private static String shifted(String t, Map<Integer, Integer> table) {
		String plain = t.replace(" ", "");
		if (plain.codePointCount(0, plain.length()) > 5) {
			return null;
		}
		StringBuilder s = new StringBuilder();
		for (int c : plain.codePoints().toArray()) {
			if (!table.containsKey(c)) {
				return null;
			}
			s.appendCodePoint(table.get(c));
		}
		return s.toString();
	}

	private static String tight(Formula f) {
		return isAtom(f) ? of(f) : "(" + of(f) + ")";
	}

	private static boolean hasSign(Formula f) {
		return f instanceof Formula.Row r && r.items().stream().anyMatch(i -> i instanceof Formula.Sign s && (s.spacing() == Spacing.BINARY && !s.text().equals("⊙") || s.spacing() == Spacing.RELATION));
	}

	private static boolean isAtom(Formula f) {
		return switch (f) {
			case Formula.Row r -> r.items().size() == 2 && r.items().getFirst() instanceof Formula.Sign p && "d∂".contains(p.text()) && isAtom(r.items().get(1)) || r.items().size() == 2 && r.items().get(1) instanceof Formula.Fenced && (r.items().getFirst() instanceof Formula.Symbol || r.items().getFirst() instanceof Formula.Named);
			case Formula.Fraction q -> of(q).equals("½");
			case Formula.Matrix m -> false;
			case Formula.Aligned a -> false;
			default -> true;
		};
	}

	private static Map<Integer, Integer> pairs(String... plainAndShifted) {
		Map<Integer, Integer> all = new java.util.HashMap<>();
		for (int k = 0; k < plainAndShifted.length; k += 2) {
			int[] from = plainAndShifted[k].codePoints().toArray();
			int[] to = plainAndShifted[k + 1].codePoints().toArray();
			for (int i = 0; i < from.length; i++) {
				all.put(from[i], to[i]);
			}
		}
		return Map.copyOf(all);
	}
}
