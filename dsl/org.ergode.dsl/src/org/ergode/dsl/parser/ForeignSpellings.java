// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ergode.dsl.elaborate.Fix;

/**
 * What is written as Python, MATLAB, NetLogo, LaTeX or a typeset page have it: how it is spelled here, and the change that spells it so.
 *
 * <p>Looks at the text around the place where the parser could not go on; what is not known here is told in the parser's terms.
 */
final class ForeignSpellings {
	/** What a character of a typeset page is on a keyboard. */
	private static final Map<String, String> CHARACTERS = Map.ofEntries(
			Map.entry("−", "-"), Map.entry("–", "-"), Map.entry("—", "-"), Map.entry("‐", "-"), Map.entry("‑", "-"), Map.entry("·", "*"), Map.entry("⋅", "*"), Map.entry("×", "*"),
			Map.entry("∗", "*"), Map.entry("∙", "*"), Map.entry("÷", "/"), Map.entry("∕", "/"), Map.entry("≤", "<="), Map.entry("≥", ">="), Map.entry("≠", "!="), Map.entry("∞", "infinity"),
			Map.entry("→", "->"), Map.entry("…", ".."), Map.entry("∈", "in"), Map.entry("’", "'"), Map.entry("′", "'"), Map.entry("²", "^2"), Map.entry("³", "^3"), Map.entry("½", "1/2"),
			Map.entry("\u00C5", "angstrom"), Map.entry("\u212B", "angstrom"), Map.entry("°", "degree"), Map.entry("\u2126", "ohm"), Map.entry("∂", "d"), Map.entry("∑", "sum"), Map.entry("∫", "integral"),
			Map.entry("√", "sqrt"), Map.entry("\u00B5", "u"), Map.entry("∧", "&"), Map.entry("∨", "|"), Map.entry("¬", "!"), Map.entry("∼", "~"), Map.entry("～", "~"));
	/** Two characters that belong together elsewhere. */
	private static final Map<String, String> OPERATORS = Map.of("**", "^", "==", "=", ":=", "=", "&&", "&", "||", "|", "<>", "!=", "=<", "<=", "=>", ">=", "++", "+", "+/", "+-");
	/** Words that begin a line elsewhere. */
	private static final Map<String, String> WORDS = Map.ofEntries(
			Map.entry("def", "a function is declared as: function f(x) = x^2"), Map.entry("func", "a function is declared as: function f(x) = x^2"),
			Map.entry("lambda", "a function is declared as: function f(x) = x^2"),
			Map.entry("for", "there are no loops here: what 'simulate' and 'train' do is repeated by itself, and 'sweep' repeats an experiment for several values"),
			Map.entry("while", "there are no loops here: 'until' ends a simulation, 'epochs' a training"),
			Map.entry("if", "there are no branches here: a claim may have a condition, expect ... when ..."),
			Map.entry("return", "nothing is returned here: a function is one expression"),
			Map.entry("print", "values are seen by 'observe', 'plot' and 'show'"), Map.entry("disp", "values are seen by 'observe', 'plot' and 'show'"),
			Map.entry("assert", "a claim is written: expect a = b +- tolerance"),
			Map.entry("class", "a model declares a process, a field or a network"), Map.entry("model", "a model declares a process, a field or a network"),
			Map.entry("var", "a constant is written: parameter D = 0.5 um^2/s, a name for an expression: let g = 2*D"), Map.entry("const", "a constant is written: parameter D = 0.5 um^2/s"),
			Map.entry("from", "a file is taken in by: import \"name.erg\""), Map.entry("include", "a file is taken in by: import \"name.erg\""), Map.entry("using", "a file is taken in by: import \"name.erg\""),
			Map.entry("to", "there are no procedures here: a process says what each walker does, an experiment what is run and seen"),
			Map.entry("ask", "walkers are not asked one by one: a process says what each of them does"),
			Map.entry("end", "a block ends with \"}\""), Map.entry("begin", "a block is { ... }"));
	private static final Pattern MODULE = Pattern.compile("(?:[A-Za-z]\\w*\\.)+(?=[A-Za-z]\\w*\\s*$)");
	private static final Pattern AVERAGE = Pattern.compile("<([^<>=]+)>");
	private static final Pattern POWER_OF_TEN = Pattern.compile("([\\d.]+)\\s*[x*·×]\\s*10\\s*\\^\\s*\\(?(-?\\d+)\\)?");
	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d_]+");

	private final String text;
	private final int offset;
	private final String found;
	private final String previous;
	private final String bracket;
	private final boolean inBlock;

	/** @param message how it is spelled here; @param fix null where no single change does it */
	record Spelling(String message, int offset, int length, Fix fix) {
		List<Fix> fixes() {
			return fix == null ? List.of() : List.of(fix);
		}
	}

	/**
	 * @param offset of what the parser could not take, {@code found}
	 * @param previous what stands before it
	 * @param bracket the innermost one that is open; empty for none
	 * @param inBlock whether that one encloses statements
	 */
	ForeignSpellings(String text, int offset, String found, String previous, String bracket, boolean inBlock) {
		this.text = text;
		this.offset = offset;
		this.found = found;
		this.previous = previous;
		this.bracket = bracket;
		this.inBlock = inBlock;
	}

	/** @return what a word of other languages is here; empty for one that none of them begins a line with */
	static Optional<String> ofWord(String word) {
		return Optional.ofNullable(WORDS.get(word));
	}

	/** @return empty if the place looks like nothing known */
	Optional<Spelling> find() {
		return found.isEmpty() ? Optional.empty()
				: Optional.ofNullable(operator()).or(() -> Optional.ofNullable(typeset())).or(() -> Optional.ofNullable(quoted())).or(() -> Optional.ofNullable(comment()))
						.or(() -> Optional.ofNullable(number())).or(() -> Optional.ofNullable(separator())).or(() -> Optional.ofNullable(index())).or(() -> Optional.ofNullable(call()))
						.or(() -> Optional.ofNullable(set()));
	}

	private static Spelling replace(String message, int from, int length, String replacement) {
		return new Spelling(message, from, length, new Fix(replacement.isEmpty() ? "Leave it out" : replacement.isBlank() ? "Write a space" : "Write '" + replacement.strip() + "'", from, length, replacement));
	}

	private char before() {
		return offset > 0 ? text.charAt(offset - 1) : '\n';
	}

	private String line() {
		int end = text.indexOf('\n', offset);
		return text.substring(offset, end < 0 ? text.length() : end);
	}

	private int lineStart() {
		return text.lastIndexOf('\n', offset - 1) + 1;
	}

	/** The pattern's match in this line that the place is in. */
	private <T> T around(Pattern pattern, Function<Matcher, T> use) {
		String all = text.substring(lineStart(), offset) + line();
		Matcher m = pattern.matcher(all);
		while (m.find()) {
			if (lineStart() + m.start() <= offset && offset < lineStart() + m.end()) {
				return use.apply(m);
			}
		}
		return null;
	}

	// ------------------------------------------------------------------ operators and characters

	private Spelling operator() {
		String two = before() + found.substring(0, 1);
		String here = OPERATORS.get(two);
		if (two.equals("+/") && !text.startsWith("/-", offset)) {
			here = null;
		}
		if (here != null) {
			String there = two.equals("+/") ? "+/-" : two;
			return replace("\"" + there + "\" is written " + here + " here", offset - 1, there.length(), here);
		}
		return switch (found) {
			case "@" -> replace("a matrix product is written *", offset, 1, "*");
			case "and" -> replace("'and' is written & here", offset, 3, "&");
			case "or" -> replace("'or' is written | here", offset, 2, "|");
			case "as" -> text.substring(lineStart(), offset).matches("\\s*import\\s+[\\w.]+\\s*") ? new Spelling("what is imported keeps its name; functions such as exp are known without an import", offset, 2, null) : null;
			case "\\" -> new Spelling("LaTeX is not read here; write letters by their names, such as alpha, and \\frac{a}{b} as a/b", offset, 1, null);
			case "$" -> new Spelling("formulas stand without \"$\" here", offset, 1, null);
			case "<" -> around(AVERAGE, m -> previous.equals("=") || previous.equals("expect") || previous.equals("plot")
					? replace("an average is written mean(...)", lineStart() + m.start(), m.end() - m.start(), "mean(" + m.group(1) + ")") : null);
			default -> switch (previous) { // taken for the unit of the number before it
				case "and" -> replace("'and' is written & here", text.lastIndexOf("and", offset - 1), 3, "&");
				case "or" -> replace("'or' is written | here", text.lastIndexOf("or", offset - 1), 2, "|");
				default -> null;
			};
		};
	}

	private Spelling typeset() {
		int c = found.codePointAt(0);
		if (c < 0x80) {
			return null;
		}
		String sign = Character.toString(c);
		if (sign.equals("∇")) {
			Matcher m = Pattern.compile("∇(²|\\^2)?\\s*(\\w*)").matcher(text).region(offset, text.length());
			String name = m.lookingAt() && m.group(1) != null ? "laplacian" : "gradient";
			boolean simple = !m.group(2).isEmpty();
			return simple ? replace("\"∇\" is written " + name + "(...) here", offset, m.end() - offset, name + "(" + m.group(2) + ")")
					: new Spelling("\"∇\" is written " + name + "(...) here", offset, 1, null);
		}
		if (CHARACTERS.containsKey(sign)) {
			return replace("\"" + sign + "\" is written " + CHARACTERS.get(sign) + " here", offset, sign.length(), CHARACTERS.get(sign));
		}
		String name = "U+" + String.format("%04X", c);
		if (Character.isSpaceChar(c)) {
			return replace("there is a space of another kind here (" + name + "); write an ordinary one", offset, sign.length(), " ");
		}
		if (Character.getType(c) == Character.FORMAT || Character.isISOControl(c)) {
			return replace("there is an invisible character here (" + name + "); leave it out", offset, sign.length(), "");
		}
		return Character.isLetter(c) ? around(WORD, m -> {
			String plain = Normalizer.normalize(m.group(), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
			String message = "the letter \"" + sign + "\" cannot stand in a name: names are made of a to z, Greek letters, digits and _";
			return plain.matches("[A-Za-z_]\\w*") ? replace(message, lineStart() + m.start(), m.end() - m.start(), plain) : new Spelling(message, offset, sign.length(), null);
		}) : null;
	}

	private Spelling quoted() {
		boolean typeset = "“”„«".contains(found.substring(0, 1));
		if (typeset) {
			Matcher m = Pattern.compile("[“”„«]([^“”„»\"\\n]*)[“”»\"]").matcher(text).region(offset, text.length());
			String message = "texts take straight double quotes, \"…\"";
			return m.lookingAt() ? replace(message, offset, m.end() - offset, "\"" + m.group(1) + "\"") : new Spelling(message, offset, 1, null);
		}
		int mark = found.equals("'") ? offset : previous.equals("'") ? text.lastIndexOf('\'', offset - 1) : -1;
		if (mark < 0) {
			return null;
		}
		Matcher m = Pattern.compile("'([^'\"\\n]*)'").matcher(text).region(mark, text.length());
		boolean opens = mark > 0 && (Character.isWhitespace(text.charAt(mark - 1)) || "(,=".indexOf(text.charAt(mark - 1)) >= 0);
		if (opens && m.lookingAt()) {
			return replace(found.equals("'") ? "a transpose must follow what it transposes; texts take double quotes" : "texts take double quotes", mark, m.end() - mark, "\"" + m.group(1) + "\"");
		}
		Matcher prime = Pattern.compile("(?m)^\\s*([A-Za-z]\\w*)'\\s*=").matcher(text).region(lineStart(), text.length());
		return inBlock && found.equals("'") && prime.lookingAt() ? replace("a derivative in time is written d" + prime.group(1) + "/dt", prime.start(1), prime.group(1).length() + 1, "d" + prime.group(1) + "/dt") : null;
	}

	private Spelling comment() {
		boolean first = text.substring(lineStart(), offset).isBlank();
		return found.equals("#") || found.equals("%") && first ? replace("a comment begins with //", offset, 1, "//") : null;
	}

	// ------------------------------------------------------------------ numbers and separators

	private Spelling number() {
		if (found.equals(".") && offset + 1 < text.length() && Character.isDigit(text.charAt(offset + 1)) && !Character.isLetterOrDigit(before()) && !"])".contains(previous)) {
			return replace("a number begins with a digit: 0.5, not .5", offset, 1, "0.");
		}
		Spelling power = around(POWER_OF_TEN, m -> replace("a power of ten is written " + m.group(1) + "e" + m.group(2), lineStart() + m.start(), m.end() - m.start(), m.group(1) + "e" + m.group(2)));
		if (power == null) { // told at what follows it
			Matcher m = Pattern.compile(POWER_OF_TEN + "\\s*$").matcher(text.substring(lineStart(), offset));
			power = m.find() && Character.isLetter(found.charAt(0)) ? replace("a power of ten is written " + m.group(1) + "e" + m.group(2), lineStart() + m.start(), m.group().stripTrailing().length(), m.group(1) + "e" + m.group(2)) : null;
		}
		if (power != null || !found.equals(",") || !Character.isDigit(before()) || !inBlock) {
			return power;
		}
		Matcher m = Pattern.compile("(\\d+),(\\d+)").matcher(text).region(offset - previous.length(), text.length());
		if (!m.lookingAt()) {
			return null;
		}
		boolean thousands = m.group(2).length() == 3;
		String point = m.group(1) + "." + m.group(2);
		return thousands ? replace("a number has no comma: write " + m.group(1) + "_" + m.group(2) + ", or " + point + " with a decimal point", m.start(), m.end() - m.start(), m.group(1) + "_" + m.group(2))
				: replace("a number has a decimal point, not a comma: " + point, m.start(), m.end() - m.start(), point);
	}

	/** Between statements and between the parts of one there is nothing. */
	private Spelling separator() {
		if (!inBlock && !bracket.isEmpty()) {
			return null;
		}
		boolean alone = previous.isEmpty() || !"=~+-*/^(,<>".contains(previous);
		return alone && found.equals(";") ? replace("a statement ends without \";\"", offset, 1, "")
				: alone && found.equals(",") && inBlock ? replace("the parts of a statement stand without \",\" between them", offset, 1, "") : null;
	}

	// ------------------------------------------------------------------ indices, calls and sets

	private Spelling index() {
		if (!found.equals(":") || !bracket.equals("[")) {
			return null;
		}
		Matcher whole = Pattern.compile(":\\s*(?=[,\\]])").matcher(text).region(offset, text.length());
		if ((previous.equals("[") || previous.equals(",")) && whole.lookingAt()) {
			return replace("all entries are written 1 .. last, as in W[1, 1 .. last]", offset, 1, "1 .. last");
		}
		boolean opens = previous.equals("[") || previous.equals(",");
		boolean closes = whole.lookingAt();
		return replace("a range is written with ..: the entries 2 to 5 are x[2 .. 5], counted from 1", offset, 1, opens ? "1 .. " : closes ? " .. last" : " .. ");
	}

	private Spelling call() {
		if (found.equals("(")) {
			Matcher m = MODULE.matcher(text.substring(lineStart(), offset));
			if (m.find()) {
				String name = text.substring(lineStart() + m.end(), offset).strip();
				return replace("functions stand without a module before them: " + name + "(...)", lineStart() + m.start(), m.end() - m.start(), "");
			}
			return previous.equals(")") ? replace("a product is written *: (...)*(...)", offset, 1, "*(") : null;
		}
		return previous.equals("lambda") && Character.isLetter(found.charAt(0)) ? new Spelling(WORDS.get("lambda"), offset, found.length(), null) : null;
	}

	/** {@code (1 s, 2 s)} and {@code [1 s, 2 s]} where a set must stand. */
	private Spelling set() {
		int start = found.equals("[") ? offset : found.equals(",") && bracket.equals("(") ? open() : -1;
		if (start < 0 || start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
			return null;
		}
		Matcher m = Pattern.compile("[(\\[]([^()\\[\\]{}\\n]*)[)\\]]").matcher(text).region(start, text.length());
		String message = "a set is written in braces: {1, 2, 5}";
		return m.lookingAt() ? replace(message, start, m.end() - start, "{" + m.group(1) + "}") : null;
	}

	/** Where the parenthesis opens that the place is in. */
	private int open() {
		int depth = 0;
		for (int i = offset - 1; i >= 0; i--) {
			char c = text.charAt(i);
			depth += c == ')' ? 1 : c == '(' ? -1 : 0;
			if (depth < 0) {
				return i;
			}
		}
		return -1;
	}
}
