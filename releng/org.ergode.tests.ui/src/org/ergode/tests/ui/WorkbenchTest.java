// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.claims.ClaimsView;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.plot.PlotsView;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSession.State;
import org.ergode.ui.session.RunSessions;
import org.ergode.ui.welcome.WelcomeEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a newcomer does on the first day, in a real window with real keys. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkbenchTest {
	private static final Duration SOON = Duration.ofSeconds(20);
	private static final Duration PATIENCE = Duration.ofSeconds(90);
	private static final String MODEL = """
			process Walker {
			  waiting ~ exponential(mean = 1 s)
			  \s
			}

			experiment Walk {
			  simulate Walker  walkers = 4_000  until = 1000 s
			  seed 7
			  observe msd = mean(x^2)  at logspace(1 s, 1000 s, 20)
			  fit     msd ~ 2 * D * t^alpha  over 10 s .. 1000 s
			  expect  alpha = 1.00 +- 0.05
			  plot    msd, fit versus t  loglog  "Typed by a test"
			}
			""";
	private static final int JUMP_LINE = 2;

	@BeforeEach
	void bringToFront() {
		Ui.await("the language server", PATIENCE, () -> LanguageService.get().capabilities() != null);
		Ui.activate();
	}

	@AfterEach
	void closeEditors() {
		Ui.run(() -> page().closeAllEditors(false));
	}

	private static IWorkbenchPage page() {
		return Ui.window().getActivePage();
	}

	private static IFile model(String project, String text) throws CoreException {
		IProject lab = ResourcesPlugin.getWorkspace().getRoot().getProject(project);
		if (!lab.exists()) {
			lab.create(null);
			lab.open(null);
		}
		IFile file = lab.getFile("walk.erg");
		file.write(text.getBytes(StandardCharsets.UTF_8), true, false, false, new NullProgressMonitor());
		return file;
	}

	private static ITextEditor open(IFile file) {
		IEditorPart part = Ui.on(() -> IDE.openEditor(page(), file, true));
		ITextEditor editor = Ui.on(() -> part.getAdapter(ITextEditor.class));
		int experiment = text(editor).lines().takeWhile(line -> !line.startsWith("experiment ")).toList().size();
		Ui.await("the words above the experiment, which move the text", SOON, () -> ((StyledText) editor.getAdapter(Control.class)).getLineVerticalIndent(experiment) > 0);
		return editor;
	}

	private static String text(ITextEditor editor) {
		return Ui.on(() -> document(editor).get());
	}

	private static IDocument document(ITextEditor editor) {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	private static void cursor(ITextEditor editor, int line) {
		Ui.run(() -> {
			try {
				editor.selectAndReveal(document(editor).getLineOffset(line) + document(editor).getLineLength(line) - 1, 0);
				editor.setFocus();
			} catch (BadLocationException e) {
				throw new AssertionError(e);
			}
		});
		Ui.await("the keyboard in the editor", SOON, () -> ((Control) editor.getAdapter(Control.class)).isFocusControl());
		Ui.press("End"); // the first key after a change of windows is lost sometimes, between the X server and GTK
	}

	private static List<String> errors(IFile file) {
		try {
			return Arrays.stream(file.findMarkers(ErgodeUi.PROBLEM_MARKER, true, IResource.DEPTH_ZERO))
					.filter(m -> m.getAttribute(IMarker.SEVERITY, 0) == IMarker.SEVERITY_ERROR).map(m -> m.getAttribute(IMarker.MESSAGE, "")).toList();
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	/** Cards of the welcome page that reach beyond its right edge. */
	private static List<Control> cardsOutOfSight() {
		return Ui.controls(Ui.window().getShell()).filter(c -> c.getClass().getSimpleName().equals("Card")).filter(c -> {
			ScrolledComposite page = page(c);
			return c.toDisplay(c.getSize()).x > page.toDisplay(page.getSize()).x;
		}).toList();
	}

	private static ScrolledComposite page(Control card) {
		Composite parent = card.getParent();
		while (!(parent instanceof ScrolledComposite page)) {
			parent = parent.getParent();
		}
		return page;
	}

	private static void inASmallWindow(Runnable work) {
		Shell shell = Ui.window().getShell();
		boolean maximized = Ui.on(shell::getMaximized);
		Point size = Ui.on(shell::getSize);
		Ui.run(() -> {
			shell.setMaximized(false);
			shell.setSize(960, 640);
		});
		Ui.await("a small window", SOON, () -> Ui.on(() -> shell.getSize().x <= 1000));
		Ui.pause(300);
		work.run();
		Ui.run(() -> {
			shell.setSize(size);
			shell.setMaximized(maximized);
		});
		Ui.pause(300);
	}

	private static RunSession runToTheEnd() {
		return runToTheEnd(() -> Ui.press("F11"));
	}

	private static RunSession runToTheEnd(Runnable start) {
		RunSession before = RunSessions.get().latest().orElse(null);
		start.run();
		Ui.await("the run to begin", SOON, () -> RunSessions.get().latest().orElse(null) != before);
		RunSession session = RunSessions.get().latest().orElseThrow();
		Ui.await("the run to end", PATIENCE, () -> session.state() != State.RUNNING);
		return session;
	}

	@Test
	@Order(1)
	void theFirstButtonBringsTheExamples() {
		Ui.run(() -> WelcomeEditor.open(page()));
		Control button = Ui.on(() -> Ui.controls(Ui.window().getShell()).filter(c -> c.getClass().getSimpleName().equals("Card")).findFirst().orElseThrow());
		Ui.screenshot("1-welcome");
		assertThat(Ui.<List<Control>>on(WorkbenchTest::cardsOutOfSight)).isEmpty();
		inASmallWindow(() -> {
			Ui.screenshot("1-welcome-small");
			assertThat(Ui.<List<Control>>on(WorkbenchTest::cardsOutOfSight)).isEmpty();
		});
		Ui.run(button::setFocus);
		Ui.press("Return");
		IFile brownian = ResourcesPlugin.getWorkspace().getRoot().getProject("Examples").getFile("brownian.erg");
		Ui.await("the example in an editor", SOON, () -> brownian.exists() && page().getActiveEditor() instanceof ITextEditor editor
				&& editor.getEditorInput().getName().equals("brownian.erg"));
		Ui.pause(1500);
		assertThat(errors(brownian)).isEmpty();
		Ui.screenshot("2-examples");
	}

	/** The first run of a session: its charts are drawn before the view has given them room. */
	@Test
	@Order(2)
	void aHistogramBehindAnotherTabIsThereWhenItIsLookedAt() throws CoreException {
		IFile file = model("Lab", MODEL.replaceFirst("  +\n", "  jump ~ normal(mean = 0 um, sd = 1 um)\n")
				.replace("  fit ", "  observe way = x  per walker\n  fit ").replace("\"Typed by a test\"", "\n  plot histogram(way)"));
		ITextEditor editor = open(file);
		cursor(editor, text(editor).lines().toList().size() - 2);
		assertThat(runToTheEnd().problems()).isEmpty();
		Ui.await("its tab", SOON, () -> Ui.on(() -> tab("histogram(way)").isPresent()));
		Ui.pause(500);
		Ui.click(Ui.on(() -> {
			CTabItem item = tab("histogram(way)").orElseThrow();
			return item.getParent().toDisplay(item.getBounds().x + item.getBounds().width / 2, item.getBounds().y + item.getBounds().height / 2);
		}));
		Ui.await("its bars", SOON, () -> Ui.on(() -> {
			Control chart = tab("histogram(way)").orElseThrow().getControl();
			RGB middle = Ui.pixelNow(chart.toDisplay(chart.getSize().x * 11 / 20, chart.getSize().y * 2 / 3));
			return chart.isVisible() && middle.blue > middle.red + 20;
		}));
		Ui.screenshot("histogram");
	}

	@Test
	@Order(3)
	void aModelIsTypedCheckedAndRun() throws CoreException {
		IFile file = model("Lab", MODEL);
		ITextEditor editor = open(file);
		cursor(editor, JUMP_LINE);

		Ui.type("jump ~ norm");
		Ui.await("what was typed", SOON, () -> document(editor).get().contains("jump ~ norm"));
		assertThat(Ui.on(() -> Ui.isOffered("jump"))).as("a list that nobody asked for").isFalse();
		Ui.press("ctrl+space");
		Ui.await("completion", SOON, () -> document(editor).get().contains("normal(") || Ui.isOffered("normal"));
		Ui.screenshot("3-completion");
		if (!text(editor).contains("normal(")) {
			Ui.press("Return");
		}
		Ui.await("the completed word", SOON, () -> document(editor).get().contains("jump ~ normal("));
		Ui.press("Escape");
		Ui.run(() -> document(editor).set(document(editor).get().replaceAll("(?m)^ *jump ~ .*$", "  jump    ~ normal(mean = 0 um, sd = 1 um)")));
		Ui.await("no error in the complete model", SOON, () -> errors(file).isEmpty());

		cursor(editor, JUMP_LINE);
		Ui.type(" + lengt");
		Ui.await("the error marker", SOON, () -> !errors(file).isEmpty());
		Ui.screenshot("4-error");
		Ui.press(Collections.nCopies(" + lengt".length(), "BackSpace").toArray(String[]::new));
		Ui.await("the error marker to go", SOON, () -> errors(file).isEmpty());

		cursor(editor, JUMP_LINE + 6);
		RunSession session = runToTheEnd();
		assertThat(session.problems()).isEmpty();
		assertThat(session.state()).isEqualTo(State.FINISHED);
		assertThat(session.experiment()).isEqualTo("Walk");
		Ui.await("the button that stops it to be off", SOON, () -> !Ui.isEnabled("Stop"));
		PlotsView plots = (PlotsView) Ui.on(() -> page().showView(ErgodeUi.PLOTS_VIEW));
		ClaimsView claims = (ClaimsView) Ui.on(() -> page().showView(ErgodeUi.CLAIMS_VIEW));
		Ui.await("the plot", SOON, () -> plots.titles().contains("Typed by a test"));
		Ui.await("the verdict", SOON, () -> claims.claims().size() == 1);
		assertThat(claims.claims().getFirst().claim().met()).isTrue();
		int[] widths = Ui.on(() -> Ui.controls(Ui.window().getShell()).filter(c -> c instanceof Table t && t.getItemCount() == 1 && t.getItem(0).getText(1).startsWith("alpha"))
				.flatMapToInt(c -> Arrays.stream(((Table) c).getColumns()).mapToInt(TableColumn::getWidth)).toArray());
		assertThat(widths).as("no column of notes without any").hasSize(4);
		assertThat(widths[1]).as("the claim has most of the room").isGreaterThan(widths[0]).isGreaterThan(widths[2]).isGreaterThan(widths[3]);
		Ui.pause(500);
		Path picture = Ui.screenshot("5-run");
		assertThat(picture).isNotEmptyFile();
		assertThat(Ui.on(editor::isDirty)).as("saved before the run").isFalse();
	}

	@Test
	@Order(4)
	void aModelThatIsWrongIsNotRunAndSaysWhy() throws CoreException {
		IFile file = model("Lab", MODEL.replace("\n  \\s\n", "\n").replaceFirst("  +\n", "  jump ~ nromal(mean = 0 um, sd = 1 um)\n"));
		open(file);
		RunSession session = runToTheEnd();
		assertThat(session.state()).isEqualTo(State.FAILED);
		assertThat(session.problems()).isNotEmpty();
		assertThat(session.problems().getFirst().message()).contains("nromal");
		assertThat(session.problems().getFirst().line()).isEqualTo(3);
	}

	@Test
	@Order(5)
	void aLongRunStopsWhenItIsToldTo() throws CoreException {
		IFile file = model("Lab", MODEL.replaceFirst("  +\n", "  jump ~ normal(mean = 0 um, sd = 1 um)\n").replace("4_000", "40_000_000"));
		open(file);
		Ui.press("F11");
		Ui.await("the run", SOON, () -> !RunSessions.get().running().isEmpty());
		RunSession session = RunSessions.get().running().getFirst();
		Ui.await("progress", PATIENCE, () -> session.fraction() > 0);
		Ui.press("ctrl+F2");
		Ui.await("the end", Duration.ofSeconds(5), () -> session.state() == State.CANCELLED);
	}

	@Test
	@Order(6)
	void whatARunFindsComesIntoSight() throws CoreException {
		IFile file = model("Lab", MODEL.replaceFirst("  +\n", "  jump ~ normal(mean = 0 um, sd = 1 um)\n").replace("alpha = 1.00 +- 0.05", "alpha = 2.00 +- 0.05"));
		open(file);
		Ui.run(() -> {
			for (String view : List.of(ErgodeUi.STEPPER_VIEW, ErgodeUi.EQUATION_VIEW)) {
				Ui.on(() -> page().showView(view, null, IWorkbenchPage.VIEW_VISIBLE));
			}
		});
		assertThat(Ui.on(() -> isVisible(ErgodeUi.PLOTS_VIEW) || isVisible(ErgodeUi.CLAIMS_VIEW))).isFalse();
		assertThat(runToTheEnd().missed()).isEqualTo(1);
		Ui.await("the plots", SOON, () -> isVisible(ErgodeUi.PLOTS_VIEW));
		Ui.await("the claim that was missed", SOON, () -> isVisible(ErgodeUi.CLAIMS_VIEW));
		assertThat(Ui.on(() -> page().getActivePart() instanceof IEditorPart)).as("the keyboard stays").isTrue();
	}

	private static boolean isVisible(String view) {
		return page().findView(view) != null && page().isPartVisible(page().findView(view));
	}

	/** With the cursor in none of them, the first of the file is proposed. The claims begin with the point of the sweep: the width cuts their ends. */
	@Test
	@Order(7)
	void oneOfSeveralExperimentsIsChosenAndItsSweepIsTold() throws CoreException {
		IFile file = model("Lab", MODEL.replaceFirst("  +\n", "  jump ~ normal(mean = 0 um, sd = 1 um)\n  parameter tau = 1 s\n").replace("mean = 1 s", "mean = tau")
				.replace("  seed 7", "  seed 7\n  sweep Walker.tau in {1 s, 2 s}") + "\nexperiment Another {\n  simulate Walker  walkers = 4  until = 1 s\n}\n");
		cursor(open(file), 0);
		RunSession session = runToTheEnd(() -> {
			Ui.press("F11");
			Ui.await("the question which one", SOON, () -> Ui.on(() -> Ui.isOffered("Another")));
			Ui.press("Return");
		});
		assertThat(session.problems()).isEmpty();
		assertThat(session.experiment()).isEqualTo("Walk");
		Ui.run(() -> Ui.on(() -> page().showView(ErgodeUi.CLAIMS_VIEW)));
		Ui.await("the claims of both points", SOON, () -> Ui.on(() -> Ui.controls(Ui.window().getShell())
				.anyMatch(c -> c instanceof Table t && t.getItemCount() == 2 && t.getItem(1).getText(1).startsWith("Walker.tau = 2 s:   alpha"))));
	}

	@Test
	@Order(8)
	void theFileMenuOffersToOpenAFileOnce() {
		Menu file = Ui.on(() -> Arrays.stream(Ui.window().getShell().getMenuBar().getItems()).filter(i -> i.getText().replace("&", "").equals("File")).findFirst().orElseThrow().getMenu());
		Ui.run(() -> file.notifyListeners(SWT.Show, new Event()));
		List<String> words = Ui.on(() -> Arrays.stream(file.getItems()).map(i -> i.getText().replace("&", "")).filter(t -> t.startsWith("Open File")).toList());
		Ui.run(() -> file.notifyListeners(SWT.Hide, new Event()));
		assertThat(words).hasSize(1);
	}

	private static Optional<CTabItem> tab(String title) {
		return Ui.controls(Ui.window().getShell()).filter(CTabFolder.class::isInstance).flatMap(f -> Arrays.stream(((CTabFolder) f).getItems()))
				.filter(item -> item.getText().equals(title)).findFirst();
	}
}
