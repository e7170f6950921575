// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.Set;

/**
 * Splits a model's text into coloured pieces without parsing it: fast enough for each keystroke, and right while the text is
 * not. What a name means is left to the server, which colours names on top of this.
 *
 * <p>Reads one token at a time: {@link #next}, then {@link #kind}, {@link #start} and {@link #end}.
 */
public final class ErgLexer {
	/** What a piece of text is. */
	public enum Kind { SPACE, COMMENT, STRING, NUMBER, UNIT, KEYWORD, DECLARATION, ARGUMENT, CALL, NAME, BRACKET, OPERATOR, END }

	/** Words that begin an element of the model; a name follows. */
	static final Set<String> ELEMENTS = Set.of("process", "field", "network", "learning", "distribution", "function", "data", "experiment");

	/** Words that declare a name inside an element. */
	private static final Set<String> DECLARING = Set.of("parameter", "state", "let", "observe", "phase", "layer", "domain");

	/** Words that begin a statement. */
	private static final Set<String> STATEMENTS = Set.of("import", "dimension", "waiting", "jump", "increments", "lattice", "boundary",
			"integrate", "initial", "input", "visible", "hidden", "output", "energy", "loss", "clamp", "sample", "repeat", "for", "update",
			"split", "simulate", "train", "recall", "seed", "sweep", "check", "fit", "expect", "plot", "show");

	/** Words inside a statement that are nothing else there. */
	private static final Set<String> INNER = Set.of("on", "with", "as", "versus", "every", "per", "over", "from", "when", "during", "against",
			"into", "in", "at", "table", "loglog", "semilogx", "semilogy", "stable", "corrupted", "scaled", "by", "each", "parameter",
			"temperature", "layer");

	/** Options of a statement, written {@code name = value}. */
	private static final Set<String> OPTIONS = Set.of("walkers", "until", "step", "batch", "epochs", "precision", "features", "label",
			"columns", "skip", "cells", "temperature");

	private final String text;
	private int start;
	private int end;
	private Kind kind = Kind.SPACE;
	private int depth;
	private boolean firstOfStatement = true;
	private boolean declares;
	private boolean afterNumber;

	public ErgLexer(String text) {
		this.text = text;
	}

	public Kind kind() {
		return kind;
	}

	public int start() {
		return start;
	}

	/** Behind the last character. */
	public int end() {
		return end;
	}

	public String word() {
		return text.substring(start, end);
	}

	/** @return whether the piece is a word that begins an element of the model */
	public boolean isElement() {
		return kind == Kind.KEYWORD && ELEMENTS.contains(word());
	}

	/** @return the kind of the next piece; {@link Kind#END} at the end of the text */
	public Kind next() {
		start = end;
		if (start >= text.length()) {
			kind = Kind.END;
			return kind;
		}
		char c = text.charAt(start);
		if (Character.isWhitespace(c) || c == '\uFEFF') {
			kind = space();
		} else if (text.startsWith("//", start)) {
			end = lineEnd(start);
			kind = Kind.COMMENT;
		} else if (text.startsWith("/*", start)) {
			int close = text.indexOf("*/", start + 2);
			end = close < 0 ? text.length() : close + 2;
			kind = Kind.COMMENT;
		} else {
			kind = token(c);
		}
		return kind;
	}

	private Kind space() {
		while (end < text.length() && (Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '\uFEFF')) {
			if (text.charAt(end) == '\n') {
				afterNumber = false;
				declares = false;
				firstOfStatement |= depth == 0;
			}
			end++;
		}
		return Kind.SPACE;
	}

	private Kind token(char c) {
		boolean first = firstOfStatement;
		boolean unitMayFollow = afterNumber;
		boolean declared = declares;
		firstOfStatement = false;
		afterNumber = false;
		declares = false;
		if (c == '"') {
			end = stringEnd();
			return Kind.STRING;
		}
		if (Character.isDigit(c)) {
			end = numberEnd();
			afterNumber = true;
			return Kind.NUMBER;
		}
		if (isNameStart(c)) {
			end = nameEnd(start);
			return name(first, unitMayFollow, declared);
		}
		return symbol(c);
	}

	private Kind symbol(char c) {
		end = start + 1;
		switch (c) {
			case '(', '[' -> depth++;
			case ')', ']' -> depth = Math.max(0, depth - 1);
			case '{', '}' -> {
				depth = 0;
				firstOfStatement = true;
			}
			default -> {
				return Kind.OPERATOR;
			}
		}
		return Kind.BRACKET;
	}

	private Kind name(boolean first, boolean unitMayFollow, boolean declared) {
		String word = word();
		if (unitMayFollow && !INNER.contains(word) && !OPTIONS.contains(word)) {
			return Kind.UNIT;
		}
		if (declared && !INNER.contains(word)) {
			return Kind.DECLARATION;
		}
		if (first && depth == 0 && !followedBy('=') && (ELEMENTS.contains(word) || DECLARING.contains(word) || STATEMENTS.contains(word))) {
			declares = ELEMENTS.contains(word) || DECLARING.contains(word);
			return Kind.KEYWORD;
		}
		if (first && depth == 0 && (word.equals("energy") || word.equals("loss") || word.equals("waiting") || word.equals("jump")
				|| word.equals("dimension") || word.equals("state"))) {
			return Kind.KEYWORD;
		}
		if (followedBy('(')) {
			return Kind.CALL;
		}
		boolean named = followedBy('=') && text.charAt(nextVisible()) == '=';
		if (named && (depth > 0 || OPTIONS.contains(word))) {
			return Kind.ARGUMENT;
		}
		if (depth == 0 && INNER.contains(word) && !named) {
			declares = word.equals("layer") || word.equals("parameter");
			return Kind.KEYWORD;
		}
		return Kind.NAME;
	}

	private int nextVisible() {
		int i = end;
		while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
			i++;
		}
		return i;
	}

	private boolean followedBy(char c) {
		int i = nextVisible();
		return i < text.length() && text.charAt(i) == c;
	}

	private int lineEnd(int from) {
		int i = text.indexOf('\n', from);
		return i < 0 ? text.length() : i;
	}

	private int stringEnd() {
		int i = start + 1;
		while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
			i += text.charAt(i) == '\\' ? 2 : 1;
		}
		return Math.min(text.length(), i < text.length() && text.charAt(i) == '"' ? i + 1 : i);
	}

	private int numberEnd() {
		int i = digits(start);
		if (i + 1 < text.length() && text.charAt(i) == '.' && Character.isDigit(text.charAt(i + 1))) {
			i = digits(i + 1);
		}
		if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
			int exponent = i + 1;
			if (exponent < text.length() && (text.charAt(exponent) == '-' || text.charAt(exponent) == '+')) {
				exponent++;
			}
			if (exponent < text.length() && Character.isDigit(text.charAt(exponent))) {
				i = digits(exponent);
			}
		}
		return i;
	}

	private int digits(int from) {
		int i = from;
		while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '_')) {
			i++;
		}
		return i;
	}

	private int nameEnd(int from) {
		int i = from;
		while (i < text.length() && isNamePart(text.charAt(i))) {
			i++;
		}
		return i;
	}

	static boolean isNameStart(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '\u0370' && c <= '\u03FF';
	}

	static boolean isNamePart(char c) {
		return isNameStart(c) || Character.isDigit(c) || c == '\u00B2' || c >= '\u2080' && c <= '\u2089';
	}
}
