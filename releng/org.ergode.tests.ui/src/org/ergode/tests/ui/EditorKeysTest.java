// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.search.ui.ISearchResultViewPart;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Shell;
import org.ergode.ui.editor.Occurrences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The keys that an Eclipse user has in the fingers, each pressed in a real window. */
class EditorKeysTest {
	private static final Duration SOON = Duration.ofSeconds(20);
	private static final String PROJECT = "Keys";
	private static final String MODEL = """
			// A Walker waits and jumps.
			process Walker {
			  waiting ~ exponential(mean = 1 s)
			  jump    ~ normal(mean = 0 um, sd = 1 um)
			}

			experiment Walk {
			  simulate Walker  walkers = 400  until = 1000 s
			  seed 7
			  observe msd = mean(x^2)  at logspace(1 s, 1000 s, 20)
			}
			""";
	private static final String USER = """
			import "walk.erg"

			experiment Again {
			  simulate Walker  walkers = 10  until = 1 s
			  seed 8
			  observe msd = mean(x^2)  at {1 s}
			}
			""";

	private ModelEditor model;

	@BeforeEach
	void openTheModel() throws CoreException {
		model = ModelEditor.open(PROJECT, "walk.erg", MODEL);
	}

	@AfterEach
	void closeTheEditors() {
		ModelEditor.closeAll();
	}

	/** The first key that is released in an editor tells the platform where its text stands, and closes what is open. */
	@Test
	void f2ShowsWhatIsKnownOfTheWord() {
		model.cursorBehind("waiting ~ ex");
		Ui.press("Right");
		awaitMarks(1);
		Ui.press("F2");
		Ui.await("its description", SOON, () -> Ui.isShown("exponential"));
		Ui.screenshot("editor-description");
		Ui.press("Escape");
		Ui.await("the description to go", SOON, () -> !Ui.isShown("exponential"));
	}

	@Test
	void f2ShowsTheValueOfAConstantAndOfItsSweep() throws CoreException {
		ModelEditor.closeAll();
		model = ModelEditor.open(PROJECT, "bead.erg", """
				process Bead {
				  parameter a = 0.5 um
				  parameter D = k_B * 300 K / (6 * 3.1416 * 1e-3 Pa*s * a)
				  state x = 0 um
				  dx/dt = sqrt(2*D)*xi
				}

				experiment Sizes {
				  simulate Bead  walkers = 10  until = 1 s
				  seed 1
				  sweep Bead.a in {0.5 um, 1 um, 2 um}
				  observe msd = mean(x^2)  at {1 s}
				}
				""");
		model.cursorBehind("parameter D");
		Ui.press("Left");
		Ui.press("F2");
		Ui.await("its value", SOON, () -> Ui.isShown("parameter D"));
		Ui.screenshot("editor-value");
		Ui.press("Escape");
	}

	@Test
	void f3GoesToTheDefinition() {
		model.cursorBehind("simulate Walk");
		Ui.press("F3");
		Ui.await("the definition", SOON, () -> model.isBefore("Walker {"));
	}

	@Test
	void whatF3CannotFindIsSaidUntilTheNextKey() {
		model.cursorBehind("// A");
		Ui.press("F3");
		Ui.await("the message", SOON, EditorKeysTest::isTold);
		Ui.press("Right");
		Ui.await("the message to go", SOON, () -> !isTold());
	}

	private static boolean isTold() {
		return Ui.controls(Ui.window().getShell()).anyMatch(c -> c instanceof CLabel label && label.isVisible() && label.getText().equals("There is no definition to open here"));
	}

	@Test
	void aClickWithCtrlGoesToTheDefinition() {
		Point name = model.behind("simulate Walk");
		Ui.clickWith("ctrl", name);
		Ui.await("the definition", SOON, () -> model.isBefore("Walker {"));
	}

	@Test
	void ctrlShiftGFindsEachUse() throws CoreException {
		ModelEditor.write(PROJECT, "again.erg", USER);
		model.cursorBehind("simulate Walk");
		Ui.press("ctrl+shift+g");
		Ui.await("three uses", SOON, () -> matches() == 3);
		Ui.screenshot("editor-references");
	}

	private static int matches() {
		ISearchResultViewPart view = NewSearchUI.getSearchResultView();
		return view != null && view.getActivePage() instanceof AbstractTextSearchViewPage page && page.getInput() != null ? page.getInput().getMatchCount() : 0;
	}

