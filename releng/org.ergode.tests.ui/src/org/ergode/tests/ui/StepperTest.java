// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.run.step.Stop;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.equation.EquationView;
import org.ergode.ui.session.RunSessions;
import org.ergode.ui.step.StepperView;
import org.ergode.ui.step.Stepping;
import org.ergode.ui.step.Stepping.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A training is stepped through with the keys of a debugger, in a real window. */
class StepperTest {
	private static final Duration SOON = Duration.ofSeconds(20);
	private static final String MODEL = """
			data Bars = table {
			  1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0;  0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0
			  1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0;  0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0
			}

			network Rbm {
			  visible layer v : binary[16]
			  hidden  layer h : binary[6]
			  parameter W : real[16, 6] ~ normal(mean = 0, sd = 0.3)
			  parameter b : real[6] = 0
			  energy = -v'*W*h - b'*h
			}

			experiment Learn {
			  train Rbm on Bars with cd  batch = 4  epochs = 40
			  seed 5
			  observe error = mean((v - reconstruction(v))^2)  every epoch
			  plot    error versus epoch
			}
			""".replace("0, 0\n  1, 0, 0, 0, 1", "0, 0;\n  1, 0, 0, 0, 1");

	private ModelEditor model;

	@BeforeEach
	void openTheModel() throws CoreException {
		model = ModelEditor.open("Stepped", "bars.erg", MODEL);
		Ui.await("no error", SOON, () -> model.problems() == 0);
		model.cursorBehind("experiment Learn {");
	}

