// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ergode.run.Catalog;
import org.ergode.run.Ergode;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.ExperimentReport;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;
import org.ergode.run.step.StepValue;
import org.ergode.run.step.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulations, fields and recalls step by step: what is shown is what the equations say, and what the run does. */
class StepStagesTest extends Stepped {
	private static final String WALK = """
			process P {
			  waiting ~ exponential(mean = 2 s)
			  jump    ~ normal(mean = 0 m, sd = 1 m)
			}
			experiment E {
			  simulate P  walkers = 300  until = 20 s
			  seed 4
			  observe way = x  per walker
			}
			""";
	private static final String FLOW = """
			process P {
			  state x = 1 m
			  state v = 0 m/s
			  dx/dt = v
			  dv/dt = -x/(1 s^2) - v/(2 s) + 0.3 m/s^1.5 * xi
			  integrate step = 0.01 s
			}
			experiment E {
			  simulate P  walkers = 40  until = 0.2 s
			  seed 4
			  observe way = x  per walker
			}
			""";
	private static final String RECALL = """
			data D = table { 1, 1, -1, -1, 1, -1;  -1, 1, 1, -1, -1, 1 }
			network Net {
			  visible layer s : spin[6]
			  parameter J : real[6, 6] symmetric zero_diagonal = 0
			  energy = -0.5*s'*J*s
			}
			experiment E {
			  train Net on D with hebbian
			  recall Net from D corrupted by 0.34 until stable
			  seed 4
			  observe overlap = mean(s .* pattern)  per pattern
			}
			""";

	/** All stops from here to the end of the run. */
	private List<Stop> rest(Stop from) throws InterruptedException {
		List<Stop> stops = new ArrayList<>(List.of(from));
		while (true) {
			session.step();
			if (!(next() instanceof Stop stop)) {
				return stops;
			}
			stops.add(stop);
		}
	}

	private static double[] numbers(Stop stop, String name) {
		return value(stop, name).numbers();
	}

	private static double number(Stop stop, String name) {
		return numbers(stop, name)[0];
	}

	private static ExperimentReport undisturbed(String text, String experiment) throws RunProblem {
		return undisturbed(Model.of("m.erg", text, null), experiment);
	}

	private static ExperimentReport undisturbed(Model model, String experiment) throws RunProblem {
		return Ergode.run(RunRequest.of(model).experiment(experiment), RunListener.NONE).experiments().getFirst();
	}

	private void endsLike(ExperimentReport undisturbed) {
		assertThat(reports).singleElement().satisfies(r -> {
			assertThat(r.cancelled()).isFalse();
			assertThat(r.columns()).hasSameSizeAs(undisturbed.columns());
			for (int i = 0; i < r.columns().size(); i++) {
				assertThat(r.columns().get(i).values()).as(r.columns().get(i).name()).containsExactly(undisturbed.columns().get(i).values());
			}
			assertThat(r.claims()).isEqualTo(undisturbed.claims());
		});
	}

	/** Positions and times are the sums of the draws, and the last position before the end is the one that the run observes. */
	@Test
	void aWalkerWaitsAndJumps() throws Exception {
		List<Stop> stops = rest(start(WALK, "E"));
		assertThat(stops.getFirst().path()).containsExactly("simulate P", "walker 1 of 300", "jump 1");
		assertThat(stops.getFirst().values()).extracting(StepValue::name).containsExactly("t", "x");
		assertThat(stops.getFirst().statement()).isEqualTo("waiting ~ exponential(mean = 2 s)");
		assertThat(stops.get(1).statement()).startsWith("jump    ~ normal");
		assertThat(stops.get(1).line()).isEqualTo(3);
		assertThat(stops.get(1).values()).extracting(StepValue::name).containsExactly("t", "x", "waiting");
		double end = 0;
		for (int i = 0; i + 2 < stops.size(); i += 2) {
			Stop after = stops.get(i + 2);
			assertThat(number(after, "t")).isEqualTo(number(stops.get(i), "t") + number(stops.get(i + 1), "waiting"));
			assertThat(number(after, "x")).isEqualTo(number(stops.get(i), "x") + number(after, "jump"));
			end = number(after, "x");
		}
		assertThat(number(stops.getLast(), "t")).isLessThan(20);
		assertThat(number(stops.getLast(), "t") + number(stops.getLast(), "waiting")).as("the walker is followed to its end").isGreaterThan(20);
		ExperimentReport undisturbed = undisturbed(WALK, "E");
		assertThat(undisturbed.columns().getFirst().values()[0]).isEqualTo(end);
		endsLike(undisturbed);
	}

