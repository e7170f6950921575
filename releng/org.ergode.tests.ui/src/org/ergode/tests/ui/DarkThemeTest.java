// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swtchart.Chart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.equation.EquationView;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSession.State;
import org.ergode.ui.session.RunSessions;
import org.ergode.ui.welcome.WelcomeEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The workbench on dark ground: what is written can be read, also what was there before the change. */
class DarkThemeTest {
	private static final Duration SOON = Duration.ofSeconds(20);
	/** Of text, at least (Web Content Accessibility Guidelines 2.1, 1.4.3, level AA). */
	private static final double CONTRAST = 4.5;
	private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
	private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";
	private static final String MODEL = """
			// Waits and jumps.
			process Walker "of a test" {
			  parameter D = 0.5 um^2/s
			  waiting ~ exponential(mean = 1 s)
			  jump    ~ normal(mean = 0 um, sd = sqrt(2 * D * 1 s))
			}

			experiment Walk {
			  simulate Walker  walkers = 400  until = 100 s
			  seed 7
			  observe msd = mean(x^2)  at logspace(1 s, 100 s, 20)
			  fit     msd ~ 2 * K * t^alpha  over 1 s .. 100 s
			  expect  alpha = 1.0 +- 0.2
			  plot    msd, fit versus t  loglog  "In the dark"
			}
			""";

	private ModelEditor model;

	@BeforeEach
	void openTheModel() throws CoreException {
		model = ModelEditor.open("Dark", "walk.erg", MODEL);
	}

	@AfterEach
	void backToTheLight() {
		theme(LIGHT);
		ModelEditor.closeAll();
	}

	private static void theme(String id) {
		Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
	}

	@Test
	void whatIsWrittenCanBeRead() {
		show(ErgodeUi.CLAIMS_VIEW);
		model.cursorBehind("experiment Walk {");
		RunSession before = RunSessions.get().latest().orElse(null);
		Ui.press("F11");
		Ui.await("the run", SOON, () -> RunSessions.get().latest().orElse(null) != before);
		RunSession session = RunSessions.get().latest().orElseThrow();
		Ui.await("its end", Duration.ofSeconds(90), () -> session.state() != State.RUNNING);
		assertThat(session.problems()).isEmpty();
		Ui.await("the plot", SOON, () -> !charts().isEmpty());
		theme(DARK);
		Ui.await("dark ground in the editor", SOON, () -> luminance(model.widget().getBackground()) < 0.1);
		Ui.await("colours to read in the editor", SOON, () -> palest(model.widget()) >= CONTRAST);
		Ui.await("dark ground in the plot", SOON, () -> charts().stream().allMatch(c -> luminance(c.getPlotArea().getBackground()) < 0.1));
		Ui.await("axes to read", SOON, () -> charts().stream().allMatch(c -> contrast(c.getAxisSet().getXAxis(0).getTick().getForeground(), c.getBackground()) >= CONTRAST));
		Ui.await("the verdict to read", SOON, () -> verdicts().stream().allMatch(item -> contrast(item.getForeground(0), item.getParent().getBackground()) >= CONTRAST));
		assertThat(Ui.on(DarkThemeTest::verdicts)).isNotEmpty();
		Ui.screenshot("dark");
	}

	/** The theme of the platform leaves widgets as the dark one made them; none may stay pale. */
	@Test
	void andAlsoInTheLightAgain() {
		EquationView equations = (EquationView) show(ErgodeUi.EQUATION_VIEW);
		show(ErgodeUi.HANDBOOK_VIEW);
		model.cursorBehind("jump    ~");
		Ui.await("the equations", SOON, () -> equations.shown() != null && equations.shown().title().equals("process Walker"));
		theme(DARK);
		Ui.await("dark ground in the editor", SOON, () -> luminance(model.widget().getBackground()) < 0.1);
		Ui.await("dark ground below the equations", SOON, () -> pages().allMatch(c -> luminance(c.getBackground()) < 0.1));
		Ui.await("all to be readable in the dark", SOON, () -> pale().isEmpty());
		Ui.screenshot("dark-equation");
		theme(LIGHT);
		Ui.await("white ground in the editor", SOON, () -> luminance(model.widget().getBackground()) > 0.9);
		Ui.await("white ground below the equations", SOON, () -> pages().allMatch(c -> luminance(c.getBackground()) > 0.9));
		Ui.await("all to be readable in the light", SOON, () -> pale().isEmpty());
		Ui.screenshot("light-again");
		show(ErgodeUi.CLAIMS_VIEW);
		show(ErgodeUi.PLOTS_VIEW);
		Ui.run(() -> WelcomeEditor.open(Ui.window().getActivePage()));
		Ui.await("what was hidden to be readable", SOON, () -> pale().isEmpty());
		Ui.await("buttons and tabs to be readable", SOON, () -> Ui.controls(Ui.window().getShell()).noneMatch(c -> c instanceof Button && contrast(c.getForeground(), c.getBackground()) < CONTRAST
				|| c instanceof CTabFolder tabs && contrast(tabs.getSelectionForeground(), tabs.getSelectionBackground()) < CONTRAST));
		Ui.screenshot("light-again-hidden");
		assertThat(Ui.on(() -> pages().count())).isPositive();
	}

	private static IViewPart show(String view) {
		return Ui.on(() -> Ui.window().getActivePage().showView(view));
	}

	/** Pages that views of ours paint. */
	private static Stream<Control> pages() {
		return Ui.controls(Ui.window().getShell()).filter(c -> "ErgodePage".equals(c.getData("org.eclipse.e4.ui.css.CssClassName")));
	}

	/** Words that can hardly be read: of labels, lists and pages of ours in the window. */
	private static List<Control> pale() {
		return Stream.concat(pages(), Ui.controls(Ui.window().getShell()).filter(c -> c instanceof Label label && !label.getText().isEmpty() || c instanceof Tree || c instanceof Table))
				.filter(c -> c.isVisible() && c.isEnabled() && contrast(c.getForeground(), c.getBackground()) < CONTRAST).toList();
	}

	private static List<Chart> charts() {
		return Arrays.stream(Ui.display().getShells()).flatMap(Ui::controls).filter(Chart.class::isInstance).map(Chart.class::cast).toList();
	}

	private static List<TableItem> verdicts() {
		return Arrays.stream(Ui.display().getShells()).flatMap(Ui::controls).filter(Table.class::isInstance).flatMap(table -> Arrays.stream(((Table) table).getItems()))
				.filter(item -> item.getText().equals("met")).toList();
	}

	/** @return the least contrast of a letter of the text */
	private static double palest(StyledText text) {
		double ground = contrast(text.getForeground(), text.getBackground());
		return Arrays.stream(text.getStyleRanges()).filter(s -> s.foreground != null).mapToDouble(s -> contrast(s.foreground, text.getBackground())).reduce(ground, Math::min);
	}

	private static double contrast(Color ink, Color ground) {
		double a = luminance(ink);
		double b = luminance(ground);
		return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	}

	/** Relative, 0 is black and 1 is white. */
	private static double luminance(Color colour) {
		RGB rgb = colour.getRGB();
		return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) + 0.0722 * linear(rgb.blue);
	}

	private static double linear(int part) {
		double s = part / 255.0;
		return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
	}
}