	@AfterEach
	void close() {
		Stepping.get().close();
		Ui.await("the end of the session", SOON, () -> Stepping.get().state() == State.ENDED || Stepping.get().state() == State.NONE);
		Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme("org.eclipse.e4.ui.css.theme.e4_default", false));
		ModelEditor.closeAll();
	}

	private static IWorkbenchPage page() {
		return Ui.window().getActivePage();
	}

	private static StepperView view() {
		return Ui.on(() -> (StepperView) page().findView(ErgodeUi.STEPPER_VIEW));
	}

	private static Stop stop() {
		return Stepping.get().stop().orElseThrow();
	}

	private static void awaitStop(String what, Stop after) {
		Ui.await(what, SOON, () -> Stepping.get().state() == State.STOPPED && Stepping.get().stop().orElse(null) != after);
	}

	private static Stop begin() {
		Stop before = Stepping.get().stop().orElse(null);
		Ui.press("shift+F11");
		awaitStop("the first stop", before);
		return stop();
	}

	private static Stop press(String key) {
		Stop before = stop();
		Ui.press(key);
		awaitStop("the stop after " + key, before);
		return stop();
	}

	/** The text that is marked in the active editor. */
	private static String marked() {
		ITextEditor editor = (ITextEditor) page().getActiveEditor();
		IAnnotationModel annotations = editor.getDocumentProvider().getAnnotationModel(editor.getEditorInput());
		for (Iterator<Annotation> i = annotations.getAnnotationIterator(); i.hasNext();) {
			Annotation a = i.next();
			if (a.getType().equals("org.ergode.ui.step.here")) {
				Position at = annotations.getPosition(a);
				return editor.getDocumentProvider().getDocument(editor.getEditorInput()).get().substring(at.offset, at.offset + at.length);
			}
		}
		return "";
	}

	private static Optional<TableItem> row(String name) {
		return Ui.controls(Ui.window().getShell()).filter(c -> c instanceof Table t && t.isVisible()).flatMap(t -> Arrays.stream(((Table) t).getItems()))
				.filter(i -> i.getText(0).equals(name)).findFirst();
	}

	private static void click(TableItem item) {
		Rectangle cell = Ui.on(() -> item.getBounds(0));
		Ui.click(Ui.on(item::getParent), cell.x + 8, cell.y + cell.height / 2);
	}

	private static void click(String button) {
		Control control = Ui.on(() -> Ui.controls(Ui.window().getShell()).filter(c -> c instanceof Button b && b.isVisible() && b.getText().replace("&", "").equals(button)).findFirst().orElseThrow());
		Ui.click(control);
	}

	/** Of the view's tool bar. */
	private static boolean clickTool(String tip) {
		ToolItem item = Ui.on(() -> Ui.controls(Ui.window().getShell()).filter(c -> c instanceof ToolBar && c.isVisible()).flatMap(c -> Arrays.stream(((ToolBar) c).getItems()))
				.filter(i -> i.getToolTipText() != null && i.getToolTipText().startsWith(tip)).findFirst().orElseThrow());
		if (!Ui.on(item::isEnabled)) {
			return false;
		}
		Rectangle place = Ui.on(item::getBounds);
		Ui.click(Ui.on(item::getParent), place.x + place.width / 2, place.y + place.height / 2);
		return true;
	}

	@Test
	void theKeysOfADebuggerGoThroughTheRuleOfTheLibrary() {
		Stop first = begin();
		assertThat(first.path()).containsExactly("train Rbm", "epoch 1 of 40", "batch 1 of 1", "phase positive");
		Ui.await("the rule in an editor", SOON, () -> page().getActiveEditor().getEditorInput().getName().equals("rules.erg") && marked().equals("clamp visible = data"));
		assertThat(Ui.on(() -> Ui.window().getShell().getText())).as("a library by its name, not by where its copy lies").isEqualTo("rules.erg \u2013 Ergode");
		assertThat(Ui.on(() -> view().names())).contains("data", "W", "b");
		EquationView equations = (EquationView) Ui.on(() -> page().showView(ErgodeUi.EQUATION_VIEW, null, IWorkbenchPage.VIEW_VISIBLE));
		press("F5");
		Ui.await("what the rule comes to", SOON, () -> equations.shown() != null && equations.shown().unicode().contains("updates of Rbm by cd"));
		Ui.await("the next statement", SOON, () -> marked().equals("sample hidden"));
		Ui.await("what it has set", SOON, () -> row("v").isPresent());
		press("F5");
		Ui.await("the hidden units", SOON, () -> row("h").isPresent());
		assertThat(Ui.on(() -> row("h").orElseThrow().getFont(0).getFontData()[0].getStyle())).as("bold, as it has changed").isEqualTo(SWT.BOLD);
		click(Ui.on(() -> row("W").orElseThrow()));
		Ui.screenshot("stepper-map");
		Ui.await("the button of a step", SOON, () -> Ui.isEnabled("Step to Next Update"));
		Stop here = stop();
		assertThat(clickTool("Step (")).isTrue();
		awaitStop("the stop after the button", here);
		press("F6");
		Ui.await("the update", SOON, () -> marked().startsWith("update p -="));
		press("F6");
		click("Images");
		Ui.screenshot("stepper-images");
		assertThat(Ui.on(() -> row("W").orElseThrow().getFont(0).getFontData()[0].getStyle())).isEqualTo(SWT.BOLD);
		press("F7");
		assertThat(stop().path()).contains("epoch 2 of 40");
		click("Numbers");
		Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme("org.eclipse.e4.ui.css.theme.e4_dark", false));
		Ui.pause(800);
		Ui.screenshot("stepper-dark-numbers");
		click("Heat Map");
		Ui.screenshot("stepper-dark");
		Ui.press("F8");
		Ui.await("the end", SOON, () -> Stepping.get().state() == State.ENDED);
		assertThat(Stepping.get().problems()).isEmpty();
		assertThat(RunSessions.get().latest().orElseThrow().pictures()).as("the plot of the run").isNotEmpty();
		Ui.await("no statement to be marked", SOON, () -> marked().isEmpty());
	}

	private static Optional<Chart> chart() {
		return Ui.controls(Ui.window().getShell()).filter(c -> c instanceof Chart && c.isVisible()).map(Chart.class::cast).findFirst();
	}

	private static double[] heights() {
		return chart().map(c -> c.getSeriesSet().getSeries()[0].getYSeries()).orElse(new double[0]);
	}

	@Test
	void aWalkIsACurveOverTimeInTheUnitsOfItsModel() throws CoreException {
		model = ModelEditor.open("Stepped", "walk.erg", """
				process Walker {
				  waiting ~ exponential(mean = 1 s)
				  jump    ~ normal(mean = 0 um, sd = 1 um)
				}

				experiment Walk {
				  simulate Walker  walkers = 40  until = 100 s
				  seed 7
				  observe msd = mean(x^2)  at {10 s}
				}
				""");
		model.cursorBehind("experiment Walk {");
		begin();
		Ui.await("the first point, which is marked", SOON, () -> heights().length == 1 && ((ILineSeries<?>) chart().orElseThrow().getSeriesSet().getSeries()[0]).getSymbolType() != PlotSymbolType.NONE);
		for (int i = 0; i < 8; i++) {
			press("F5");
		}
		Ui.await("the way of the walker", SOON, () -> heights().length == 9);
		Ui.screenshot("stepper-walk");
		assertThat(Ui.on(() -> chart().orElseThrow().getAxisSet().getYAxis(0).getTitle().getText())).isEqualTo("x (µm)");
		assertThat(Ui.on(() -> row("x").orElseThrow().getText(4))).isEqualTo("um");
		assertThat(Ui.on(() -> Math.abs(heights()[8]))).as("in um").isBetween(1e-3, 100.0);
		Ui.press("ctrl+F2");
		Ui.await("the word that it was stopped", SOON, () -> Ui.controls(Ui.window().getShell()).anyMatch(c -> c instanceof Label l && l.getText().equals("Walk was stopped")));
	}

	@Test
	void aFieldIsItsProfile() throws CoreException {
		model = ModelEditor.open("Stepped", "field.erg", """
				field Dye {
				  parameter D = 1 um^2/s
				  domain x = -40 um .. 40 um  cells = 801
				  dn/dt = D * laplacian(n)
				  initial  n = delta(x)
				  boundary reflecting
				}

				experiment Spreading {
				  simulate Dye  until = 50 s
				  observe profile = n  at {1 s, 50 s}
				}
				""");
		model.cursorBehind("experiment Spreading {");
		begin();
		press("F5");
		press("F5");
		click("Heat Map");
		Ui.screenshot("stepper-field-map");
		click("Curve");
		Ui.await("the profile", SOON, () -> heights().length == 801);
		Ui.screenshot("stepper-field");
		assertThat(Ui.on(() -> heights()[400])).as("highest in the middle").isGreaterThan(Ui.on(() -> heights()[300]));
	}

	@Test
	void oneLooksBackAndGoesOnToTheLineOfTheCursor() {
		Stop first = begin();
		Stop second = press("F5");
		assertThat(press("shift+F5").line()).isEqualTo(first.line());
		Ui.await("the first statement again", SOON, () -> marked().equals("clamp visible = data"));
		assertThat(Ui.on(() -> view().names())).doesNotContain("v");
		assertThat(press("F5")).isEqualTo(second);
		Ui.run(() -> {
			ITextEditor editor = (ITextEditor) page().getActiveEditor();
			String text = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
			editor.selectAndReveal(text.indexOf("sample visible") + 3, 0);
		});
		press("ctrl+r");
		Ui.await("the line of the cursor", SOON, () -> marked().equals("sample visible"));
	}

	@Test
	void ctrlF2EndsTheSession() {
		begin();
		Ui.press("ctrl+F2");
		Ui.await("the end", SOON, () -> Stepping.get().state() == State.ENDED);
		assertThat(RunSessions.get().running()).isEmpty();
	}

	@Test
	void theSessionEndsWithItsView() {
		begin();
		Ui.run(() -> page().hideView(page().findView(ErgodeUi.STEPPER_VIEW)));
		Ui.await("the end", SOON, () -> Stepping.get().state() == State.ENDED);
		assertThat(RunSessions.get().running()).isEmpty();
	}
}
