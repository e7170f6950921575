// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.graphics.Point;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.claims.ClaimsView;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSession.State;
import org.ergode.ui.session.RunSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the editor offers while one writes, in a real window. */
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

	private static final String NEURON = """
			network Neuron {
			  input  layer x : real[2]
			  output layer y : binary[1] = step(w*x + b)
			  parameter w : real[1, 2] = 0
			  parameter b : real[1] = 0
			}

			learning rosenblatt(rate = 1) for Neuron {
			  let error = target - y
			  update w += rate * error * x'
			  update b += rate * error
			}

			data And = table { 0, 0 -> 0;  0, 1 -> 0;  1, 0 -> 0;  1, 1 -> 1 }

			experiment LearnsAnd {
			  train Neuron on And with rosenblatt  epochs = 20
			  observe errors = sum(abs(target - y))  every epoch
			}
			""";

	private ModelEditor model;

	@BeforeEach
	void openTheModel() throws CoreException {
		model = ModelEditor.open("Editor", "walk.erg", MODEL);
	}

	@AfterEach
	void closeTheEditor() {
		ModelEditor.closeAll();
	}

	private void correctTheError() {
		Ui.run(() -> model.document().set(model.document().get().replace("nromal", "normal")));
	}

	@Test
	void aQuickFixChangesTheWord() {
		Ui.await("the error", SOON, () -> model.problems() > 0);
		model.cursorBehind("nrom");
		Ui.press("ctrl+1");
		Ui.await("the fix", SOON, () -> Ui.isOffered("Change to 'normal'"));
		Ui.screenshot("editor-quick-fix");
		Ui.press("Return");
		Ui.await("the word", SOON, () -> model.has("jump    ~ normal("));
	}

	@Test
	void theParametersOfACallAreShownUntilItIsLeft() {
		model.cursorBehind("exponential(");
		Ui.press("ctrl+shift+space");
		Ui.await("the parameters", SOON, () -> Ui.isShown("exponential("));
		Ui.screenshot("editor-parameters");
		Ui.press("End");
		Ui.await("the parameters to go", SOON, () -> !Ui.isShown("exponential("));
	}

	@Test
	void theParametersComeWithTheBracketAndGoWithEscape() {
		model.cursorBehind("nromal(mean = 0 um, sd = 1 um)");
		Ui.type(" + normal(");
		Ui.await("the parameters", SOON, () -> Ui.isShown("normal("));
		Ui.type("1 um, ");
		Ui.await("the second parameter in bold", SOON, () -> Ui.isShownBold("sd"));
		Ui.press("Escape");
		Ui.await("the parameters to go", SOON, () -> !Ui.isShown("normal("));
	}

	@Test
	void tabGoesFromPlaceToPlaceOfATemplateAndPlacesOfOneNameAreFilledTogether() {
		correctTheError();
		model.cursorBehind("at logspace(1 s, 1000 s, 20)\n}\n");
		Ui.type("\nnetwork");
		Ui.press("ctrl+space");
		Ui.await("the template", SOON, () -> Ui.isOffered("network energy"));
		Ui.press("Down", "Return");
		Ui.await("the network", SOON, () -> model.has("network Rbm {"));
		Ui.type("Small");
		Ui.press("Tab");
		Ui.type("6");
		Ui.press("Tab");
		Ui.type("3");
		Ui.await("its sizes", SOON, () -> model.has("network Small {\n  visible layer v : binary[6]\n  hidden  layer h : binary[3]\n  parameter W : real[6, 3]"));
		assertThat(Ui.on(() -> model.has("parameter a : real[6] = 0"))).isTrue();
		Ui.press("Return");
		Ui.await("the cursor behind it", SOON, () -> model.isBehind("v'*W*h\n}\n"));
	}

	@Test
	void bracketsAreClosedAndLinesIndented() {
		model.cursorBehind("nromal(mean = 0 um, sd = 1 um)\n}");
		Ui.type("\nprocess Other {\n");
		Ui.await("the brace to be closed", SOON, () -> model.has("\nprocess Other {\n  \n}"));
		Ui.type("waiting ~ exponential(");
		Ui.await("the bracket to be closed", SOON, () -> model.has("  waiting ~ exponential()\n}"));
		Ui.type("mean = 1 s)");
		Ui.await("one bracket", SOON, () -> model.has("  waiting ~ exponential(mean = 1 s)\n}\n\nexperiment"));
	}

	@Test
	void whatIsInferredIsShownBehindItsName() {
		correctTheError();
		Ui.await("room for the inferred unit", SOON, () -> Arrays.stream(model.widget().getStyleRanges()).anyMatch(s -> s.metrics != null && s.metrics.width > 10));
		Ui.screenshot("editor-inferred");
		assertThat(Ui.on(() -> model.has("observe msd = mean"))).as("nothing is written").isTrue();
	}

	@Test
	void theExperimentsOfALearningRuleAreAboveIt() throws CoreException {
		ModelEditor.closeAll();
		model = ModelEditor.open("Editor", "neuron.erg", NEURON);
		int rule = NEURON.substring(0, NEURON.indexOf("learning")).split("\n", -1).length - 1;
		Ui.await("room for the word above the rule", SOON, () -> model.widget().getLineVerticalIndent(rule) > 0);
		Ui.screenshot("editor-rule");
	}

	@Test
	void aClickOnTheWordAboveAnExperimentRunsIt() {
		correctTheError();
		Ui.await("no error", SOON, () -> model.problems() == 0);
		RunSession session = clickAbove("experiment");
		assertThat(session.experiment()).isEqualTo("Walk");
		assertThat(session.problems()).isEmpty();
	}

	/** Clicks on the first word above the line that has a text. @return the run that it began, ended */
	private RunSession clickAbove(String text) {
		int line = Ui.on(() -> model.document().getLineOfOffset(model.document().get().indexOf(text)));
		Ui.await("room for the word", SOON, () -> model.widget().getLineVerticalIndent(line) > 0);
		Point word = Ui.on(() -> model.widget().toDisplay(40, model.widget().getLinePixel(line) + model.widget().getLineVerticalIndent(line) / 2));
		RunSession before = RunSessions.get().latest().orElse(null);
		Ui.click(word);
		Ui.await("the run to begin", SOON, () -> RunSessions.get().latest().orElse(null) != before);
		RunSession session = RunSessions.get().latest().orElseThrow();
		Ui.await("the run to end", Duration.ofSeconds(90), () -> session.state() != State.RUNNING);
		return session;
	}

	@Test
	void aClickOnTheWordAboveANetworkChecksItsGradient() throws CoreException {
		ModelEditor.closeAll();
		model = ModelEditor.open("Editor", "line.erg", """
				experiment Learns {
				  train Line on Points with descend  epochs = 20
				  seed 1
				}

				network Line {
				  input  layer x : real[2]
				  output layer y : real[1] = w*x + b
				  parameter w : real[1, 2] ~ normal(mean = 0, sd = 1)
				  parameter b : real[1] = 0
				  loss = norm2(y - target)^2
				}

				learning descend(rate = 0.1) for Line {
				  for each parameter p { update p -= rate * d loss/d p }
				}

				data Points = table { 0, 0 -> 0.1;  0, 1 -> 0.4;  1, 0 -> 0.2;  1, 1 -> 1 }
				""");
		RunSession session = clickAbove("network");
		assertThat(session.problems()).isEmpty();
		assertThat(session.claims()).singleElement().satisfies(j -> {
			assertThat(j.experiment()).isEqualTo("Learns");
			assertThat(j.claim().text()).isEqualTo("gradient of Line's loss against finite differences");
			assertThat(j.claim().met()).isTrue();
		});
		ClaimsView claims = (ClaimsView) Ui.on(() -> Ui.window().getActivePage().showView(ErgodeUi.CLAIMS_VIEW));
		Ui.await("the verdict", SOON, () -> claims.claims().equals(session.claims()));
		Ui.screenshot("editor-gradient");
	}
}
