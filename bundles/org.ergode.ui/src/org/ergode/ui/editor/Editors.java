// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.Optional;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/** The model that a command of the editor is about. */
final class Editors {
	private Editors() {
	}

	/** An editor with its model and the selection in it. */
	record Active(ITextEditor editor, IDocument document, ITextSelection selection) {
		Optional<OpenModel> model() {
			return LanguageService.get().models().of(document);
		}

		boolean isEditable() {
			return editor.isEditable() && (!(editor instanceof ITextEditorExtension2 extension) || extension.validateEditorInputState());
		}

		IFile file() {
			return ResourceUtil.getFile(editor.getEditorInput());
		}

		/** Whether the document still has the text that the question was about. */
		boolean isStill(String text) {
			return document.get().equals(text);
		}
	}

	static Optional<Active> active(ExecutionEvent event) {
		IEditorPart part = HandlerUtil.getActiveEditor(event);
		ITextEditor editor = part == null ? null : part.getAdapter(ITextEditor.class);
		if (editor == null || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
			return Optional.empty();
		}
		return Optional.of(new Active(editor, editor.getDocumentProvider().getDocument(editor.getEditorInput()), selection));
	}
}
