// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ergode.run.Ergode;
import org.ergode.run.ExperimentReport;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;
import org.ergode.run.step.StepSession;
import org.ergode.run.step.StepValue;
import org.ergode.run.step.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trainings statement by statement, by the rules of the libraries and of models. */
class StepSessionTest extends Stepped {
	private static final String RBM = """
			data Bars = table { 1, 1, 0, 0;  0, 0, 1, 1;  1, 0, 1, 0;  0, 1, 0, 1;  1, 0, 0, 1 }
			network Rbm {
			  visible layer v : binary[4]
			  hidden  layer h : binary[3]
			  parameter W : real[4, 3] ~ normal(mean = 0, sd = 0.1)
			  parameter b : real[3] = 0
			  energy = -v'*W*h - b'*h
			}
			experiment Learn {
			  train Rbm on Bars with cd(k = 2)  batch = 2  epochs = 3
			  seed 5
			  observe error = mean((v - reconstruction(v))^2)  every epoch
			  expect  error[last] < 1
			}
			""";

	private static String statement(Stop stop) {
		return stop.address().endsWith("rules.erg") ? stop.path().get(stop.path().size() - 1) + ": " + stop.line() : "" + stop.line();
	}

	@Test
	void goesThroughTheLibrarysRuleStatementByStatement() throws Exception {
		Stop first = start(RBM, "Learn");
		assertThat(first.address()).endsWith("energy/rules.erg");
		assertThat(first.path()).containsExactly("train Rbm", "epoch 1 of 3", "batch 1 of 3", "phase positive");
		assertThat(first.values()).extracting(StepValue::name).contains("data", "W", "b").doesNotContain("v", "h");
		assertThat(first.statement()).isEqualTo("clamp visible = data");
		assertThat(value(first, "data").shapeText()).isEqualTo("2 x [4]");
		List<String> way = new ArrayList<>();
		for (Stop at = first; at.path().contains("batch 1 of 3"); at = step()) {
			way.add(statement(at));
		}
		int clamp = first.line();
		assertThat(way).containsExactly("phase positive: " + clamp, "phase positive: " + (clamp + 1), "repeat 1 of 2: " + (clamp + 5), "repeat 1 of 2: " + (clamp + 6),
				"repeat 2 of 2: " + (clamp + 5), "repeat 2 of 2: " + (clamp + 6), "batch 1 of 3: " + (clamp + 10), "batch 1 of 3: " + (clamp + 10));
	}

	@Test
	void tellsWhatAStatementHasSet() throws Exception {
		Stop first = start(RBM, "Learn");
		Stop clamped = step();
		assertThat(value(clamped, "v").numbers()).isEqualTo(value(first, "data").numbers());
		assertThat(value(clamped, "v").changed()).isTrue();
		assertThat(value(clamped, "W").changed()).isFalse();
		Stop sampled = step();
		assertThat(value(sampled, "h").numbers()).hasSize(6).containsAnyOf(0, 1);
		assertThat(value(sampled, "h").kind()).isEqualTo("layer");
		assertThat(value(sampled, "v").changed()).isFalse();
	}

	/** What is shown is worked out beside the run: it must be what the run does. */
	@Test
	void whatItShowsIsWhatTheRunDoes() throws Exception {
		start(RBM, "Learn");
		double[] shown = null;
		Stop at = step();
		for (int batch = 1; batch < 4; batch++) {
			String here = at.path().get(1) + at.path().get(2);
			while ((at.path().get(1) + at.path().get(2)).equals(here)) {
				shown = value(at, "W").numbers();
				at = step();
			}
			assertThat(value(at, "W").numbers()).as("after batch " + batch).containsExactly(shown);
		}
	}

	@Test
	void oneCanLookBack() throws Exception {
		Stop first = start(RBM, "Learn");
		Stop second = step();
		Stop third = step();
		session.back();
		assertThat(next()).isEqualTo(new Stop(second.statement(), second.address(), second.line(), second.offset(), second.length(), second.path(), second.values(), true));
		session.back();
		assertThat(((Stop) next()).line()).isEqualTo(first.line());
		session.back();
		assertThat(step().past()).as("there was nothing before the first").isTrue();
		assertThat(step()).isEqualTo(third);
		assertThat(step().line()).isGreaterThan(third.line());
	}

	@Test
	void itRunsToALine() throws Exception {
		Stop first = start(RBM, "Learn");
		session.runTo(first.address(), first.line() + 6);
		assertThat(((Stop) next()).path()).contains("repeat 1 of 2");
		session.runTo(first.address(), first.line());
		assertThat(((Stop) next()).path()).contains("batch 2 of 3");
	}

	@Test
	void thePointOfASweepIsTold() throws Exception {
		Stop first = start(RBM.replace("energy =", "parameter scale = 1\n  energy = -scale*sum(h)").replace("seed 5", "seed 5\n  sweep Rbm.scale in {1, 2}"), "Learn");
		assertThat(first.path().getFirst()).isEqualTo("Rbm.scale = 1");
	}

