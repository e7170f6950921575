// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formatting2;

import java.io.StringReader;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.ergode.dsl.Erg;

/**
 * Formats texts of the language. Only blanks and line breaks change: comments, the order of statements and what an author
 * aligned stay. Formatting twice is formatting once. Safe to call from several threads.
 */
public final class ErgFormat {
	private ErgFormat() {
	}

	/** @return the formatted text; the text itself if it has syntax errors */
	public static String format(String text) {
		IParseResult result = Erg.injector().getInstance(IParser.class).parse(new StringReader(text));
		if (result.hasSyntaxErrors()) {
			return text;
		}
		StringBuilder formatted = new StringBuilder(text.length() + 64);
		int end = 0;
		for (Layout.Edit edit : new Layout(result).edits()) {
			formatted.append(text, end, edit.offset()).append(edit.replacement());
			end = edit.offset() + edit.length();
		}
		return formatted.append(text, end, text.length()).toString();
	}
}
