// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;

/** Names in a document. */
final class Words {
	private Words() {
	}

	/** @return the name at an offset, or that ends there; empty if there is none */
	static Optional<IRegion> at(IDocument document, int offset) {
		try {
			int start = offset;
			while (start > 0 && ErgLexer.isNamePart(document.getChar(start - 1))) {
				start--;
			}
			int end = offset;
			while (end < document.getLength() && ErgLexer.isNamePart(document.getChar(end))) {
				end++;
			}
			boolean name = end > start && ErgLexer.isNameStart(document.getChar(start));
			return name ? Optional.of(new Region(start, end - start)) : Optional.empty();
		} catch (BadLocationException e) {
			return Optional.empty();
		}
	}
}
