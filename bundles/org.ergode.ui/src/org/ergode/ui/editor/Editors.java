// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/** The model that a command of the editor is about. */
public final class Editors {
	private Editors() {
	}

	/** An editor with its model and the selection in it. */
	public record Active(ITextEditor editor, IDocument document, ITextSelection selection) {
		public Optional<OpenModel> model() {
			return LanguageService.get().models().of(document);
		}

		boolean isEditable() {
			return editor.isEditable() && (!(editor instanceof ITextEditorExtension2 extension) || extension.validateEditorInputState());
		}

		/** The name at the cursor. */
		public Optional<IRegion> word() {
			return Words.at(document, selection.getOffset());
		}

		/** Whether the document still has the text that the question was about. */
		boolean isStill(String text) {
			return document.get().equals(text);
		}
	}

	public static Optional<Active> active(ExecutionEvent event) {
		IEditorPart part = HandlerUtil.getActiveEditor(event);
		ITextEditor editor = part == null ? null : part.getAdapter(ITextEditor.class);
		if (editor == null || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
			return Optional.empty();
		}
		return Optional.of(new Active(editor, editor.getDocumentProvider().getDocument(editor.getEditorInput()), selection));
	}
}
