// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.eclipse.xtext.ide.LexerIdeBindings;
import org.eclipse.xtext.ide.editor.contentassist.antlr.internal.Lexer;
import org.ergode.dsl.ide.contentassist.antlr.ErgLexer;

/** What the language server brings to Xtext. */
public class ErgIdeModule extends AbstractErgIdeModule {
	@Override
	public void configureContentAssistLexer(Binder binder) {
		binder.bind(Lexer.class).annotatedWith(Names.named(LexerIdeBindings.CONTENT_ASSIST)).to(ErgLexer.class);
	}
}
