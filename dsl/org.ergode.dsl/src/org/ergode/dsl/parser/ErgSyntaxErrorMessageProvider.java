// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import org.antlr.runtime.CharStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.diagnostics.Diagnostic;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.ergode.dsl.parser.token.UnitTokenSource;

/** Says syntax errors in the words of {@link SyntaxMessages} instead of the parser generator's. */
public class ErgSyntaxErrorMessageProvider extends SyntaxErrorMessageProvider {
	/** Code of a message that is about the token before its node. */
	public static final String BEFORE = "org.ergode.dsl.parser.before";

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
		RecognitionException e = context.getRecognitionException();
		if (e == null || e.token == null) {
			return new SyntaxErrorMessage(lexical(context.getDefaultMessage()), Diagnostic.SYNTAX_DIAGNOSTIC);
		}
		if (e.token instanceof UnitTokenSource.RefusedToken refused) {
			return new SyntaxErrorMessage(refused.refusal().message(), Diagnostic.SYNTAX_DIAGNOSTIC);
		}
		SyntaxMessages messages = new SyntaxMessages(text(e), offset(e), (TokenStream) e.input);
		String message = messages.describe(e.token.getType() == Token.EOF ? "" : e.token.getText(), expected(e, context.getTokenNames()));
		return new SyntaxErrorMessage(message, messages.isAboutPrevious() ? BEFORE : Diagnostic.SYNTAX_DIAGNOSTIC, messages.near().toArray(String[]::new));
	}

	/** Only texts and comments can end wrongly for the lexer, which takes any character that it does not know. */
	private static String lexical(String message) {
		return String.valueOf(message).contains("\"") ? "this text is not closed: a double quote is missing before the end of the line" : "this comment is not closed: */ is missing";
	}

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
		ValueConverterException e = context.getValueConverterException();
		return new SyntaxErrorMessage(e.getMessage(), Diagnostic.SYNTAX_DIAGNOSTIC);
	}

	private static String expected(RecognitionException e, String[] names) {
		int type = e instanceof MismatchedTokenException mismatch ? mismatch.expecting : Token.INVALID_TOKEN_TYPE;
		return type > 0 && type < names.length ? names[type] : type == Token.EOF ? SyntaxMessages.END : "";
	}

	private static String text(RecognitionException e) {
		CharStream input = e.token instanceof CommonToken t ? t.getInputStream() : null;
		return input == null || input.size() == 0 ? all(e) : input.substring(0, input.size() - 1);
	}

	/** The end-of-file token has no characters of its own. */
	private static String all(RecognitionException e) {
		if (e.input instanceof TokenStream tokens && tokens.size() > 0 && tokens.get(0) instanceof CommonToken t
				&& t.getInputStream() != null && t.getInputStream().size() > 0) {
			return t.getInputStream().substring(0, t.getInputStream().size() - 1);
		}
		return "";
	}

	private static int offset(RecognitionException e) {
		return e.token.getType() == Token.EOF || !(e.token instanceof CommonToken t) ? Integer.MAX_VALUE : t.getStartIndex();
	}
}
