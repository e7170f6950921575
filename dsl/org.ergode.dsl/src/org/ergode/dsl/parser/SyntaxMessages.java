// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.ergode.dsl.parser.antlr.ErgLexer;
import org.ergode.dsl.parser.antlr.ErgTokenSource;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.names.Suggestions;
import org.ergode.dsl.parser.token.UnitTokenSource;

/**
 * What is wrong with a text at a place where the parser could not go on, in the words of a modeller: what was found,
 * after what, inside which bracket, and what may stand there.
 *
 * <p>Made for one error. Reads the tokens up to it, so that it does not depend on the parser's state.
 */
final class SyntaxMessages {
	/** The name of the end of the text among token names. */
	static final String END = "<EOF>";

	private static final String PROCESS = "dimension, parameter, let, waiting, jump, increments, state, an equation such as dx/dt = …, lattice, boundary or integrate";
	private static final String RULE = "phase, clamp, sample, repeat, for, let, state, update or batch";
	/** What may stand in the block that a word opens. */
	private static final Map<String, String> STATEMENTS = Map.ofEntries(
			Map.entry("process", PROCESS),
			Map.entry("field", "parameter, let, domain, an equation such as dn/dt = …, initial, boundary or integrate"),
			Map.entry("network", "input, visible, hidden or output layer, parameter, let, energy or loss"),
			Map.entry("learning", RULE), Map.entry("phase", RULE), Map.entry("repeat", RULE), Map.entry("for", RULE),
			Map.entry("distribution", "pdf, cdf, quantile, mean or variance"),
			Map.entry("experiment", "parameter, let, data, split, simulate, train, recall, seed, sweep, check, observe, fit, expect, plot or show"),
			Map.entry("table", "a row of numbers"));
	/** Follows a word that somebody took for a name. */
	static final String RESERVED = " is a word of the language and cannot be a name here";
	private static final Set<String> ELEMENT_WORDS = Set.of("import", "process", "field", "network", "learning", "distribution", "function", "experiment");
	private static final String ELEMENTS = "import, process, field, network, learning, distribution, function, data or experiment";
	private static final Set<String> BEFORE_EXPRESSION = Set.of("=", "~", "(", "[", ",", ";", ":", "+", "-", "*", "/", "^", ".*", "./", ".^",
			"<", "<=", ">", ">=", "!=", "!", "|", "&", "..", "+-", "±", "+=", "-=", "->", "at", "in", "over", "versus", "when", "seed", "expect", "plot",
			"repeat", "lattice", "dimension", "temperature", "show");
	private static final Set<String> BEFORE_NAME = Set.of("process", "field", "network", "learning", "distribution", "function", "data", "experiment", "let",
			"parameter", "layer", "state", "phase", "clamp", "sample", "update", "observe", "simulate", "train", "with", "on", "from", "sweep", "split", "into",
			"per", "like", "domain", "initial", "check", "against", ".", "recall");

	private final String text;
	private final int offset;
	private final Deque<Bracket> open = new ArrayDeque<>();
	private String previous = "";
	private int previousType;
	private int previousStart;
	private int previousEnd;
	/** The word that began the statement around or before the place, and its line. */
	private String statement = "";
	private int statementLine;
	/** What the message is about, if not what was found. */
	private int placeStart = -1;
	private int placeLength;
	private List<Fix> fixes = List.of();

	/** @param opener the word that the block belongs to; empty for a set */
	private record Bracket(String symbol, int line, String opener) {
	}

	/**
	 * @param offset of the token that did not fit; beyond the text for its end
	 * @param tokens of the text, as the parser has read them at least up to there
	 */
	SyntaxMessages(String text, int offset, TokenStream tokens) {
		this.text = text;
		this.offset = Math.min(offset, text.length());
		scan(tokens);
	}

