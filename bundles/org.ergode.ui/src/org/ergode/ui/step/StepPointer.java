// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import java.util.Optional;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.texteditor.IDocumentProvider;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.run.step.Stop;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.editor.Locations;

/** Marks the statement that is next in the editor of its text, and brings it into sight. Call on the UI thread. */
final class StepPointer {
	static final String ANNOTATION = ErgodeUi.ID + ".step.here";

	private ITextEditor editor;
	private String address = "";
	private Annotation mark;

	void show(Stop stop) {
		clear();
		if (!stop.address().equals(address) || !isOpen()) {
			Optional<ITextEditor> opened = Locations.show(stop.address());
			editor = opened.orElse(null);
			address = stop.address();
		} else {
			editor.getSite().getPage().bringToTop(editor);
		}
		if (editor != null) {
			mark(stop);
		}
	}

	private void mark(Stop stop) {
		int end = editor.getDocumentProvider().getDocument(editor.getEditorInput()).getLength();
		int offset = Math.min(stop.offset(), end);
		mark = new Annotation(ANNOTATION, false, String.join(", ", stop.path()));
		annotations().addAnnotation(mark, new Position(offset, Math.min(stop.length(), end - offset)));
		editor.selectAndReveal(offset, 0);
	}

	/** @return the address of the text that an editor shows, if it is the one that is stepped through */
	Optional<String> address(ITextEditor of) {
		return of == editor ? Optional.of(address) : Optional.empty();
	}

	private boolean isOpen() {
		return editor != null && editor.getSite().getPage() != null && editor.getSite().getPage().findEditor(editor.getEditorInput()) == editor;
	}

	private IAnnotationModel annotations() {
		return editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
	}

	void clear() {
		IDocumentProvider provider = editor == null ? null : editor.getDocumentProvider();
		if (mark != null && provider != null && annotations() != null) {
			annotations().removeAnnotation(mark);
		}
		mark = null;
	}
}