	@Test
	void updatesAndBatchesAreJumpedTo() throws Exception {
		Stop first = start(RBM, "Learn");
		session.nextUpdate();
		Stop update = (Stop) next();
		assertThat(update.line()).isEqualTo(first.line() + 10);
		session.nextUpdate();
		assertThat(((Stop) next()).path()).contains("batch 1 of 3");
		session.nextUpdate();
		assertThat(((Stop) next()).path()).contains("batch 2 of 3");
		session.nextBatch();
		Stop third = (Stop) next();
		assertThat(third.path()).contains("batch 3 of 3");
		assertThat(third.line()).isEqualTo(first.line());
		assertThat(value(third, "data").samples()).as("the rest").isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = {"cd(k = 2)", "pcd(k = 1, rate = 0.05)", "boltzmann(samples = 2)"})
	void aRunThatWasLookedAtEndsLikeOneThatWasNot(String rule) throws Exception {
		String text = RBM.replace("cd(k = 2)", rule);
		ExperimentReport undisturbed = report(text);
		start(text, "Learn");
		Set<String> names = new LinkedHashSet<>();
		for (int i = 0; i < 30; i++) {
			step().values().forEach(v -> names.add(v.name()));
		}
		assertThat(names).contains("v", "h", "W");
		session.resume();
		assertThat(next()).isEqualTo(List.of());
		assertThat(reports).singleElement().satisfies(r -> {
			assertThat(r.cancelled()).isFalse();
			assertThat(r.columns().getFirst().values()).containsExactly(undisturbed.columns().getFirst().values());
		});
	}

	private static ExperimentReport report(String text) throws RunProblem {
		return Ergode.run(RunRequest.of(Model.of("m.erg", text, null)).experiment("Learn"), RunListener.NONE).experiments().getFirst();
	}

	@Test
	void aRuleOfTheModelAndALossAreShownToo() throws Exception {
		Stop first = start("""
				network N {
				  input layer x : real[1]
				  hidden layer g : real[2] = tanh(a*x)
				  output layer y : real[1] = w*g
				  parameter a : real[2, 1] = 1
				  parameter w : real[1, 2] = 0.5
				  loss = norm2(y - target)^2
				}
				data D = table { 1 -> 2; 2 -> 4 }
				learning descend(rate = 0.1) for N {
				  let error = y - target
				  update w -= 2*rate*error*g'
				}
				experiment A { train N on D with descend  epochs = 2  seed 1 }
				""", "A");
		assertThat(first.address()).endsWith("m.erg");
		assertThat(first.line()).isEqualTo(11);
		assertThat(value(first, "y").numbers()[0]).isCloseTo(Math.tanh(1), within(1e-6));
		assertThat(value(first, "g").shapeText()).isEqualTo("1 x [2]");
		assertThat(value(first, "loss").text()).isEqualTo("1.534");
		assertThat(value(step(), "error").numbers()[0]).isCloseTo(Math.tanh(1) - 2, within(1e-6));
	}

	@ParameterizedTest
	@ValueSource(strings = {"perceptron", "mlp-digits", "oja", "hopfield", "encoder", "rbm-digits", "dbn-digits"})
	void everyShippedTrainingCanBeSteppedThrough(String example) throws Exception {
		Model model = Model.example(example);
		session = StepSession.start(RunRequest.of(model).experiment(model.experiments().getFirst().name()), run, listener);
		Stop at = (Stop) next();
		for (int i = 0; i < 12; i++) {
			assertThat(at.address()).endsWith(".erg");
			assertThat(at.values()).isNotEmpty().allSatisfy(v -> assertThat(v.text()).isNotBlank());
			at = step();
		}
		assertThat(at.values()).anyMatch(StepValue::changed);
		session.nextBatch();
		assertThat(((Stop) next()).path()).hasSizeGreaterThanOrEqualTo(3);
	}

	@Test
	void closingEndsTheRun() throws Exception {
		start(RBM, "Learn");
		session.close();
		assertThat(next()).isEqualTo(List.of());
		assertThat(session.isClosed()).isTrue();
	}

	@Test
	void aModelThatIsWrongSaysSo() throws Exception {
		session = StepSession.start(RunRequest.of(Model.of("m.erg", RBM.replace("seed 5", "seed 5 x"), null)).experiment("Learn"), run, listener);
		assertThat((List<?>) next()).isNotEmpty();
	}

	@Test
	void whateverEndsARunIsTold() throws InterruptedException {
		RunListener broken = new RunListener() {
			@Override
			public boolean isCancelled() {
				return false;
			}

			@Override
			public void progress(String what, double fraction) {
				throw new LinkageError("of a test");
			}
		};
		session = StepSession.start(RunRequest.of(Model.of("m.erg", RBM, null)).experiment("Learn"), broken, listener);
		Object end = next();
		while (end instanceof Stop) {
			session.resume();
			end = next();
		}
		assertThat((List<?>) end).singleElement().asString().contains("the run failed", "of a test");
	}
}
