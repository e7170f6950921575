// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser.token;

import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenSource;
import org.eclipse.xtext.parser.antlr.AbstractSplittingTokenSource;
import org.eclipse.xtext.parser.antlr.ITokenAcceptor;

/**
 * Stands between lexer and parser, for the two things that no grammar rule can say.
 *
 * <p><b>Units.</b> A name right after a number on the same line is its unit: {@code 2 um}. Such a token becomes
 * UNIT; so {@code state x = 0} and {@code dx/dt = v} on the next line stay apart without a separator.
 *
 * <p><b>Refusals.</b> The parser is recursive. Text that is nested too deeply for it, or that is no text at all, is
 * handed on as one token from there to the end, for which the syntax messages have a text.
 */
public class UnitTokenSource extends AbstractSplittingTokenSource {
	/** Open brackets at once. */
	public static final int MAX_DEPTH = 150;
	/** Operators in one expression, those around its brackets included. */
	public static final int MAX_OPERATORS = 1000;

	/** Why the rest of a text is refused. */
	public enum Refusal {
		BINARY("this is not a text file: there is a byte 0"),
		NESTED("nested too deeply: more than " + MAX_DEPTH + " open brackets; name the inner parts with 'let'"),
		LONG("this expression is too long: more than " + MAX_OPERATORS + " operators; name its parts with 'let'");

		private final String message;

		Refusal(String message) {
			this.message = message;
		}

		public String message() {
			return message;
		}
	}

	/** Stands for all text from a place on. */
	public static final class RefusedToken extends CommonToken {
		private static final long serialVersionUID = 1L;
		private final Refusal refusal;

		RefusedToken(CommonToken first, int type, Refusal refusal) {
			super(first.getInputStream(), type, Token.DEFAULT_CHANNEL, first.getStartIndex(), first.getInputStream().size() - 1);
			setLine(first.getLine());
			setCharPositionInLine(first.getCharPositionInLine());
			this.refusal = refusal;
		}

		public Refusal refusal() {
			return refusal;
		}
	}

	private static final String OPERATORS = "+-*/^.'%|&!<>";

	private final int number;
	private final int name;
	private final int unit;
	private final int refused;
	private final int[] hidden;
	private final int[] operators = new int[MAX_DEPTH + 2];
	private int depth;
	private int total;
	private int numberLine = -1;
	private boolean ended;

	/**
	 * @param number token type of NUMBER
	 * @param name token type of ID
	 * @param unit token type of UNIT
	 * @param refused token type of ANY_OTHER
	 * @param hidden token types of white space and comments
	 */
	public UnitTokenSource(TokenSource delegate, int number, int name, int unit, int refused, int... hidden) {
		setDelegate(delegate);
		this.number = number;
		this.name = name;
		this.unit = unit;
		this.refused = refused;
		this.hidden = hidden;
	}

	@Override
	public Token nextToken() {
		Token token = super.nextToken();
		if (token == Token.EOF_TOKEN || token.getType() == Token.EOF) {
			return token;
		}
		if (ended) {
			return Token.EOF_TOKEN;
		}
		CommonToken t = (CommonToken) token;
		String text = t.getText();
		if (text.indexOf('\0') >= 0) {
			return rest(t, Refusal.BINARY);
		}
		if (isHidden(t)) {
			return t;
		}
		if (t.getType() == number) {
			numberLine = t.getLine();
		} else {
			if (numberLine == t.getLine() && isName(t, text)) {
				t.setType(unit);
			}
			numberLine = -1;
		}
		Refusal refusal = count(text);
		return refusal == null ? t : rest(t, refusal);
	}

	private boolean isHidden(Token t) {
		for (int type : hidden) {
			if (t.getType() == type) {
				return true;
			}
		}
		return false;
	}

	/** 'd' is a keyword (of gradients), and a day. */
	private boolean isName(Token t, String text) {
		return t.getType() == name || text.equals("d");
	}

	/** Keeps count of what the parser's depth depends on. @return null while it is legal */
	private Refusal count(String text) {
		char c = text.charAt(0);
		switch (c) {
			case '(', '[', '{' -> {
				if (++depth > MAX_DEPTH) {
					return Refusal.NESTED;
				}
				operators[depth] = 0;
			}
			case ')', ']', '}' -> {
				total -= operators[depth];
				operators[depth] = 0;
				depth = Math.max(0, depth - 1);
				if (c == ']') {
					return operator();
				}
				if (c == '}') {
					reset();
				}
			}
			case ',', ';', ':', '=', '~' -> reset();
			default -> {
				if (OPERATORS.indexOf(c) >= 0 && text.length() <= 2) {
					return operator();
				}
			}
		}
		return null;
	}

	private Refusal operator() {
		operators[depth]++;
		return ++total <= MAX_OPERATORS ? null : Refusal.LONG;
	}

	private void reset() {
		total -= operators[depth];
		operators[depth] = 0;
	}

	private Token rest(CommonToken t, Refusal refusal) {
		ended = true;
		return new RefusedToken(t, refused, refusal);
	}

	@Override
	protected boolean shouldSplitToken(Token token) {
		return false;
	}

	@Override
	protected void doSplitToken(Token token, ITokenAcceptor result) {
		result.accept(token);
	}
}
