// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.LanguageService;

/** A model in an editor that has the keyboard. */
record ModelEditor(IFile file, ITextEditor editor) {
	/** Writes the file, with its project, and opens it. Returns when the words above its experiment, if it has one, are there, for they move the text. */
	static ModelEditor open(String project, String name, String text) throws CoreException {
		IFile file = write(project, name, text);
		Ui.await("the language server", Duration.ofSeconds(90), () -> LanguageService.get().capabilities() != null);
		Ui.activate();
		ModelEditor model = new ModelEditor(file, Ui.on(() -> IDE.openEditor(Ui.window().getActivePage(), file, true).getAdapter(ITextEditor.class)));
		if (text.contains("experiment ")) {
			int experiment = text.substring(0, text.indexOf("experiment ")).split("\n", -1).length - 1;
			Ui.await("the words above the experiment", Duration.ofSeconds(20), () -> model.widget().getLineVerticalIndent(experiment) > 0);
		}
		return model;
	}

	static IFile write(String project, String name, String text) throws CoreException {
		IProject lab = ResourcesPlugin.getWorkspace().getRoot().getProject(project);
		if (!lab.exists()) {
			lab.create(null);
			lab.open(null);
		}
		IFile file = lab.getFile(name);
		file.write(text.getBytes(StandardCharsets.UTF_8), true, false, false, new NullProgressMonitor());
		return file;
	}

	static void closeAll() {
		Ui.run(() -> Ui.window().getActivePage().closeAllEditors(false));
	}

	/* What follows is called on the UI thread, where the conditions of waits are asked. */

	IDocument document() {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	ISourceViewer viewer() {
		return (ISourceViewer) editor.getAdapter(ITextViewer.class);
	}

	StyledText widget() {
		return viewer().getTextWidget();
	}

	boolean has(String text) {
		return document().get().contains(text);
	}

	/** Whether the cursor is behind this text, which is in the document once. */
	boolean isBehind(String text) {
		return viewer().getSelectedRange().x == document().get().indexOf(text) + text.length();
	}

	/** Whether the cursor, or the beginning of what is selected, is before this text, which is in the document once. */
	boolean isBefore(String text) {
		return viewer().getSelectedRange().x == document().get().indexOf(text);
	}

	int problems() {
		try {
			return file.findMarkers(ErgodeUi.PROBLEM_MARKER, true, 0).length;
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	/* And this on the test's. */

	void cursorBehind(String text) {
		Ui.run(() -> {
			editor.setFocus();
			editor.selectAndReveal(document().get().indexOf(text) + text.length(), 0);
		});
	}

	/** @return on the screen, the middle of the letter behind a text; nothing may be folded */
	Point behind(String text) {
		return Ui.on(() -> {
			int offset = document().get().indexOf(text) + text.length();
			Rectangle letter = widget().getTextBounds(offset, offset);
			int line = widget().getLineHeight(offset);
			return widget().toDisplay(letter.x + letter.width / 2, letter.y + letter.height - line / 2);
		});
	}
}
