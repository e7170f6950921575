// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.LanguageService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The markers of a project whose files nobody has opened, and who keeps them when somebody does. */
class ModelBuilderTest {
	private static final Duration SOON = Duration.ofSeconds(20);
	private static final String NATURE = ErgodeUi.ID + ".nature";
	private static final String WALK = "process Walk {\n  waiting ~ exponential(mean = 1 s)\n  jump    ~ normal(mean = 0 um, sd = 1 um)\n}\n";
	private static final String RUN = "import \"walk.erg\"\nexperiment Run {\n  simulate Walk  walkers = 5  until = 1 s\n  seed 2\n  observe msd = mean(x^2) at {1 s}\n}\n";

	private IProject project;
	private IFile walk;
	private IFile run;

	@BeforeEach
	void makeTwoFiles() throws CoreException {
		Ui.await("the language server", Duration.ofSeconds(90), () -> LanguageService.get().capabilities() != null);
		project = ResourcesPlugin.getWorkspace().getRoot().getProject("Built");
		project.create(null);
		project.open(null);
		walk = project.getFile("walk.erg");
		run = project.getFile("run.erg");
		write(walk, WALK);
		write(run, RUN);
		Ui.await("the nature of a project with models", SOON, this::hasNature);
	}

	@AfterEach
	void deleteThem() throws CoreException {
		Ui.run(() -> Ui.window().getActivePage().closeAllEditors(false));
		project.delete(true, true, null);
	}

