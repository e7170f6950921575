// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.run.RunRequest.Format;
import org.ergode.run.picture.Picture;
import org.ergode.run.picture.PlotModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErgodeTest {
	private static final String TEXT = """
			process Walk {
			  parameter sd = 1 um
			  waiting ~ exponential(mean = 1 s)
			  jump    ~ normal(mean = 0 um, sd = sd)
			}

			experiment Plain "a walk" {
			  simulate Walk  walkers = 1_000  until = 100 s
			  seed 3
			  observe msd = mean(x^2)  at logspace(1 s, 100 s, 10)
			  observe ratio = msd / (1 um^2)
			  fit     msd ~ 2 * D * t^alpha
			  expect  alpha = 1 +- 0.3
			  expect  max(ratio) > 50
			  plot    msd, fit versus t  loglog  "A walk"
			}

			experiment Swept {
			  simulate Walk  walkers = 400  until = 20 s
			  seed 4
			  sweep   Walk.sd in {1 um, 2 um, 3 um}
			  observe msd = mean(x^2)  at {10 s, 20 s}
			  expect  msd[last] = 20 * Walk.sd^2 +- 50 %
			  expect  msd[last] > 100 um^2  when Walk.sd = 3 um
			  plot    msd[last] versus Walk.sd
			}

			experiment Long {
			  simulate Walk  walkers = 50_000_000  until = 1000 s
			  seed 5
			  observe msd = mean(x^2)  at logspace(1 s, 1000 s, 10)
			  expect  msd[last] > 0 um^2
			  plot    msd versus t
			}
			""";

	@TempDir
	Path folder;
	private final Model model = Model.of("walk.erg", TEXT, null);

	private ExperimentReport run(String experiment) throws RunProblem {
		return Ergode.run(RunRequest.of(model).experiment(experiment), RunListener.NONE).experiments().getFirst();
	}

	@Test
	void theModelKnowsItsExperiments() {
		assertThat(model.diagnostics()).isEmpty();
		assertThat(model.experiments()).extracting(ExperimentInfo::name).containsExactly("Plain", "Swept", "Long");
		assertThat(model.experimentAt(12)).map(ExperimentInfo::name).contains("Plain");
		assertThat(model.experimentAt(7).orElseThrow().title()).isEqualTo("a walk");
		assertThat(model.experimentAt(2)).isEmpty();
		assertThat(model.experimentAt(6)).isEmpty();
	}

	@Test
	void anExperimentIsReportedWhole() throws RunProblem {
		ExperimentReport report = run("Plain");
		assertThat(report.seed()).isEqualTo(3);
		assertThat(report.columns()).extracting(Column::name).containsExactly("msd", "ratio");
		assertThat(report.columns().get(1).values()[0]).isCloseTo(report.columns().getFirst().values()[0] / 1e-12, within(1e-9));
		assertThat(report.columns().getFirst().errors()[0]).isGreaterThan(0);
		assertThat(report.fits()).hasSize(1);
		assertThat(report.fits().getFirst().formula()).isEqualTo("2 * D * t^alpha");
		assertThat(report.fits().getFirst().coefficients()).extracting(FitReport.Coefficient::name).containsExactly("D", "alpha");
		assertThat(report.fits().getFirst().coefficients().getFirst().text()).matches("0\\.\\d+ \\+- 0\\.\\d+ um\\^2/s");
		assertThat(report.claims()).allMatch(ClaimReport::met);
		assertThat(report.phases()).containsKeys("elaborate", "compile", "simulate Walk", "analyse");
		PlotModel plot = (PlotModel) report.pictures().getFirst();
		assertThat(plot.x().caption()).isEqualTo("t (s)");
		assertThat(plot.y().caption()).isEqualTo("msd (µm²)");
		assertThat(plot.series()).extracting(PlotModel.Series::style).containsExactly(PlotModel.Style.POINTS, PlotModel.Style.LINE);
		assertThat(plot.series().getFirst().x()).hasSize(10);
		assertThat(plot.series().getFirst().error()).hasSize(10);
	}

	@Test
	void aToleranceBelowTheErrorCannotBeJudged() throws RunProblem {
		assertThat(run("Plain").claims()).extracting(ClaimReport::note).containsOnly("");
		Model strict = Model.of("walk.erg", TEXT.replace("+- 50 %", "+- 0.1 um^2").replace("{1 um, 2 um, 3 um}", "{1 um}"), null);
		ClaimReport claim = Ergode.run(RunRequest.of(strict).experiment("Swept"), RunListener.NONE).experiments().getFirst().claims().getFirst();
		double times = claim.claim().replication();
		assertThat(times).isCloseTo(Math.pow(claim.claim().error() / 0.1e-12, 2), within(1e-6)).isBetween(50., 1000.); // 20 um^2 sqrt(2/400) is 14 tolerances
		assertThat(claim.note()).startsWith("within +- 0.1 um^2 cannot be judged: the Monte-Carlo error is 1.")
				.matches(".* um\\^2; take about \\d+ times as many walkers \\(\\d+\\), or a wider tolerance");
		Model exact = Model.of("walk.erg", TEXT.replace("+- 50 %", "+- 0 um^2"), null);
		assertThat(Ergode.run(RunRequest.of(exact).experiment("Swept"), RunListener.NONE).experiments().getFirst().claims().getFirst().note()).endsWith("; use a wider tolerance");
	}

	@Test
	void aSweepIsJoinedAndItsConditionsAreKept() throws RunProblem {
		ExperimentReport report = run("Swept");
		Column msd = report.columns().getFirst();
		assertThat(msd.axes()).extracting(Axis::name).containsExactly("Walk.sd", "t");
		assertThat(msd.values()).hasSize(6);
		assertThat(report.claims()).extracting(ClaimReport::condition).containsExactly("Walk.sd = 1 um", "Walk.sd = 2 um", "Walk.sd = 3 um", "Walk.sd = 3 um");
		assertThat(report.claims()).allMatch(ClaimReport::met);
		PlotModel plot = (PlotModel) report.pictures().getFirst();
		assertThat(plot.x().caption()).isEqualTo("Walk.sd (µm)");
		assertThat(plot.series().getFirst().x()).containsExactly(new double[] {1, 2, 3}, within(1e-12));
	}

	@Test
	void theListenerHearsInOrder() throws RunProblem {
		Recorder recorder = new Recorder();
		Ergode.run(RunRequest.of(model).experiment("Swept"), recorder);
		assertThat(recorder.events.subList(0, 3)).containsExactly("start Swept", "point Walk.sd = 1 um", "claim msd[last] = 20 * Walk.sd^2 +- 50 %");
		assertThat(recorder.events.getLast()).isEqualTo("end Swept");
		assertThat(recorder.pictures).hasSize(1);
		assertThat(recorder.fractions).isNotEmpty().allMatch(f -> f >= 0 && f <= 1);
	}

	@Test
	void theDataDoNotDependOnTheThreads() throws Exception {
		for (int threads : new int[] {1, 2, 7}) {
			Ergode.run(RunRequest.of(model).experiment("Plain").threads(threads).outFlat(folder.resolve("" + threads)).formats(Set.of(Format.CSV, Format.JSON)), RunListener.NONE);
		}
		for (String file : new String[] {"msd.csv", "msd.json", "ratio.csv", "fit-msd.csv", "msd.svg", "msd.png"}) {
			assertThat(folder.resolve("2/" + file)).hasSameBinaryContentAs(folder.resolve("1/" + file));
			assertThat(folder.resolve("7/" + file)).hasSameBinaryContentAs(folder.resolve("1/" + file));
		}
	}

	@Test
	void aCancelledRunStopsAtOnceAndLeavesAValidReport() throws Exception {
		Recorder recorder = new Recorder();
		long[] told = new long[1];
		Thread.ofPlatform().start(() -> {
			while (recorder.fractions.isEmpty()) {
				Thread.onSpinWait();
			}
			told[0] = System.nanoTime();
			recorder.cancelled = true;
		});
		RunReport report = Ergode.run(RunRequest.of(model).experiment("Long").outFlat(folder.resolve("out")), recorder);
		assertThat((System.nanoTime() - told[0]) / 1e9).isLessThan(2.0); // 0.3 s where nothing else is at work
		assertThat(report.cancelled()).isTrue();
		assertThat(report.experiments().getFirst().cancelled()).isTrue();
		assertThat(report.experiments().getFirst().claims()).isEmpty();
		assertThat(Files.readString(folder.resolve("out/run.json"))).contains("\"cancelled\": true");
	}

	@Test
	void partialResultsAreShownWhileItRuns() throws Exception {
		Recorder recorder = new Recorder() {
			@Override
			public void pictureUpdated(Picture picture) {
				super.pictureUpdated(picture);
				cancelled = true;
			}
		};
		RunReport report = Ergode.run(RunRequest.of(model).experiment("Long"), recorder);
		assertThat(report.cancelled()).isTrue();
		assertThat(recorder.pictures).containsExactly("msd");
		assertThat(report.experiments().getFirst().columns()).extracting(Column::name).containsExactly("msd");
	}

	@Test
	void whatIsWrongIsTold() {
		Model bad = Model.of("bad.erg", TEXT.replace("exponential", "exponentail"), null);
		assertThat(bad.hasErrors()).isTrue();
		assertThat(bad.experiments()).hasSize(3);
		assertThatThrownBy(() -> Ergode.run(RunRequest.of(bad), RunListener.NONE)).isInstanceOfSatisfying(RunProblem.class,
				p -> assertThat(p.diagnostics().getFirst()).extracting(Diagnostic::file, Diagnostic::line).isEqualTo(List.of("bad.erg", 3)));
		assertThatThrownBy(() -> Ergode.run(RunRequest.of(model).set("Walk.step", "1 um"), RunListener.NONE)).isInstanceOf(RunProblem.class).hasMessageContaining("Walk.step");
	}

	@Test
	void aProblemIsNeverWithoutAWord() {
		assertThat(new RunProblem(List.of()).diagnostics()).singleElement().satisfies(d -> assertThat(d.message()).contains("report it"));
	}

	@Test
	void aSweptParameterThatIsSetLeavesOnePoint() throws RunProblem {
		ExperimentReport report = Ergode.run(RunRequest.of(model).experiment("Swept").set("Walk.sd", "2.5 um"), RunListener.NONE).experiments().getFirst();
		assertThat(report.claims()).extracting(ClaimReport::condition).containsExactly("Walk.sd = 2.5 um");
	}

	@Test
	void anExperimentsOwnParameterIsSetByItsName() throws RunProblem {
		Model own = Model.of("own.erg", TEXT.replace("experiment Plain \"a walk\" {", "experiment Plain \"a walk\" {\n  parameter n = 100")
				.replace("walkers = 1_000  until", "walkers = n  until"), null);
		ExperimentReport report = Ergode.run(RunRequest.of(own).experiment("Plain").set("Plain.n", "4000"), RunListener.NONE).experiments().getFirst();
		ExperimentReport before = Ergode.run(RunRequest.of(own).experiment("Plain"), RunListener.NONE).experiments().getFirst();
		assertThat(report.columns().getFirst().errors()[9]).isLessThan(0.5 * before.columns().getFirst().errors()[9]);
	}

	@Test
	void aValueThatAModelDoesNotAllowIsToldEachTime() {
		for (int i = 0; i < 2; i++) {
			assertThatThrownBy(() -> Ergode.run(RunRequest.of(model).experiment("Plain").set("Walk.sd", "-1 um"), RunListener.NONE)).isInstanceOfSatisfying(RunProblem.class,
					p -> assertThat(p.diagnostics()).isNotEmpty().allMatch(d -> d.line() == 4));
		}
	}

	@Test
	void severalExperimentsDoNotShareAFolder() {
		assertThatThrownBy(() -> Ergode.run(RunRequest.of(model).outFlat(folder), RunListener.NONE)).isInstanceOf(RunProblem.class)
				.hasMessage("one folder holds one experiment, and 3 are to be run");
	}

	private static final String NEURON = """
			process Walk { waiting ~ exponential(mean = 1 s)  jump ~ normal(mean = 0 um, sd = 1 um) }
			experiment Plain { simulate Walk  walkers = 10  until = 10 s  seed 1  observe m = mean(x) at {5 s} }
			network N {
			  parameter scale = 1
			  input layer x : real[2]
			  output layer y : real[1] = scale*tanh(w*x)
			  parameter w : real[1, 2] = 0
			  loss = norm2(y - target)^2
			}
			data D = table { 1, 2 -> 0.3; 2, -1 -> 0.4 }
			learning descend for N { update w -= 0.1*d loss/d w }
			experiment Learn {
			  sweep N.scale in {1, 2}
			  train N on D with descend  epochs = 10_000_000
			  seed 1
			  observe loss every epoch
			  expect loss[last] < 0
			}
			""";

	private RunReport gradients(String text) throws RunProblem {
		return Ergode.run(RunRequest.of(Model.of("neuron.erg", text, null)).out(folder).checkingGradients(), new Recorder());
	}

	/** At each point of the sweep; the ten million epochs are not waited for, and what is claimed of them is not judged. */
	@Test
	void checksGradientsInsteadOfTraining() throws RunProblem {
		ExperimentReport report = gradients(NEURON).experiments().getFirst();
		assertThat(report.experiment().name()).isEqualTo("Learn");
		assertThat(report.claims()).extracting(ClaimReport::text).containsOnly("gradient of N's loss against finite differences");
		assertThat(report.claims()).extracting(ClaimReport::condition).containsExactly("N.scale = 1", "N.scale = 2");
		assertThat(report.claims()).allMatch(ClaimReport::met).allMatch(c -> c.line() == 14);
		assertThat(report.columns()).isEmpty();
		assertThat(folder).isEmptyDirectory();
	}

	/** Where a step is crossed, the loss jumps and its derivative does not know. */
	@Test
	void aGradientThatTheLossDoesNotHaveIsMissed() throws RunProblem {
		assertThat(gradients(NEURON.replace("scale*tanh(w*x)", "scale*step(w*x)")).experiments().getFirst().claims()).isNotEmpty().noneMatch(ClaimReport::met);
	}

	@Test
	void whereNothingIsTrainedThereIsNoGradient() {
		assertThatThrownBy(() -> Ergode.run(RunRequest.of(model).experiment("Plain").checkingGradients(), new Recorder())).isInstanceOf(RunProblem.class)
				.hasMessageContaining("'Plain' does not train a network with a loss or an energy, so there is no gradient to check");
	}
}