	@Test
	void equationsMoveTogetherByWhatIsShown() throws Exception {
		List<Stop> stops = rest(start(FLOW, "E"));
		assertThat(stops).hasSize(20);
		assertThat(stops.getFirst().path()).containsExactly("simulate P", "walker 1 of 40", "step 1 of 20");
		assertThat(stops.getFirst().statement()).isEqualTo("dx/dt = v; dv/dt = -x/(1 s^2) - v/(2 s) + 0.3 m/s^1.5 * xi");
		assertThat(FLOW.substring(stops.getFirst().offset(), stops.getFirst().offset() + stops.getFirst().length())).startsWith("dx/dt").endsWith("* xi");
		double h = 0.01;
		double x = 1;
		double v = 0;
		for (Stop s : stops) {
			assertThat(number(s, "x")).isCloseTo(x, within(1e-13));
			assertThat(number(s, "v")).isCloseTo(v, within(1e-13));
			double force = -x - v / 2 + 0.3 * number(s, "xi");
			x += h * v;
			v += h * force;
		}
		ExperimentReport undisturbed = undisturbed(FLOW, "E");
		assertThat(undisturbed.columns().getFirst().values()[0]).isCloseTo(x, within(1e-13));
		endsLike(undisturbed);
	}

	@Test
	void correlatedIncrementsAreShownAsTheyAreAdded() throws Exception {
		String text = """
				process P {
				  increments ~ fractional_gaussian(hurst = 0.3, sd = 2 um)
				  integrate step = 0.5 s
				}
				experiment E {
				  simulate P  walkers = 3  until = 4 s
				  seed 4
				  observe way = x  per walker
				}
				""";
		List<Stop> stops = rest(start(text, "E"));
		assertThat(stops).hasSize(8);
		for (int i = 0; i + 1 < stops.size(); i++) {
			assertThat(number(stops.get(i + 1), "x")).isCloseTo(number(stops.get(i), "x") + number(stops.get(i), "increment"), within(1e-18));
		}
		endsLike(undisturbed(text, "E"));
	}

	/** Each update takes the spin of lower energy, and then the pattern is stable. */
	@Test
	void aPatternSettlesUnitByUnit() throws Exception {
		Stop at = start(RECALL, "E");
		while (!at.path().getFirst().equals("recall Net")) {
			session.nextBatch();
			at = stop(next());
		}
		assertThat(at.statement()).isEqualTo("recall Net from D corrupted by 0.34 until stable");
		assertThat(numbers(at, "pattern")).containsExactly(1, 1, -1, -1, 1, -1);
		assertThat(numbers(at, "s")).isNotEqualTo(numbers(at, "pattern"));
		List<Stop> stops = rest(at);
		assertThat(stops.size() % 6).isZero();
		for (int i = 0; i + 1 < stops.size(); i++) {
			String place = stops.get(i).path().getLast();
			assertThat(place).matches("update \\d of 6: s\\[\\d]");
			int unit = place.charAt(place.length() - 2) - '1';
			double[] s = numbers(stops.get(i), "s").clone();
			double field = 0;
			for (int j = 0; j < 6; j++) {
				field += numbers(stops.get(i), "J")[6 * unit + j] * s[j];
			}
			s[unit] = field == 0 ? s[unit] : Math.signum(field);
			assertThat(numbers(stops.get(i + 1), "s")).as(place).containsExactly(s);
		}
		endsLike(undisturbed(RECALL, "E"));
	}

