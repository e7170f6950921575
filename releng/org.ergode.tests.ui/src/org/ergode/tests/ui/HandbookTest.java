// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.handbook.HandbookView;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.welcome.WelcomeEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading the handbook in a real window. */
class HandbookTest {
	private static final Duration SOON = Duration.ofSeconds(20);
	private static final String MODEL = "process Walker {\n  waiting ~ exponential(mean = 1 s)\n  jump    ~ normal(mean = 0 um, sd = 1 um)\n}\n";

	@BeforeEach
	void bringToFront() {
		Ui.await("the language server", Duration.ofSeconds(90), () -> LanguageService.get().capabilities() != null);
		Ui.activate();
	}

	@AfterEach
	void close() {
		Ui.run(() -> {
			page().closeAllEditors(false);
			page().hideView(page().findView(ErgodeUi.HANDBOOK_VIEW));
		});
	}

	private static IWorkbenchPage page() {
		return Ui.window().getActivePage();
	}

	private static HandbookView handbook() {
		return Ui.on(() -> HandbookView.open(page()).orElseThrow());
	}

	@Test
	void f1ExplainsTheWordAtTheCursor() throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Explained");
		if (!project.exists()) {
			project.create(null);
			project.open(null);
		}
		IFile file = project.getFile("walk.erg");
		file.write(MODEL.getBytes(StandardCharsets.UTF_8), true, false, false, new NullProgressMonitor());
		ITextEditor editor = Ui.on(() -> IDE.openEditor(page(), file, true).getAdapter(ITextEditor.class));
		Ui.run(() -> {
			editor.selectAndReveal(MODEL.indexOf("exponential") + 2, 0);
			editor.setFocus();
		});
		Ui.press("F1");
		Ui.await("the handbook", SOON, () -> page().findView(ErgodeUi.HANDBOOK_VIEW) != null);
		HandbookView view = handbook();
		Ui.await("the entry", SOON, () -> view.page().equals("reference") && view.topLine().equals("exponential(mean)"));
		Ui.screenshot("handbook-reference");
	}

	@Test
	void aModelOfAPageIsOpenedAsAFile() {
		HandbookView view = handbook();
		assertThat(Ui.on(view::topLine)).isEqualTo("Your first model");
		StyledText text = view.text();
		Rectangle link = Ui.on(() -> {
			int at = text.getText().indexOf("Open this model");
			text.setTopIndex(text.getLineAtOffset(at) - 4);
			return text.getTextBounds(at, at + 3);
		});
		Ui.screenshot("handbook-page");
		Ui.click(text, link.x + link.width / 2, link.y + link.height / 2);
		IFile file = ResourcesPlugin.getWorkspace().getRoot().getProject("Handbook").getFile("first-model.erg");
		Ui.await("the model in an editor", SOON, () -> page().getActiveEditor() instanceof ITextEditor editor && editor.getEditorInput().getName().equals(file.getName()));
		assertThat(file.exists()).isTrue();
	}

	@Test
	void theSourceOfAnExampleIsALink() {
		HandbookView view = handbook();
		Ui.run(() -> view.explain("process", 0, 7));
		Ui.await("the reference", SOON, () -> view.page().equals("reference"));
		StyledText text = view.text();
		clickOn(text, "(brownian)", 3);
		Ui.await("the shipped model in an editor", SOON, () -> page().getActiveEditor() instanceof ITextEditor editor && editor.getEditorInput().getName().equals("brownian.erg"));
		assertThat(ResourcesPlugin.getWorkspace().getRoot().getProject("Examples").getFile("brownian.erg").exists()).isTrue();
		clickOn(text, "(energy.rules)", 7);
		Ui.await("the library in an editor", SOON, () -> page().getActiveEditor() instanceof ITextEditor editor && editor.getEditorInput().getName().equals("rules.erg"));
		Ui.screenshot("handbook-source");
		clickOn(text, "(networks)", 3);
		Ui.await("the page", SOON, () -> view.page().equals("networks"));
	}

	/** @param words in brackets, with a link inside @param above lines: two clicks at one place would be a double click */
	private static void clickOn(StyledText text, String words, int above) {
		Rectangle link = Ui.on(() -> {
			int at = text.getText().indexOf(words) + 1;
			text.setTopIndex(text.getLineAtOffset(at) - above);
			return text.getTextBounds(at, at + 3);
		});
		Ui.click(text, link.x + link.width / 2, link.y + link.height / 2);
	}

	@Test
	void wordsAreFoundInAllPages() {
		HandbookView view = handbook();
		Ui.run(() -> view.text().setFocus());
		Ui.press("ctrl+f");
		Ui.await("the field", SOON, () -> Ui.display().getFocusControl() instanceof Text);
		Ui.type("weibull");
		Ui.press("Return");
		Ui.await("a page that has it", SOON, () -> !view.page().equals("first-model") && view.text().getText().contains("weibull"));
		Ui.screenshot("handbook-find");
		Ui.press("Escape");
	}

	@Test
	void theWelcomePageLeadsToIt() {
		Ui.run(() -> WelcomeEditor.open(page()));
		Control card = Ui.on(() -> Ui.controls(Ui.window().getShell()).filter(c -> c.getClass().getSimpleName().equals("Card")).skip(2).findFirst().orElseThrow());
		Ui.click(card);
		Ui.await("the handbook", SOON, () -> page().findView(ErgodeUi.HANDBOOK_VIEW) != null);
		assertThat(handbook().page()).isEqualTo("first-model");
	}
}
