// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.custom.StyleRange;

/** Text of the language outside of its editor, coloured as in it. Call on the UI thread. */
public final class CodeColours {
	private CodeColours() {
	}

	/** @param offset of the code in the widget that shows it */
	public static List<StyleRange> of(String code, int offset) {
		List<StyleRange> styles = new ArrayList<>();
		ErgLexer lexer = new ErgLexer(code);
		while (lexer.next() != ErgLexer.Kind.END) {
			StyleRange style = Colouring.style(lexer.kind(), offset + lexer.start(), lexer.end() - lexer.start());
			if (style != null) {
				styles.add(style);
			}
		}
		return styles;
	}
}
