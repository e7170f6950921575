// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;

/** What a question was about: a document as it was, and a place in it. An answer that comes late is for an equal one only. */
record Moment(IDocument document, long stamp, int offset) {
	static Moment of(IDocument document, int offset) {
		return new Moment(document, document instanceof IDocumentExtension4 stamped ? stamped.getModificationStamp() : -1, offset);
	}
}
