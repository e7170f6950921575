// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.contentassist.antlr;

import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.ergode.dsl.ide.contentassist.antlr.lexer.InternalErgLexer;
import org.ergode.dsl.parser.token.Numbers;

/** The generated lexer, but for numbers, which need a look ahead that its grammar cannot say. */
public class ErgLexer extends InternalErgLexer {
	@Override
	public void mTokens() throws RecognitionException {
		if (Numbers.consume(input)) {
			state.type = RULE_NUMBER;
			state.channel = Token.DEFAULT_CHANNEL;
		} else {
			super.mTokens();
		}
	}
}
