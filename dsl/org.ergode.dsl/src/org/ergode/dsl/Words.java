// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.Token;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.ergode.dsl.parser.antlr.ErgLexer;
import org.ergode.dsl.services.ErgGrammarAccess;

/** Which words are names, and which belong to the language. */
public final class Words {
	private Words() {
	}

	/** @return whether a declaration may have this name */
	public static boolean isName(String text) {
		if (text.isEmpty()) {
			return false;
		}
		ErgLexer lexer = new ErgLexer();
		lexer.setCharStream(new ANTLRStringStream(text));
		Token token = lexer.nextToken();
		return token.getText().length() == text.length() && (token.getType() == ErgLexer.RULE_ID || Free.WORDS.contains(text));
	}

	/** @return words with a meaning in some statement, names included */
	public static Set<String> keywords() {
		return Free.KEYWORDS;
	}

	/** From the grammar's own rules, so that there is one list. */
	private static final class Free {
		static final ErgGrammarAccess GRAMMAR = Erg.injector().getInstance(ErgGrammarAccess.class);
		static final Set<String> WORDS = EcoreUtil2.getAllContentsOfType(GRAMMAR.getNameRule(), Keyword.class).stream().map(Keyword::getValue).collect(Collectors.toUnmodifiableSet());
		static final Set<String> KEYWORDS = GrammarUtil.getAllKeywords(GRAMMAR.getGrammar()).stream().filter(k -> Character.isLetter(k.charAt(0))).collect(Collectors.toUnmodifiableSet());
	}
}