	private void scan(TokenStream tokens) {
		String opener = "";
		for (int i = 0; i < tokens.size(); i++) {
			Token t = tokens.get(i);
			if (t.getType() == Token.EOF || t instanceof CommonToken c && c.getStartIndex() >= offset) {
				break;
			}
			if (t.getChannel() != Token.DEFAULT_CHANNEL) {
				continue;
			}
			String s = t.getText();
			if (isFirstOnLine(t) || "{}".contains(previous)) {
				statement = s;
				statementLine = t.getLine();
			}
			switch (s) {
				case "(", "[" -> open.push(new Bracket(s, t.getLine(), ""));
				case "{" -> open.push(new Bracket(s, t.getLine(), BEFORE_EXPRESSION.contains(previous) || previous.isEmpty() ? "" : opener));
				case ")", "]", "}" -> open.poll();
				default -> opener = STATEMENTS.containsKey(s) && (open.isEmpty() || !"([".contains(open.peek().symbol)) ? s : opener;
			}
			previous = s;
			previousType = t.getType();
			previousStart = t instanceof CommonToken c ? c.getStartIndex() : 0;
			previousEnd = previousStart + s.length();
		}
	}

	private boolean isFirstOnLine(Token t) {
		int start = t instanceof CommonToken c ? c.getStartIndex() : 0;
		return text.substring(text.lastIndexOf('\n', start - 1) + 1, Math.max(start, 0)).isBlank();
	}

	/**
	 * @param found text of the token that did not fit; empty at the end
	 * @param expected the parser's name of what had to come ({@code ')'}, {@code RULE_ID}); empty if several things could
	 */
	String describe(String found, String expected) {
		if (found.startsWith("\uFFFD")) {
			return "there are bytes that are not UTF-8 here; save the file as UTF-8";
		}
		Bracket inner = open.peek();
		Optional<ForeignSpellings.Spelling> foreign = new ForeignSpellings(text, offset, found, previous, inner == null ? "" : inner.symbol, inner != null && STATEMENTS.containsKey(inner.opener)).find();
		if (foreign.isPresent()) {
			about(foreign.get().offset(), foreign.get().length());
			fixes = foreign.get().fixes();
			return foreign.get().message() + (found.equals(",") && !isLineStart() ? form() : "");
		}
		String refusal = refusal(found);
		if (refusal != null) {
			return refusal;
		}
		if (found.equals("}") && open.isEmpty() && !BEFORE_EXPRESSION.contains(previous)) {
			fixes = List.of(new Fix("Leave it out", offset, 1, ""));
			return "\"}\" closes nothing: every \"{\" before it is closed already";
		}
		if ((found.equals(")") || found.equals("]")) && (open.isEmpty() || open.peek().symbol.equals("{")) && !BEFORE_EXPRESSION.contains(previous)) {
			fixes = List.of(new Fix("Leave it out", offset, 1, ""));
			return quoted(found) + " closes nothing: no " + quoted(found.equals(")") ? "(" : "[") + " is open here";
		}
		if (ELEMENT_WORDS.contains(found) && !open.isEmpty() && STATEMENTS.containsKey(open.peek().opener) && isLineStart() && !List.of(STATEMENTS.get(open.peek().opener).split("\\W+")).contains(found)) {
			return notClosed(found);
		}
		String wanted = expected.startsWith("'") && expected.length() > 2 ? expected.substring(1, expected.length() - 1).replace("\\'", "'") : "";
		if (")]}".contains(wanted) && !wanted.isEmpty() && !open.isEmpty() && closes(open.peek().symbol, wanted)) {
			boolean inStatement = STATEMENTS.containsKey(open.peek().opener) && (isName(found) || !form().isEmpty() && !isLineStart());
			if (!found.isEmpty() && !inStatement) {
				fixes = List.of(Fix.insert("Add '" + closing(open.peek().symbol) + "'", previousEnd, closing(open.peek().symbol)));
			}
			return found.isEmpty() ? ends() : inStatement ? atStatement(found) : missing(open.peek()) + ", found " + quoted(found);
		}
		if (found.isEmpty() && !open.isEmpty()) {
			return ends();
		}
		if (isUnit(found)) {
			return quoted(found) + " right after a number on its line is read as a unit, and none can stand here; for a product write "
					+ previous + "*" + found + ", and begin a statement on a new line";
		}
		if (BEFORE_EXPRESSION.contains(previous) && wanted.isEmpty()) {
			String form = previous.equals(statement) ? form() : "";
			if (!form.isEmpty() && found.equals("=")) {
				fixes = List.of(new Fix("Leave '=' out", offset, 1, ""));
			}
			return "expected an expression after " + quoted(previous) + foundInstead(found) + form;
		}
		if (BEFORE_NAME.contains(previous) && (expected.isEmpty() || expected.equals("RULE_ID"))) {
			Matcher late = Pattern.compile("(\\d+)([A-Za-z]\\w*)").matcher(text).region(offset, text.length());
			if (late.lookingAt()) {
				String name = late.group(2) + late.group(1);
				about(offset, late.end() - offset);
				fixes = List.of(new Fix("Write '" + name + "'", offset, late.end() - offset, name));
				return "a name begins with a letter: " + name;
			}
			return isWord(found) ? quoted(found) + RESERVED + "; take another, such as " + found + "1" : "expected a name after " + quoted(previous) + foundInstead(found) + form();
		}
		if (wanted.equals("/") && previous.equals(statement) && !open.isEmpty() && STATEMENTS.containsKey(open.peek().opener)) {
			about(previousStart, previousEnd - previousStart); // a name that begins a statement is taken for the dx of dx/dt
			return unknownStatement(previous, open.peek().opener);
		}
		if (wanted.equals("{") && statement.equals(opener(text.substring(0, previousStart)))) {
			return header(found);
		}
		if (!wanted.isEmpty()) {
			return "expected " + quoted(wanted) + (previous.isEmpty() ? "" : " after " + quoted(previous)) + foundInstead(found) + form();
		}
		if (expected.equals("RULE_STRING")) {
			return "expected text in double quotes" + foundInstead(found) + form();
		}
		return atStatement(found);
	}