	@Test
	void altShiftRRenamesAcrossFiles() throws CoreException {
		IFile other = ModelEditor.write(PROJECT, "again.erg", USER);
		model.cursorBehind("simulate Walk");
		Ui.press("alt+shift+r");
		Ui.await("the question for a name", SOON, () -> isActive("Rename"));
		Ui.screenshot("editor-rename");
		Ui.type("Stroller");
		Ui.press("Return");
		Ui.await("the new name", SOON, () -> model.has("process Stroller {") && model.has("simulate Stroller  walkers") && model.has("// A Walker waits"));
		Ui.await("the new name in the other file", SOON, () -> text(other).contains("simulate Stroller  walkers = 10"));
	}

	private static boolean isActive(String title) {
		Shell shell = Ui.display().getActiveShell();
		return shell != null && shell.getText().equals(title);
	}

	private static String text(IFile file) {
		try {
			return file.readString();
		} catch (CoreException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void ctrlOGoesToAnElementByItsName() {
		model.cursorBehind("seed");
		Ui.press("ctrl+o");
		Ui.await("the outline", SOON, () -> Ui.isListed("Walker"));
		Ui.type("wait");
		Ui.await("one element", SOON, () -> Ui.isListed("waiting") && !Ui.isListed("msd"));
		Ui.screenshot("editor-quick-outline");
		Ui.press("Return");
		Ui.await("the element", SOON, () -> model.isBefore("waiting ~"));
	}

	@Test
	void ctrlShiftFLaysTheModelOut() {
		Ui.run(() -> model.document().set(MODEL.replace("  waiting ~ exponential(mean = 1 s)", "waiting~exponential( mean=1 s )")));
		model.cursorBehind("seed");
		Ui.press("ctrl+shift+f");
		Ui.await("the layout", SOON, () -> model.has("\n  waiting ~ exponential(mean = 1 s)\n"));
	}

	@Test
	void ctrl7CommentsALineOutAndIn() {
		model.cursorBehind("seed");
		Ui.press("ctrl+7");
		Ui.await("the comment", SOON, () -> model.has("\n  // seed 7\n"));
		Ui.press("ctrl+7");
		Ui.await("no comment", SOON, () -> model.has("\n  seed 7\n"));
	}

	@Test
	void ctrlMinusFoldsAndCtrlPlusUnfolds() {
		Ui.await("what can be folded", SOON, () -> folds() == 2);
		int lines = Ui.on(() -> model.widget().getLineCount());
		model.cursorBehind("waiting");
		Ui.press("ctrl+KP_Subtract");
		Ui.await("the process in a line", SOON, () -> model.widget().getLineCount() == lines - 3);
		Ui.screenshot("editor-folded");
		Ui.press("ctrl+KP_Add");
		Ui.await("all lines", SOON, () -> model.widget().getLineCount() == lines);
	}

	private void awaitMarks(int number) {
		Ui.await(number + " marks", SOON, () -> annotations(model.viewer().getAnnotationModel(), Occurrences.ANNOTATION).size() == number);
	}

	private int folds() {
		return annotations(((ProjectionViewer) model.viewer()).getProjectionAnnotationModel(), "org.eclipse.projection").size();
	}

	private static List<Annotation> annotations(IAnnotationModel model, String type) {
		List<Annotation> found = new ArrayList<>();
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation annotation = all.next();
			if (annotation.getType().equals(type)) {
				found.add(annotation);
			}
		}
		return found;
	}

	/** The comment says Walker too, and means nothing. */
	@Test
	void eachUseOfTheNameAtTheCursorIsMarked() {
		model.cursorBehind("simulate Walk");
		awaitMarks(2);
		Ui.screenshot("editor-occurrences");
		assertThat(annotations(model.viewer().getAnnotationModel(), Occurrences.ANNOTATION)).allSatisfy(mark -> {
			org.eclipse.jface.text.Position place = model.viewer().getAnnotationModel().getPosition(mark);
			assertThat(MODEL.substring(place.offset, place.offset + place.length)).isEqualTo("Walker");
			assertThat(place.offset).isGreaterThan(MODEL.indexOf("process"));
		});
		Ui.press("Down", "Home");
		awaitMarks(0);
	}

	@Test
	void theOtherBracketIsFramed() {
		Point closing = model.behind("mean = 1 s");
		Point frame = new Point(closing.x, Ui.on(() -> closing.y + model.widget().getLineHeight() / 2 - 1));
		RGB before = Ui.pixel(frame);
		model.cursorBehind("exponential(");
		Ui.await("a frame", SOON, () -> !Ui.pixelNow(frame).equals(before));
		Ui.press("ctrl+shift+p");
		Ui.await("the cursor at the other bracket", SOON, () -> model.isBehind("exponential(mean = 1 s") || model.isBehind("exponential(mean = 1 s)"));
	}
}
