// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.parser;

import java.util.ArrayList;
import java.util.List;
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
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.parser.token.UnitTokenSource;

/** Says syntax errors in the words of {@link SyntaxMessages} instead of the parser generator's. */
public class ErgSyntaxErrorMessageProvider extends SyntaxErrorMessageProvider {
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
		return new SyntaxErrorMessage(message, Diagnostic.SYNTAX_DIAGNOSTIC, data(e.token, messages));
	}

	/** Where it is, which the node that the parser ties it to may only be near, and what makes it go away. Read by {@link #place} and {@link #fixes}. */
	private static String[] data(Token found, SyntaxMessages messages) {
		boolean known = messages.placeStart() >= 0 || found.getType() != Token.EOF && found instanceof CommonToken;
		int start = messages.placeStart() >= 0 ? messages.placeStart() : known ? ((CommonToken) found).getStartIndex() : -1;
		int length = messages.placeStart() >= 0 ? messages.placeLength() : known ? found.getText().length() : 0;
		List<String> data = new ArrayList<>(List.of(Integer.toString(start), Integer.toString(length)));
		data.addAll(Fix.data(messages.fixes()));
		return data.toArray(String[]::new);
	}

	/** @return offset and length of what a message is about; an offset of -1: of its node */
	public static int[] place(SyntaxErrorMessage message) {
		String[] data = message.getIssueData();
		return data == null || data.length < 2 ? new int[] {-1, 0} : new int[] {Integer.parseInt(data[0]), Integer.parseInt(data[1])};
	}

	/** @return whether it says that a word of the language was taken for a name: where it is used, that is no other mistake */
	public static boolean isReservedWord(SyntaxErrorMessage message) {
		return message.getMessage().contains(SyntaxMessages.RESERVED);
	}

	public static List<Fix> fixes(SyntaxErrorMessage message) {
		String[] data = message.getIssueData();
		return data == null || data.length < 2 ? List.of() : Fix.of(List.of(data).subList(2, data.length));
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