	/** An element begins inside a block of another, which lacks its end. */
	private String notClosed(String found) {
		Bracket b = open.peek();
		String ends = open.size() == 1 ? "}" : "}".repeat(open.size());
		fixes = List.of(Fix.insert("Add '" + ends + "' before it", previousEnd, "\n" + ends));
		return "the \"{\" of line " + b.line + " that began '" + b.opener + "' is not closed: a \"}\" is missing before this '" + found + "'";
	}

	private void about(int start, int length) {
		placeStart = start;
		placeLength = length;
	}

	/** Characters that can stand nowhere. */
	private String refusal(String found) {
		if (found.equals("'") || found.equals("‘")) {
			return "a transpose must follow what it transposes; texts take double quotes";
		}
		if (found.length() == 1 && "@#$\\?`€§".contains(found)) {
			return "the character " + quoted(found) + " has no meaning here";
		}
		return null;
	}

	/** The last word that may open a block. */
	private static String opener(String before) {
		String[] words = before.strip().split("\\W+");
		return words.length == 0 ? "" : words[words.length - 1];
	}

	/** {@code process My Walk {}: what stands between the name of an element and its block. */
	private String header(String found) {
		Matcher rest = Pattern.compile("[ -]?(\\w+)\\s*\\{").matcher(text).region(previousEnd, text.length());
		if (rest.lookingAt()) {
			String name = previous + "_" + rest.group(1);
			about(previousStart, rest.end(1) - previousStart);
			fixes = List.of(new Fix("Write '" + name + "'", previousStart, rest.end(1) - previousStart, name));
			return "a name is one word of letters, digits and _: " + name;
		}
		fixes = isLineStart() ? List.of(Fix.insert("Add '{'", previousEnd, " {")) : List.of();
		return "expected \"{\" after " + quoted(previous) + foundInstead(found) + form();
	}

	private String atStatement(String found) {
		if (open.isEmpty()) {
			return previous.isEmpty() || previous.equals("}") || ForeignSpellings.ofWord(found).isPresent() && isLineStart() ? quoted(found) + " does not begin anything" + meant(found, ELEMENTS)
					: unexpected(found);
		}
		Bracket block = open.peek();
		String statements = STATEMENTS.get(block.opener);
		Optional<String> form = StatementForms.of(block.opener, statement);
		if (form.isPresent() && !isLineStart() && !found.equals("}")) {
			if (found.equals("=") && form.get().contains("~") && !form.get().contains("=") || found.equals("~") && !form.get().contains("~")) {
				String other = found.equals("=") ? "~" : "=";
				fixes = List.of(new Fix("Write '" + other + "'", offset, 1, other));
				return "'" + statement + "' is written with " + other + " here, not " + found + form();
			}
			if (found.matches("[<>]=?|!=|=") && statement.equals("expect")) {
				return "a claim compares two things; write one 'expect' for each comparison";
			}
			List<String> near = near(found, form.get());
			return unexpected(found) + (near.isEmpty() ? form() : "; did you mean " + near.stream().map(SyntaxMessages::quoted).collect(Collectors.joining(" or ")) + "?");
		}
		if (form.isPresent() && isLineStart() && isWord(found) && List.of(statements.split("\\W+")).contains(found)) {
			return "the '" + statement + "' of line " + statementLine + " is not complete; it reads: " + form.get();
		}
		if (statements == null || !isName(found)) {
			return found.equals("}") && !block.symbol.equals("{") ? missing(block) + ", found " + quoted(found) : unexpected(found);
		}
		return isWord(found) && ForeignSpellings.ofWord(found).isEmpty() ? unexpected(found) + (block.opener.startsWith("e") ? "; an '" : "; a '") + block.opener + "' has " + statements
				: unknownStatement(found, block.opener);
	}