	@Test
	void aFieldIsShownAtEachTimeStep() throws Exception {
		String text = Catalog.exampleText("diffusion-equation");
		String experiment = Model.of("m.erg", text, null).experiments().getFirst().name();
		List<Stop> stops = rest(start(text, experiment));
		assertThat(stops.getFirst().path()).containsExactly("solve Dye", "step 1");
		double before = -1;
		for (Stop s : stops) {
			assertThat(number(s, "t")).isGreaterThan(before);
			before = number(s, "t");
			double mass = 0;
			for (double n : numbers(s, "n")) {
				mass += n;
			}
			assertThat(mass).isCloseTo(stops.getFirst().values().get(1).numbers()[400], within(1e-6 * mass));
		}
		assertThat(stops).hasSizeGreaterThan(20);
		endsLike(undisturbed(text, experiment));
	}

	@ParameterizedTest
	@ValueSource(strings = {"brownian", "subdiffusion", "levy", "langevin", "diffusion-equation", "hopfield"})
	void everyShippedSimulationEndsAsItsRunDoes(String example) throws Exception {
		String text = Catalog.exampleText(example).replaceAll("walkers = [0-9_]+", "walkers = 300");
		for (ExperimentInfo experiment : Model.of("m.erg", text, null).experiments()) {
			reports.clear();
			Stop at = start(text, experiment.name());
			for (int i = 0; i < 12; i++) {
				assertThat(at.statement()).isNotBlank();
				assertThat(at.values()).isNotEmpty().allSatisfy(v -> assertThat(v.text()).isNotBlank());
				at = step();
			}
			session.resume();
			assertThat(next()).isEqualTo(List.of());
			endsLike(undisturbed(text, experiment.name()));
		}
	}

	/** Each batch is worked out beside the run, as on the way to a line that never comes. */
	@ParameterizedTest
	@ValueSource(strings = {"perceptron", "mlp-digits", "oja", "encoder", "rbm-digits", "dbn-digits"})
	void everyShippedTrainingEndsAsItsRunDoes(String example, @TempDir Path folder) throws Exception {
		for (String name : List.of("rbm-digits", example)) { // what is imported too
			Files.writeString(folder.resolve(name + ".erg"), Catalog.exampleText(name).replaceAll("epochs = [0-9_]+", "epochs = 1"));
		}
		Model model = Model.load(folder.resolve(example + ".erg"));
		for (ExperimentInfo experiment : model.experiments()) {
			reports.clear();
			Stop at = start(model, experiment.name());
			session.runTo(at.address(), 999_999);
			assertThat(next()).isEqualTo(List.of());
			endsLike(undisturbed(model, experiment.name()));
		}
	}

	@Test
	void commandsGoFromJumpToJumpAndToALine() throws Exception {
		Stop first = start(WALK, "E");
		session.nextUpdate();
		assertThat(stop(next()).statement()).startsWith("jump");
		session.nextUpdate();
		assertThat(stop(next()).path()).contains("jump 2");
		session.nextBatch();
		assertThat(stop(next()).path()).contains("jump 3");
		session.runTo(first.address(), 3);
		assertThat(stop(next()).line()).isEqualTo(3);
		session.back();
		assertThat(stop(next()).line()).isEqualTo(2);
	}

	@Test
	void whatGoesWrongIsSaidWithItsLine() throws Exception {
		start("""
				process Flow {
				  state x = 1 um
				  dx/dt = x^2/(1 um*s)
				  integrate step = 10 ms
				}
				experiment E {
				  simulate Flow  walkers = 1  until = 3 s
				  seed 1
				  observe m = mean(x)  at {1 s, 3 s}
				}
				""", "E");
		for (int i = 0; i < 1000; i++) {
			session.step();
			if (next() instanceof List<?> problems) {
				assertThat(problems).singleElement().asString().contains("m.erg:3:").contains("Infinity at t = ");
				return;
			}
		}
		throw new AssertionError("the solution blows up at t = 1 s");
	}

	@Test
	void closingEndsASimulationAtOnce() throws Exception {
		start(FLOW, "E");
		long begun = System.nanoTime();
		session.close();
		assertThat(next()).isEqualTo(List.of());
		assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(2));
		assertThat(reports).singleElement().satisfies(r -> assertThat(r.cancelled()).isTrue());
	}
}
