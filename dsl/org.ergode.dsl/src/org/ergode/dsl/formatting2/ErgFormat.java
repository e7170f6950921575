// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formatting2;

import java.io.StringReader;
import java.util.List;
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

	/** Blanks and line breaks between two tokens, to be replaced. */
	public record Edit(int offset, int length, String replacement) {
	}

	/** @return what formatting changes, in the order of the text; nothing if it has syntax errors or no text */
	public static List<Edit> edits(IParseResult result) {
		return result == null || result.hasSyntaxErrors() ? List.of() : new Layout(result).edits();
	}

	/** @return the formatted text; the text itself if it has syntax errors */
	public static String format(String text) {
		IParseResult result = Erg.injector().getInstance(IParser.class).parse(new StringReader(text));
		StringBuilder formatted = new StringBuilder(text.length() + 64);
		int end = 0;
		for (Edit edit : edits(result)) {
			formatted.append(text, end, edit.offset()).append(edit.replacement());
			end = edit.offset() + edit.length();
		}
		return formatted.append(text, end, text.length()).toString();
	}
}