	private boolean hasNature() {
		try {
			return project.hasNature(NATURE);
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	private static void write(IFile file, String text) throws CoreException {
		file.write(text.getBytes(StandardCharsets.UTF_8), true, false, false, new NullProgressMonitor());
	}

	private static List<String> errors(IFile file) {
		try {
			return !file.exists() ? List.of() : Arrays.stream(file.findMarkers(ErgodeUi.PROBLEM_MARKER, true, IResource.DEPTH_ZERO))
					.filter(m -> m.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR).map(m -> m.getAttribute(IMarker.MESSAGE, "")).toList();
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	private static void awaitError(IFile file, String word) {
		Ui.await("an error in " + file.getName() + " about " + word, SOON, () -> errors(file).stream().anyMatch(m -> m.contains(word)));
	}

	private static void awaitNoError(IFile file) {
		Ui.await("no error in " + file.getName(), SOON, () -> errors(file).isEmpty());
	}

	@Test
	void anErrorComesAndGoesWithTheImportedFile() throws CoreException {
		write(walk, WALK.replace("process Walk", "process Stroll"));
		awaitError(run, "Walk");
		assertThat(errors(walk)).isEmpty();
		write(walk, WALK.replace("normal(", "nromal("));
		awaitError(walk, "nromal");
		write(walk, WALK);
		awaitNoError(run);
		awaitNoError(walk);
	}

	@Test
	void anImportedFileThatIsRenamedOrDeletedIsMissed() throws CoreException {
		walk.move(IPath.fromPortableString("stroll.erg"), true, null);
		awaitError(run, "walk.erg");
		project.getFile("stroll.erg").move(IPath.fromPortableString("walk.erg"), true, null);
		awaitNoError(run);
		walk.delete(true, null);
		awaitError(run, "walk.erg");
	}

	/** Of a folder that the user allowed. */
	@Test
	void aModelIsCheckedAgainWhenWhatItImportsFromAnotherProjectChanges() throws CoreException {
		IProject shared = ResourcesPlugin.getWorkspace().getRoot().getProject("Shared");
		shared.create(null);
		shared.open(null);
		IFile stroll = shared.getFile("stroll.erg");
		write(stroll, WALK.replace("Walk", "Stroll"));
		write(run, RUN.replace("walk.erg", "../Shared/stroll.erg").replace("simulate Walk", "simulate Stroll"));
		awaitError(run, "Shared");
		try {
			ErgodeUi.preferences().setValue("allowedPaths", shared.getLocation().toOSString());
			awaitNoError(run);
			write(run, RUN.replace("walk.erg", "../Shared/stroll.erg").replace("simulate Walk", "simulate Strol"));
			awaitError(run, "Strol");
			write(run, RUN.replace("walk.erg", "../Shared/stroll.erg").replace("simulate Walk", "simulate Stroll"));
			awaitNoError(run);
			write(stroll, WALK.replace("Walk", "Amble"));
			awaitError(run, "Stroll");
			write(stroll, WALK.replace("Walk", "Stroll"));
			awaitNoError(run);
			shared.delete(true, true, null);
			awaitError(run, "stroll.erg");
			shared.create(null);
			shared.open(null);
			write(stroll, WALK.replace("Walk", "Stroll"));
			awaitNoError(run);
		} finally {
			ErgodeUi.preferences().setToDefault("allowedPaths");
			shared.delete(true, true, null);
		}
	}

	@Test
	void dataThatAppearsIsFound() throws CoreException {
		write(run, RUN + "data D = csv(\"samples.csv\") features = 2\n");
		awaitError(run, "samples.csv");
		write(project.getFile("samples.csv"), "1,2\n");
		awaitNoError(run);
	}

	@Test
	void anOpenFileShowsWhatIsTypedAndAClosedOneWhatIsSaved() throws CoreException {
		ITextEditor editor = Ui.on(() -> IDE.openEditor(Ui.window().getActivePage(), run, true).getAdapter(ITextEditor.class));
		Ui.activate();
		Ui.run(() -> editor.getDocumentProvider().getDocument(editor.getEditorInput()).set(RUN.replace("seed 2", "sed 2")));
		Ui.await("the error of the editor", SOON, () -> !errors(run).isEmpty());
		int typed = errors(run).size();
		write(walk, WALK + "// touched\n");
		project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, null);
		assertThat(errors(run)).as("one owner, no error twice").hasSize(typed);
		Ui.run(() -> Ui.window().getActivePage().closeAllEditors(false));
		awaitNoError(run);
	}

	@Test
	void aFullBuildFindsAgainWhatACleanTookAway() throws CoreException {
		write(run, RUN.replace("Walk", "Wolk"));
		awaitError(run, "Wolk");
		project.build(IncrementalProjectBuilder.CLEAN_BUILD, null);
		project.build(IncrementalProjectBuilder.FULL_BUILD, null);
		assertThat(errors(run)).anyMatch(m -> m.contains("Wolk"));
	}

	/** By Configure in the project's menu. */
	@Test
	void aProjectThatIsNotToBeCheckedHasNoMarkersAndStaysSo() throws CoreException {
		write(run, RUN.replace("Walk", "Wolk"));
		awaitError(run, "Wolk");
		chooseConfigure();
		Ui.await("the nature to go", SOON, () -> !hasNature());
		Ui.await("the markers to go", SOON, () -> errors(run).isEmpty());
		assertThat(project.getDescription().getBuildSpec()).isEmpty();
		write(project.getFile("new.erg"), WALK.replace("normal(", "nromal("));
		chooseConfigure();
		Ui.await("the nature", SOON, this::hasNature);
		awaitError(run, "Wolk");
		awaitError(project.getFile("new.erg"), "nromal");
	}

	private void chooseConfigure() {
		Ui.activate();
		ProjectExplorer explorer = (ProjectExplorer) Ui.on(() -> Ui.window().getActivePage().showView(ProjectExplorer.VIEW_ID));
		Tree tree = Ui.on(explorer.getCommonViewer()::getTree);
		Ui.await("the project to be selected", SOON, () -> {
			explorer.setFocus();
			explorer.selectReveal(new StructuredSelection(project));
			return tree.isFocusControl() && tree.getSelectionCount() == 1 && tree.getSelection()[0].getText().startsWith(project.getName());
		});
		Ui.press("shift+F10");
		Ui.await("its menu", SOON, () -> tree.getMenu().isVisible() && configure(tree.getMenu()) > 0);
		for (int i = Ui.on(() -> configure(tree.getMenu())); i > 0; i--) {
			Ui.press("Up");
		}
		Ui.press("Right");
		Ui.screenshot("explorer-menu");
		Ui.press("Return");
	}

	/** @return how many steps it is from the end of the menu to Configure; 0 if it is not there */
	private static int configure(Menu menu) {
		int steps = 0;
		for (int i = menu.getItemCount() - 1; i >= 0; i--) {
			MenuItem item = menu.getItem(i);
			steps += (item.getStyle() & SWT.SEPARATOR) == 0 && item.isEnabled() ? 1 : 0;
			if (item.getText().replace("&", "").startsWith("Configure")) {
				return steps;
			}
		}
		return 0;
	}
}