	private String unknownStatement(String word, String block) {
		return quoted(word) + " does not begin a statement of '" + block + "'" + meant(word, STATEMENTS.get(block));
	}

	private boolean isLineStart() {
		return text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset).isBlank();
	}

	/** How the statement reads that could not be understood. */
	private String form() {
		return open.isEmpty() ? "" : StatementForms.of(open.peek().opener, statement)
				.map(f -> "; '" + (f.startsWith(statement) ? statement : open.peek().opener) + "' reads: " + f).orElse("");
	}

	/** The words of a list that were mistyped, else all of it. */
	private String meant(String found, String words) {
		Optional<String> foreign = ForeignSpellings.ofWord(found);
		if (foreign.isPresent()) {
			return "; " + foreign.get();
		}
		List<String> near = near(found, words.replaceAll("an equation such as \\S+ = …", ""));
		return near.isEmpty() ? "; expected " + words : "; did you mean " + String.join(" or ", near.stream().map(SyntaxMessages::quoted).toList()) + "?";
	}

	/** Words that may have been meant, each with its fix. */
	private List<String> near(String found, String words) {
		List<String> near = Suggestions.near(found, Stream.of(words.split("\\W+")).filter(w -> w.length() > 2).toList());
		fixes = near.stream().map(w -> new Fix("Change to '" + w + "'", placeStart < 0 ? offset : placeStart, found.length(), w)).toList();
		return near;
	}

	/** @return what makes the error go away that {@link #describe} was told of */
	List<Fix> fixes() {
		return fixes;
	}

	/** @return where that begins which the message is about; -1: what was found */
	int placeStart() {
		return placeStart;
	}

	int placeLength() {
		return placeLength;
	}

	private String unexpected(String found) {
		String after = previous.isEmpty() ? "" : " after " + quoted(previous);
		return found.isEmpty() ? "the text ends too early" + after : quoted(found) + " cannot stand here" + after;
	}

	private String ends() {
		Bracket b = open.peek();
		return "the text ends inside the \"" + b.symbol + "\" of line " + b.line + (b.opener.isEmpty() ? "" : " that began '" + b.opener + "'") + "; \"" + closing(b.symbol) + "\" is missing";
	}

	private static String missing(Bracket b) {
		return "missing \"" + closing(b.symbol) + "\" to close the \"" + b.symbol + "\" of line " + b.line;
	}

	private static String foundInstead(String found) {
		return found.isEmpty() ? ", but the text ends here" : ", found " + quoted(found);
	}

	private boolean isUnit(String found) {
		return previousType == ErgLexer.RULE_NUMBER && isName(found) && text.lastIndexOf('\n', offset - 1) < text.lastIndexOf(previous, offset - 1) && !isWord(found);
	}

	private static boolean isName(String s) {
		return !s.isEmpty() && Character.isJavaIdentifierStart(s.charAt(0)) && s.charAt(0) != '$';
	}

	/** Whether the lexer takes it for a keyword. */
	private static boolean isWord(String s) {
		return isName(s) && tokens(s).nextToken().getType() != ErgLexer.RULE_ID;
	}

	private static UnitTokenSource tokens(String s) {
		ErgLexer lexer = new ErgLexer();
		lexer.setCharStream(new ANTLRStringStream(s));
		return new ErgTokenSource(lexer);
	}

	private static boolean closes(String opening, String closing) {
		return closing(opening).equals(closing);
	}

	private static String closing(String opening) {
		return switch (opening) {
			case "(" -> ")";
			case "[" -> "]";
			default -> "}";
		};
	}

	private static String quoted(String s) {
		String shown = s.length() > 30 ? s.substring(0, 30) + "…" : s;
		return s.contains("\"") ? shown : "\"" + shown + "\"";
	}
}
