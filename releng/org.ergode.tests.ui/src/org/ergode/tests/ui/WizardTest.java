// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.LanguageService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new experiment by its wizard, and the templates that it is made from. */
class WizardTest {
	private static final Duration SOON = Duration.ofSeconds(20);
	private static final String MODEL = "process Walker {\n  waiting ~ exponential(mean = 1 s)\n  jump    ~ normal(mean = 0 um, sd = 1 um)\n}\n";

	private ITextEditor editor;
	private IFile file;

	@BeforeEach
	void openTheModel() throws CoreException {
		Ui.await("the language server", Duration.ofSeconds(90), () -> LanguageService.get().capabilities() != null);
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("Wizards");
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

	private static Shell dialog(String title) {
		Ui.await(title, SOON, () -> Arrays.stream(Ui.display().getShells()).anyMatch(s -> s.isVisible() && s.getText().equals(title)));
		return Ui.on(() -> Arrays.stream(Ui.display().getShells()).filter(s -> s.getText().equals(title)).findFirst().orElseThrow());
	}

	private static Button button(Shell dialog, String text) {
		return Ui.on(() -> Ui.controls(dialog).filter(c -> c instanceof Button b && b.getText().replace("&", "").equals(text)).map(Button.class::cast).findFirst().orElseThrow());
	}

	private IDocument document() {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	private static void openWizard(String wizard) {
		Ui.display().asyncExec(() -> {
			ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
			IHandlerService handlers = PlatformUI.getWorkbench().getService(IHandlerService.class);
			try {
				handlers.executeCommand(ParameterizedCommand.generateCommand(commands.getCommand("org.eclipse.ui.newWizard"),
						Map.of("newWizardId", "org.ergode.ui.new." + wizard)), null);
			} catch (CommandException e) {
				throw new AssertionError(e);
			}
		});
	}

	@Test
	void anExperimentIsAddedAndHasNoError() throws CoreException {
		openWizard("experiment");
		Shell dialog = dialog("Ergode Experiment");
		Button finish = button(dialog, "Finish");
		Ui.await("a form that is right at once", SOON, finish::isEnabled);
		Text name = Ui.on(() -> Ui.controls(dialog).filter(c -> c instanceof Text text && text.getText().equals("Spreading")).map(Text.class::cast).findFirst().orElseThrow());
		Ui.run(() -> name.setText("Walker"));
		Ui.await("a message", SOON, () -> !finish.isEnabled());
		Ui.screenshot("wizard-experiment-problem");
		Ui.run(() -> name.setText("Wandering"));
		Ui.await("no message", SOON, finish::isEnabled);
		Ui.run(() -> dialog.update());
		Ui.screenshot("wizard-experiment");
		Ui.click(finish);
		Ui.await("the experiment", SOON, () -> document().get().contains("\n\nexperiment Wandering {\n  simulate Walker  walkers = 20_000"));
		assertThat(Ui.on(editor::isDirty)).isFalse();
		Ui.await("its check", SOON, () -> {
			try {
				return Arrays.stream(file.findMarkers(ErgodeUi.PROBLEM_MARKER, true, 0)).noneMatch(m -> m.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR);
			} catch (CoreException e) {
				throw new AssertionError(e);
			}
		});
	}

	@Test
	void aNewModelHasANameThatIsFree() throws CoreException {
		ModelEditor.write("Wizards", "model.erg", MODEL);
		openWizard("model");
		Shell dialog = dialog("Ergode Model");
		Ui.await("a free name", SOON, () -> Ui.controls(dialog).anyMatch(c -> c instanceof Text text && text.getText().equals("model2.erg")));
		Button finish = button(dialog, "Finish");
		Ui.await("a form that is right at once", SOON, finish::isEnabled);
		Ui.click(button(dialog, "Cancel"));
		Ui.await("the end of the dialog", SOON, dialog::isDisposed);
	}

	@Test
	void aTemplateThatIsRemovedIsNotOfferedAndComesBack() {
		press("Remove");
		complete();
		assertThat(Ui.on(() -> Ui.isOffered("process walk"))).isFalse();
		press("Restore Removed");
		complete();
		assertThat(Ui.on(() -> Ui.isOffered("process walk"))).isTrue();
	}

	/** Asks for what may stand behind the model, and leaves the list open. */
	private void complete() {
		Ui.press("Escape");
		Ui.run(() -> document().set(MODEL));
		cursorAtEnd();
		Ui.type("proc");
		Ui.press("ctrl+space");
		Ui.await("the other template", SOON, () -> Ui.isOffered("process equation"));
	}

	private void cursorAtEnd() {
		Ui.activate();
		Ui.run(() -> {
			editor.selectAndReveal(document().getLength(), 0);
			editor.setFocus();
		});
	}

	/** Presses a button of Preferences > Ergode > Templates with the first walk selected. */
	private static void press(String button) {
		Ui.display().asyncExec(() -> PreferencesUtil.createPreferenceDialogOn(Ui.window().getShell(), "org.ergode.ui.preferences.templates", null, null).open());
		Shell dialog = dialog("Preferences");
		Table table = Ui.on(() -> Ui.controls(dialog).filter(Table.class::isInstance).map(Table.class::cast).findFirst().orElseThrow());
		Ui.run(() -> {
			for (int i = 0; i < table.getItemCount(); i++) {
				if (table.getItem(i).getText().equals("process walk")) {
					table.setSelection(i);
					table.notifyListeners(org.eclipse.swt.SWT.Selection, new org.eclipse.swt.widgets.Event());
				}
			}
		});
		Ui.screenshot("preferences-templates " + button);
		Ui.await("the button", SOON, () -> button(dialog, button).isEnabled());
		Ui.click(button(dialog, button));
		Ui.click(button(dialog, "Apply and Close"));
		Ui.await("the end of the dialog", SOON, dialog::isDisposed);
	}
}
