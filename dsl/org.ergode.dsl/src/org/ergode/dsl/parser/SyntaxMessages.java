// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.ergode.dsl.parser.antlr.ErgLexer;
import org.ergode.dsl.parser.antlr.ErgTokenSource;
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
	/** The word that began the statement around or before the place, and its line. */
	private String statement = "";
	private int statementLine;
	private List<String> near = List.of();
	private boolean aboutPrevious;

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
		String refusal = refusal(found);
		if (refusal != null) {
			return refusal;
		}
		String wanted = expected.startsWith("'") && expected.length() > 2 ? expected.substring(1, expected.length() - 1).replace("\\'", "'") : "";
		if (")]}".contains(wanted) && !wanted.isEmpty() && !open.isEmpty() && closes(open.peek().symbol, wanted)) {
			boolean inStatement = STATEMENTS.containsKey(open.peek().opener) && (isName(found) || !form().isEmpty() && !isLineStart());
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
			return "expected an expression after " + quoted(previous) + foundInstead(found);
		}
		if (BEFORE_NAME.contains(previous) && (expected.isEmpty() || expected.equals("RULE_ID"))) {
			return isWord(found) ? quoted(found) + " is a word of the language and cannot be a name here" : "expected a name after " + quoted(previous) + foundInstead(found) + form();
		}
		if (wanted.equals("/") && previous.equals(statement) && !open.isEmpty() && STATEMENTS.containsKey(open.peek().opener)) {
			aboutPrevious = true; // a name that begins a statement is taken for the dx of dx/dt
			return unknownStatement(previous, open.peek().opener);
		}
		if (!wanted.isEmpty()) {
			return "expected " + quoted(wanted) + (previous.isEmpty() ? "" : " after " + quoted(previous)) + foundInstead(found) + form();
		}
		if (expected.equals("RULE_STRING")) {
			return "expected text in double quotes" + foundInstead(found) + form();
		}
		return atStatement(found);
	}

	/** Characters that can stand nowhere. */
	private String refusal(String found) {
		if (found.startsWith("\uFFFD")) {
			return "there are bytes that are not UTF-8 here; save the file as UTF-8";
		}
		if (found.equals("'") || found.equals("‘") || found.equals("“")) {
			return found.equals("'") ? "a transpose must follow what it transposes; texts take double quotes" : "texts take straight double quotes, \"…\"";
		}
		if (found.length() == 1 && "@#$\\?`€§".contains(found)) {
			return "the character " + quoted(found) + " has no meaning here";
		}
		return null;
	}

	private String atStatement(String found) {
		if (open.isEmpty()) {
			return previous.isEmpty() || previous.equals("}") ? quoted(found) + " does not begin anything" + meant(found, ELEMENTS)
					: unexpected(found);
		}
		Bracket block = open.peek();
		String statements = STATEMENTS.get(block.opener);
		Optional<String> form = StatementForms.of(block.opener, statement);
		if (form.isPresent() && !isLineStart() && !found.equals("}")) {
			near = Suggestions.near(found, Stream.of(form.get().split("\\W+")).filter(w -> w.length() > 2).toList());
			return unexpected(found) + (near.isEmpty() ? form() : "; did you mean " + near.stream().map(SyntaxMessages::quoted).collect(Collectors.joining(" or ")) + "?");
		}
		if (form.isPresent() && isLineStart() && isWord(found) && List.of(statements.split("\\W+")).contains(found)) {
			return "the '" + statement + "' of line " + statementLine + " is not complete; it reads: " + form.get();
		}
		if (statements == null || !isName(found)) {
			return found.equals("}") && !block.symbol.equals("{") ? missing(block) + ", found " + quoted(found) : unexpected(found);
		}
		return isWord(found) ? unexpected(found) + (block.opener.startsWith("e") ? "; an '" : "; a '") + block.opener + "' has " + statements
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
		near = Suggestions.near(found, Stream.of(words.replaceAll("an equation such as \\S+ = …", "").split("\\W+")).filter(w -> w.length() > 2).toList());
		return near.isEmpty() ? "; expected " + words : "; did you mean " + String.join(" or ", near.stream().map(SyntaxMessages::quoted).toList()) + "?";
	}

	/** @return words that may have been meant instead of what {@link #describe} was told of */
	List<String> near() {
		return near;
	}

	/** @return whether the message is about the token before the one that did not fit */
	boolean isAboutPrevious() {
		return aboutPrevious;
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
