// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinker;
import org.eclipse.xtext.parser.IEncodingProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;
import org.eclipse.xtext.service.DispatchingProvider;
import org.ergode.dsl.parser.ErgSyntaxErrorMessageProvider;
import org.ergode.dsl.parser.ErgValueConverters;
import org.ergode.dsl.parser.ReparsingErgParser;
import org.ergode.dsl.parser.antlr.ErgLexer;

/** What the language brings to Xtext, in the workbench and on a plain class path. */
public class ErgRuntimeModule extends AbstractErgRuntimeModule {
	@Override
	public Class<? extends IValueConverterService> bindIValueConverterService() {
		return ErgValueConverters.class;
	}

	public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
		return ErgSyntaxErrorMessageProvider.class;
	}

	@Override
	public Class<? extends ILinker> bindILinker() {
		return NoLinks.class;
	}

	@Override
	public Class<? extends IParser> bindIParser() {
		return ReparsingErgParser.class;
	}

	@Override
	public void configureRuntimeLexer(Binder binder) {
		binder.bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(ErgLexer.class);
	}

	@Override
	public Class<? extends Lexer> bindLexer() {
		return ErgLexer.class;
	}

	/** Always UTF-8, whatever the machine. */
	@Override
	public void configureRuntimeEncodingProvider(Binder binder) {
		binder.bind(IEncodingProvider.class).annotatedWith(DispatchingProvider.Runtime.class).toInstance(uri -> "UTF-8");
	}
}
