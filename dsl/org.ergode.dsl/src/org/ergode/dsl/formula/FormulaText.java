// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import static org.ergode.dsl.formula.Formula.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ergode.dsl.formula.Part.Level;

/**
 * Reads the text in which a unit says a density or a function, such as {@code e^(−(x − mean)²/2sd²)/(sd √2π)}, so that it can be typeset.
 *
 * <p>The notation: factors side by side; {@code a b/cd} is a b over c d, so a denominator ends at a space; {@code ^} before a symbol or brackets, or
 * raised and lowered characters; {@code √} before a symbol, brackets, or digits and letters without a space; {@code |x|}, {@code ⌊x⌋}; relations and commas;
 * {@code c ? a : b}; {@code (n choose k)}. Names of parameters are whole words, other words are letters side by side. A text that is not in it stays a text.
 */
public final class FormulaText {
	private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝᵞᵟᵀ";
	private static final String RAISED_PLAIN = "0123456789+−=()abcdefghijklmnoprstuvwxyzαβγδT";
	private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
	private static final String LOWERED_PLAIN = "0123456789+−=()aehijklmnoprstuvx";
	private static final Pattern TOKEN = Pattern.compile("(\\s+)|(\\d+(?:\\.\\d+)?)|([A-Za-z]+)|([" + RAISED + "]+)|([" + LOWERED + "]+)|(.)", Pattern.DOTALL);
	private static final Set<String> FUNCTIONS = Set.of("ln", "log", "sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "erf", "erfc", "sgn", "max", "min", "exp");
	private static final Map<String, String> RELATIONS = Map.of("=", "=", "≥", "≥", "≤", "≤", "<", "<", ">", ">", "∝", "∝", "≈", "≈", "∼", "∼");

	private final Set<String> words;
	private final UnaryOperator<Formula> letters;
	private final List<String> tokens = new ArrayList<>();
	private int next;
	/** Open bars of absolute values. */
	private int bars;

	private static final class NotReadable extends RuntimeException {
		private static final long serialVersionUID = 1;

		NotReadable() {
			super(null, null, false, false);
		}
	}

	private FormulaText(String text, Set<String> words, UnaryOperator<Formula> letters) {
		this.words = words;
		this.letters = letters;
		Matcher m = TOKEN.matcher(text);
		while (m.find()) {
			tokens.add(m.group().isBlank() ? " " : m.group());
		}
	}

	/** @param words names of several letters */
	public static Formula of(String text, Set<String> words) {
		return of(text, words, f -> f);
	}

	/** @param letters what to write for a symbol of the text, such as a parameter's customary letter */
	public static Formula of(String text, Set<String> words, UnaryOperator<Formula> letters) {
		try {
			FormulaText t = new FormulaText(text.strip(), words, letters);
			Formula f = t.statements();
			return t.next < t.tokens.size() ? new Formula.Words(text) : f;
		} catch (NotReadable e) {
			return new Formula.Words(text);
		}
	}

	private Formula statements() {
		List<Formula> all = new ArrayList<>();
		all.add(statement());
		while (take(",")) {
			all.add(new Formula.Sign(",", Formula.Spacing.GAP));
			all.add(statement());
		}
		return row(all);
	}

	private Formula statement() {
		Part left = sum();
		List<Formula> all = new ArrayList<>(List.of(left.formula()));
		while (RELATIONS.containsKey(peek())) {
			all.add(Formula.relation(RELATIONS.get(pop())));
			all.add(sum().formula());
		}
		if (!take("?")) {
			return row(all);
		}
		Formula yes = sum().formula();
		if (!take(":")) {
			throw new NotReadable();
		}
		Formula no = sum().formula();
		return new Formula.Fenced("{", new Formula.Matrix(List.of(List.of(yes, row(new Formula.Words("if "), row(all))), List.of(no, new Formula.Words("else")))), "");
	}

	private Part sum() {
		if (RELATIONS.containsKey(peek())) {
			return Part.atom(Formula.EMPTY); // ∝ f(x)
		}
		Part a = product();
		while (true) {
			if (take("+")) {
				a = a.plus(product());
			} else if (take("−") || take("-")) {
				a = a.minus(product());
			} else {
				return a;
			}
		}
	}

	private Part product() {
		if (take("−") || take("-")) {
			return product().negated();
		}
		Part a = scripted();
		while (true) {
			if (take("/")) {
				Part under = scripted();
				while (next < tokens.size() && !tokens.get(next).equals(" ") && beginsFactor(tokens.get(next))) {
					under = under.times(scripted());
				}
				a = a.over(under);
			} else if (beginsFactor(peek())) {
				a = a.times(scripted());
			} else {
				return a;
			}
		}
	}

	private boolean beginsFactor(String t) {
		return !t.isEmpty() && !t.equals("choose") && !(t.equals("|") && bars > 0) && (Character.isLetterOrDigit(t.codePointAt(0)) && !isRaised(t) && !isLowered(t) || "(√|⌊⌈∫∑∞".contains(t));
	}

	private Part scripted() {
		Part base = atom();
		while (next < tokens.size()) {
			String t = tokens.get(next);
			if (isRaised(t)) {
				next++;
				base = raised(base, new FormulaText(plain(t, RAISED, RAISED_PLAIN), words, letters).sum().formula());
			} else if (isLowered(t)) {
				next++;
				base = lowered(base, new FormulaText(plain(t, LOWERED, LOWERED_PLAIN), words, letters).sum().formula());
			} else if (t.equals("^")) {
				next++;
				Formula exponent = take("(") ? closed() : atom().formula();
				base = raised(base, flat(exponent));
			} else if (t.equals("_")) {
				next++;
				base = Part.atom(Formula.sub(base.body(), atom().formula()));
			} else if (t.equals("′")) {
				next++;
				base = base.power(Formula.upright("′"));
			} else if (t.equals("!")) {
				next++;
				base = Part.atom(row(base.atLeast(Level.ATOM), new Formula.Sign("!", Formula.Spacing.NONE)));
			} else {
				break;
			}
		}
		if (base.body() instanceof Formula.Scripts || base.body() instanceof Formula.Symbol) {
			if (next < tokens.size() && tokens.get(next).equals("(") && takesArgument(base.body())) {
				next++;
				return Part.atom(row(base.body(), Formula.parentheses(closed())));
			}
		}
		return base;
	}

	private static boolean takesArgument(Formula f) {
		return f instanceof Formula.Symbol s ? "ΓPψΦEσ".contains(s.text()) : f instanceof Formula.Scripts x && takesArgument(x.base());
	}

	private static Part raised(Part base, Formula above) {
		return base.body() instanceof Formula.Big b ? Part.of(new Formula.Big(b.sign(), b.lower(), above), Level.PRODUCT) : base.power(above);
	}

	private static Part lowered(Part base, Formula below) {
		return base.body() instanceof Formula.Big b ? Part.of(new Formula.Big(b.sign(), below, b.upper()), Level.PRODUCT) : Part.atom(Formula.sub(base.body(), below));
	}

	/** An exponent stays on its line. */
	private static Formula flat(Formula f) {
		return switch (f) {
			case Formula.Fraction q -> row(bracketed(flat(q.over())), new Formula.Sign("/", Formula.Spacing.NONE), q.under() instanceof Formula.Row ? Formula.parentheses(flat(q.under())) : q.under());
			case Formula.Row r -> row(r.items().stream().map(FormulaText::flat).toList());
			case Formula.Fenced x -> new Formula.Fenced(x.open(), flat(x.body()), x.close());
			case Formula.Scripts s -> new Formula.Scripts(flat(s.base()), s.below(), s.above());
			default -> f;
		};
	}

	private static Formula bracketed(Formula f) {
		return f instanceof Formula.Row r && r.items().stream().anyMatch(i -> i instanceof Formula.Sign s && s.spacing() == Formula.Spacing.BINARY) ? Formula.parentheses(f) : f;
	}

	private Formula closed() {
		Formula inner = statement();
		if (!take(")")) {
			throw new NotReadable();
		}
		return inner;
	}

	private Part atom() {
		String t = pop();
		switch (t) {
			case "(":
				return parenthesized();
			case "√":
				return Part.atom(new Formula.Root(take("(") ? closed() : underRoot()));
			case "|":
				return fenced("|", "|");
			case "⌊":
				return fenced("⌊", peekAhead("⌉") ? "⌉" : "⌋");
			case "⌈":
				return fenced("⌈", "⌉");
			case "∫", "∑":
				return Part.of(new Formula.Big(t, null, null), Level.PRODUCT);
			case "∞":
				return Part.atom(Formula.upright("∞"));
			default:
		}
		if (Character.isDigit(t.codePointAt(0))) {
			return Part.number(t);
		}
		if (!Character.isLetter(t.codePointAt(0))) {
			throw new NotReadable();
		}
		return word(t);
	}

	private Part parenthesized() {
		Formula inner = statement();
		if (peek().equals("choose")) {
			pop();
			Formula below = statement();
			inner = new Formula.Matrix(List.of(List.of(inner), List.of(below)));
		}
		if (!take(")")) {
			throw new NotReadable();
		}
		boolean simple = !(inner instanceof Formula.Row) && !(inner instanceof Formula.Matrix) && !(inner instanceof Formula.Fraction);
		if (simple) {
			return Part.atom(Formula.parentheses(inner));
		}
		// brackets come back where they are needed: not under a fraction bar
		return inner instanceof Formula.Matrix ? Part.atom(Formula.parentheses(inner)) : inner instanceof Formula.Fraction ? Part.of(inner, Level.PRODUCT) : Part.of(inner, Level.SUM);
	}

	private boolean peekAhead(String close) {
		int end = tokens.indexOf(close);
		return end > next && !tokens.subList(next, end).contains("⌋");
	}

	private Part fenced(String open, String close) {
		bars += open.equals("|") ? 1 : 0;
		Formula inner = sum().formula();
		if (!take(close)) {
			throw new NotReadable();
		}
		bars -= open.equals("|") ? 1 : 0;
		return Part.atom(new Formula.Fenced(open, inner, close));
	}

	private Formula underRoot() {
		Part a = scripted();
		while (next < tokens.size() && Character.isLetterOrDigit(tokens.get(next).codePointAt(0))) {
			a = a.times(scripted());
		}
		return a.formula();
	}

	private Part word(String t) {
		if (words.contains(t)) {
			return Part.atom(letters.apply(Glyphs.name(t)));
		}
		if (FUNCTIONS.contains(t)) {
			if (next < tokens.size() && isRaised(tokens.get(next))) {
				Formula power = new FormulaText(plain(pop(), RAISED, RAISED_PLAIN), words, letters).sum().formula();
				return Part.of(row(Formula.sup(new Formula.Named(t), power), new Formula.Sign(" ", Formula.Spacing.NONE), scripted().body()), Level.PRODUCT);
			}
			if (next < tokens.size() && isLowered(tokens.get(next))) {
				Formula base = new FormulaText(plain(pop(), LOWERED, LOWERED_PLAIN), words, letters).sum().formula();
				return Part.of(row(Formula.sub(new Formula.Named(t), base), new Formula.Sign(" ", Formula.Spacing.NONE), scripted().body()), Level.PRODUCT);
			}
			if (take("(")) {
				return Part.atom(row(new Formula.Named(t), Formula.parentheses(arguments())));
			}
			return Part.of(row(new Formula.Named(t), scripted().body()), Level.PRODUCT);
		}
		if (t.codePointCount(0, t.length()) == 1) {
			return Part.atom(t.equals("e") ? Formula.upright(t) : letters.apply(Formula.italic(t)));
		}
		for (int i = t.length() - 1; i > 0; i--) {
			tokens.add(next, t.substring(i, i + 1));
		}
		return word(t.substring(0, 1));
	}

	private Formula arguments() {
		Formula f = statements();
		if (!take(")")) {
			throw new NotReadable();
		}
		return f instanceof Formula.Row r ? row(r.items().stream().map(i -> i instanceof Formula.Sign s && s.spacing() == Formula.Spacing.GAP ? Formula.comma() : i).toList()) : f;
	}

	// ------------------------------------------------------------------ tokens

	private String peek() {
		int i = next;
		while (i < tokens.size() && tokens.get(i).equals(" ")) {
			i++;
		}
		return i < tokens.size() ? tokens.get(i) : "";
	}

	private String pop() {
		while (next < tokens.size() && tokens.get(next).equals(" ")) {
			next++;
		}
		if (next >= tokens.size()) {
			throw new NotReadable();
		}
		return tokens.get(next++);
	}

	private boolean take(String t) {
		boolean found = peek().equals(t);
		if (found) {
			pop();
		}
		return found;
	}

	private static boolean isRaised(String t) {
		return RAISED.contains(t.substring(0, Character.charCount(t.codePointAt(0))));
	}

	private static boolean isLowered(String t) {
		return LOWERED.contains(t.substring(0, Character.charCount(t.codePointAt(0))));
	}

	private static String plain(String t, String from, String to) {
		StringBuilder s = new StringBuilder();
		t.chars().forEach(c -> s.append(to.charAt(from.indexOf(c))));
		return s.toString();
	}
}
