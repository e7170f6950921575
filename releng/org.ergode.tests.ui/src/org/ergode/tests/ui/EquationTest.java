// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.ImageTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.equation.EquationView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Equation view follows the cursor in a real window. */
class EquationTest {
	private static final Duration SOON = Duration.ofSeconds(30);
	private static final String MODEL = """
			network Rbm {
			  visible layer v : binary[6]
			  hidden  layer h : binary[4]
			  parameter W : real[6, 4] ~ normal(mean = 0, sd = 0.01)
			  parameter a : real[6] = 0
			  parameter b : real[4] = 0
			  energy = -a'*v - b'*h - v'*W*h
			}

			process Bead {
			  parameter kT    = 4.11e-21 J
			  parameter m     = 5.5e-16 kg
			  parameter gamma = 9.4e-9 kg/s
			  state x = 0 m
			  state v ~ normal(mean = 0 m/s, sd = sqrt(kT/m))
			  dx/dt = v
			  dv/dt = -gamma/m * v + sqrt(2*gamma*kT)/m * xi
			  integrate step = 2 ns
			}
			""";

	private ModelEditor model;
	private EquationView view;

	@BeforeEach
	void openTheModel() throws CoreException {
		model = ModelEditor.open("Equations", "equations.erg", MODEL);
		view = Ui.on(() -> (EquationView) Ui.window().getActivePage().showView(ErgodeUi.EQUATION_VIEW, null, org.eclipse.ui.IWorkbenchPage.VIEW_VISIBLE));
	}

	@AfterEach
	void closeTheEditor() {
		ModelEditor.closeAll();
	}

	private void await(String title) {
		Ui.await(title, SOON, () -> view.shown() != null && view.shown().title().equals(title));
	}

	@Test
	void whatTheCursorIsOnIsTypeset() {
		model.cursorBehind("energy = ");
		await("network Rbm");
		Ui.await("the energy to be marked", SOON, () -> view.shown().sections().stream().anyMatch(s -> !s.selected().isEmpty() && s.caption().equals("energy")));
		assertThat(Ui.on(() -> view.shown().unicode())).contains("E(v, h) = −aᵀv − bᵀh − vᵀWh", "p(hⱼ = 1 ∣ v) = σ(bⱼ + ∑ᵢ vᵢWᵢⱼ)");
		Ui.screenshot("equation-network");
		model.cursorBehind("dv/dt");
		await("process Bead");
		Ui.screenshot("equation-process");
	}

	@Test
	void aBrokenTextLeavesTheLastEquations() {
		model.cursorBehind("energy = ");
		await("network Rbm");
		Ui.type("(((");
		Ui.await("the text to be broken", SOON, () -> model.has("energy = ((("));
		Ui.await("the error", SOON, () -> model.problems() > 0);
		assertThat(Ui.on(() -> view.shown().title())).isEqualTo("network Rbm");
	}

	@Test
	void copyGivesLatex() {
		model.cursorBehind("energy = ");
		await("network Rbm");
		Ui.run(() -> view.getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run());
		String copied = Ui.on(() -> {
			Clipboard clipboard = new Clipboard(Ui.display());
			try {
				return (String) clipboard.getContents(TextTransfer.getInstance());
			} finally {
				clipboard.dispose();
			}
		});
		assertThat(copied).contains("\\mathbf{v}^{\\top} \\mathbf{W} \\mathbf{h}");
	}

	private void choose(String item) {
		IAction action = Ui.on(() -> Arrays.stream(view.getViewSite().getActionBars().getMenuManager().getItems())
				.filter(i -> i instanceof ActionContributionItem a && a.getAction().getText().equals(item)).map(i -> ((ActionContributionItem) i).getAction()).findFirst().orElseThrow());
		Ui.run(action::run);
	}

	@Test
	void thePageIsCopiedAsAPictureInBlackOnWhite() {
		model.cursorBehind("energy = ");
		await("network Rbm");
		choose("Copy as Image");
		ImageData picture = Ui.on(() -> {
			Clipboard clipboard = new Clipboard(Ui.display());
			try {
				return (ImageData) clipboard.getContents(ImageTransfer.getInstance());
			} finally {
				clipboard.dispose();
			}
		});
		assertThat(picture).isNotNull();
		assertThat(picture.width).as("twice as fine as on the screen").isGreaterThan(400);
		RGB corner = picture.palette.getRGB(picture.getPixel(0, 0));
		assertThat(corner).isEqualTo(new RGB(255, 255, 255));
		long ink = 0;
		for (int y = 0; y < picture.height; y++) {
			for (int x = 0; x < picture.width; x++) {
				ink += picture.palette.getRGB(picture.getPixel(x, y)).red < 100 ? 1 : 0;
			}
		}
		assertThat(ink / (double) (picture.width * picture.height)).as("share of ink").isBetween(0.002, 0.2);
	}

	@Test
	void itFollowsTheSelectionOfTheOutline() {
		model.cursorBehind("energy = ");
		await("network Rbm");
		Ui.run(() -> {
			try {
				Ui.window().getActivePage().showView(IPageLayout.ID_OUTLINE);
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
		Tree outline = Ui.on(() -> Ui.controls(Ui.window().getShell()).filter(c -> c instanceof Tree t && t.isVisible() && Arrays.stream(t.getItems()).anyMatch(i -> i.getText().startsWith("Bead")))
				.map(Tree.class::cast).findFirst().orElseThrow());
		Rectangle bead = Ui.on(() -> Arrays.stream(outline.getItems()).filter(i -> i.getText().startsWith("Bead")).findFirst().orElseThrow().getBounds());
		Ui.click(outline, bead.x + 10, bead.y + bead.height / 2);
		await("process Bead");
		Ui.screenshot("equation-outline");
	}
}
