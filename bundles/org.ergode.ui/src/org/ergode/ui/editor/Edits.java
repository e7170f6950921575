// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.ITextFileBufferManager;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.OpenModel;
import org.ergode.ui.language.Uris;

/** Applies the server's edits: each document in one step of undo. Call on the UI thread. */
final class Edits {
	private Edits() {
	}

	static void apply(IDocument document, List<? extends TextEdit> edits) {
		MultiTextEdit all = new MultiTextEdit();
		try {
			List<? extends TextEdit> ordered = edits.stream().sorted(Comparator.comparingInt((TextEdit e) -> e.getRange().getStart().getLine())
					.thenComparingInt(e -> e.getRange().getStart().getCharacter())).toList();
			for (TextEdit edit : ordered) {
				IRegion region = OpenModel.region(document, edit.getRange());
				all.addChild(new ReplaceEdit(region.getOffset(), region.getLength(), edit.getNewText()));
			}
			all.apply(document);
		} catch (BadLocationException e) {
			ErgodeUi.log("cannot apply an edit", e);
		}
	}

	/** Files that no editor shows are saved at once; the others stay open for the user to save. */
	static void apply(WorkspaceEdit edit) {
		for (Map.Entry<String, List<TextEdit>> file : byFile(edit).entrySet()) {
			Uris.file(file.getKey()).ifPresent(target -> apply(target, file.getValue()));
		}
	}

	private static Map<String, List<TextEdit>> byFile(WorkspaceEdit edit) {
		Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
		if (edit.getChanges() != null) {
			edits.putAll(edit.getChanges());
		}
		if (edit.getDocumentChanges() != null) {
			edit.getDocumentChanges().forEach(change -> {
				if (change.isLeft()) {
					edits.put(change.getLeft().getTextDocument().getUri(), change.getLeft().getEdits());
				}
			});
		}
		return edits;
	}

	private static void apply(IFile file, List<TextEdit> edits) {
		ITextFileBufferManager buffers = FileBuffers.getTextFileBufferManager();
		boolean shown = buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE) != null;
		try {
			buffers.connect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
			try {
				ITextFileBuffer buffer = buffers.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
				apply(buffer.getDocument(), edits);
				if (!shown) {
					buffer.commit(new NullProgressMonitor(), true);
				}
			} finally {
				buffers.disconnect(file.getFullPath(), LocationKind.IFILE, new NullProgressMonitor());
			}
		} catch (CoreException e) {
			ErgodeUi.log("cannot change " + file, e);
		}
	}
}
