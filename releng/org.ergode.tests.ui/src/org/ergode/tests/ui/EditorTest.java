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
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.LanguageService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys of the editor, each pressed once in a real window. */
class EditorTest {
	private static final Duration SOON = Duration.ofSeconds(20);
	private static final String MODEL = """
			process Walker {
			  waiting ~ exponential(mean = 1 s)
			  jump    ~ nromal(mean = 0 um, sd = 1 um)
			}

			experiment Walk {
			  simulate Walker  walkers = 400  until = 1000 s
			  seed 7
			  observe msd = mean(x^2)  at logspace(1 s, 1000 s, 20)
			}
			""";

	private IFile file;
	private ITextEditor editor;

	@BeforeEach
	void openTheModel() throws CoreException {
		Ui.await("the language server", Duration.ofSeconds(90), () -> LanguageService.get().capabilities() != null);
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Keys");
		if (!project.exists()) {
			project.create(null);
			project.open(null);
		}
		file = project.getFile("walk.erg");
		file.write(MODEL.getBytes(StandardCharsets.UTF_8), true, false, false, new NullProgressMonitor());
		Ui.activate();
		editor = Ui.on(() -> IDE.openEditor(Ui.window().getActivePage(), file, true).getAdapter(ITextEditor.class));
	}

	@AfterEach
	void closeTheEditor() {
		Ui.run(() -> Ui.window().getActivePage().closeAllEditors(false));
	}

	private IDocument document() {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	private void cursorAfter(String text) {
		Ui.run(() -> {
			editor.selectAndReveal(document().get().indexOf(text) + text.length(), 0);
			editor.setFocus();
		});
	}

	@Test
	void aQuickFixChangesTheWord() {
		Ui.await("the error", SOON, () -> errors() > 0);
		cursorAfter("nrom");
		Ui.press("ctrl+1");
		Ui.await("the fix", SOON, () -> Ui.isOffered("Change to 'normal'"));
		Ui.screenshot("editor-quick-fix");
		Ui.press("Return");
		Ui.await("the word", SOON, () -> document().get().contains("jump    ~ normal("));
	}

	private int errors() {
		try {
			return file.findMarkers(ErgodeUi.PROBLEM_MARKER, true, 0).length;
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}
}
