// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.run.Ergode;
import org.ergode.run.ExperimentReport;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;
import org.ergode.run.picture.ImageModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recall as a model says it: networks of other kinds, sizes and energies than the shipped one. */
class RecallTest {
	private static ExperimentReport run(String text, int threads) throws Exception {
		Model model = Model.of("recall.erg", text, null);
		assertThat(model.diagnostics()).isEmpty();
		ExperimentReport report = Ergode.run(RunRequest.of(model).threads(threads), RunListener.NONE).experiments().getFirst();
		assertThat(report.claims().stream().filter(c -> !c.met())).isEmpty();
		return report;
	}

	private static Column column(ExperimentReport report, String name) {
		return report.columns().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
	}

	private static String memory(String more) {
		return """
			network Memory {
			  visible layer s : spin[60]
			  parameter J : real[60, 60] symmetric zero_diagonal = 0
			  energy = -1/2 * s'*J*s
			}
			experiment Recall {
			  data Random = random_spins(12, 60)
			  train   Memory on Random with hebbian
			  seed    11
			""" + more + "\n}\n";
	}

	@Test
	void energyNeverIncreasesFromSweepToSweep() throws Exception {
		ExperimentReport report = run(memory("""
				recall  Memory from Random corrupted by 40 % until stable
				observe E = energy per pattern every sweep
				observe top = max(energy) every 2 sweeps
				observe worst = min(s .* pattern)
				expect  E[last] < -400
				expect  worst = -1
				plot    E
				show    energy, mean(s .* pattern) during recall
				"""), 1);
		Column e = column(report, "E");
		assertThat(e.axes()).extracting(Axis::kind).containsExactly(Axis.Kind.PATTERN, Axis.Kind.TIME);
		assertThat(e.axes().getLast().coordinates()).startsWith(0, 1, 2).isSorted();
		int n = e.axes().getLast().length();
		for (int i = 0; i < e.values().length; i++) {
			assertThat(i % n == 0 || e.values()[i] <= e.values()[i - 1]).isTrue();
		}
		Column top = column(report, "top");
		assertThat(top.axes()).extracting(Axis::kind).containsExactly(Axis.Kind.TIME);
		assertThat(top.values()[0]).isEqualTo(Arrays.stream(at(e, 0)).max().orElseThrow());
	}

	/** Of each pattern at one time. */
	private static double[] at(Column c, int time) {
		int n = c.axes().getLast().length();
		double[] values = new double[c.values().length / n];
		for (int p = 0; p < values.length; p++) {
			values[p] = c.values()[p * n + time];
		}
		return values;
	}

	/** At temperature T a network forgets; the same text gives the same bytes whoever helps. */
	@Test
	void threadsDoNotMatter() throws Exception {
		String text = memory("recall Memory from Random corrupted by 10 % until = 300 temperature = 20\n observe m = mean(s .* pattern) per pattern every 50 sweeps");
		double[] one = column(run(text, 1), "m").values();
		assertThat(column(run(text, 2), "m").values()).isEqualTo(one);
		assertThat(column(run(text, 7), "m").values()).isEqualTo(one);
		assertThat(one).doesNotContain(1.5).contains(0.8);
	}

	/**
	 * A machine of three layers and three unit types at T = 1, from 4,000 starts: its mean energy and a correlation against sums over all its states.
	 * Six standard errors: a false alarm in 5e8 runs.
	 */
	@ParameterizedTest
	@ValueSource(strings = {"", " - 0.4*sum(v)^3/8"})
	void settlesIntoBoltzmannsDistribution(String cubic) throws Exception {
		ExperimentReport report = run("""
			network Machine {
			  visible layer v : binary[3]
			  visible layer s : spin[2]
			  hidden  layer g : softmax[3]
			  parameter W : real[3, 2] = {0.7, -0.4; 0.2, 0.9; -1, 0.3}
			  parameter U : real[3, 3] = {0.5, 0.1, -0.8; -0.6, 0.4, 0.2; 0.3, -0.2, 0.7}
			  let product = sum(v) * sum(s)
			  energy = -v'*W*s - g'*U*v - 0.3*sum(v)^2 - 0.2*sum(s)%s
			}
			data Begin = table {
			%s0, 0, 1, 1, 1
			}
			experiment Settle {
			  recall  Machine from Begin until = 60 temperature = 1
			  seed    3
			  observe e = mean(energy)
			  observe c = mean(product)
			}
			""".formatted(cubic, "1, 0, 1, -1, 1;\n".repeat(3999)), 2);
		double z = 0;
		double mean = 0;
		double square = 0;
		double correlation = 0;
		double second = 0;
		double[][] w = {{0.7, -0.4}, {0.2, 0.9}, {-1, 0.3}};
		double[][] u = {{0.5, 0.1, -0.8}, {-0.6, 0.4, 0.2}, {0.3, -0.2, 0.7}};
		for (int state = 0; state < 96; state++) {
			int g = state / 32;
			double[] s = {(state >> 3 & 1) * 2 - 1, (state >> 4 & 1) * 2 - 1};
			int n = Integer.bitCount(state & 7);
			double e = -0.3 * n * n - 0.2 * (s[0] + s[1]) - (cubic.isEmpty() ? 0 : 0.05 * n * n * n);
			for (int i = 0; i < 3; i++) {
				e -= (state >> i & 1) * (w[i][0] * s[0] + w[i][1] * s[1] + u[g][i]);
			}
			double p = Math.exp(-e);
			double c = n * (s[0] + s[1]);
			z += p;
			mean += p * e;
			square += p * e * e;
			correlation += p * c;
			second += p * c * c;
		}
		mean /= z;
		correlation /= z;
		double sd = Math.sqrt(square / z - mean * mean);
		assertThat(column(report, "e").values()[0]).isCloseTo(mean, within(6 * sd / Math.sqrt(4000)));
		assertThat(column(report, "c").values()[0]).isCloseTo(correlation, within(6 * Math.sqrt((second / z - correlation * correlation) / 4000)));
	}

	/** Krotov and Hopfield 2016: with an energy of fourth powers 60 spins remember as many patterns as there are spins. */
	@Test
	void aDenseMemoryRemembersMore() throws Exception {
		run("""
			network Dense {
			  visible layer s : spin[60]
			  parameter X : real[60, 60] ~ choice(values = {-1, 1}, probabilities = {0.5, 0.5})
			  energy = -sum((X*s).^4)
			}
			experiment Recall {
			  data Any = random_spins(5, 60)
			  recall Dense from Any until stable
			  seed 4
			  observe hit = max(abs(X*s))/60 per pattern
			  expect min(hit) > 0.95
			}
			""", 2);
	}

	/** Weights that are written down, no training, units of 0 and 1: three that want to differ from their neighbours in a ring of four. */
	@Test
	void weightsMayBeGiven() throws Exception {
		ExperimentReport report = run("""
			network Ring {
			  visible layer x : binary[4]
			  parameter W : real[4, 4] symmetric = {0, 1, 0, 1; 1, 0, 1, 0; 0, 1, 0, 1; 1, 0, 1, 0}
			  energy = x'*W*x - sum(x)
			}
			data Start = table { 1, 1, 1, 1; 0, 0, 0, 0; 1, 0, 1, 0 }
			experiment Settle {
			  recall Ring from Start until stable temperature = 0
			  seed 1
			  observe active = sum(x) per pattern
			  observe E = energy per pattern
			  expect active = 2
			  expect E = -2
			}
			""", 1);
		assertThat(column(report, "active").axes()).extracting(Axis::kind).containsExactly(Axis.Kind.PATTERN);
	}

	/** A trained machine with hidden units completes a picture; what is asked of the training stays with the training. */
	@Test
	void aBoltzmannMachineRepairsWhatItLearned() throws Exception {
		ExperimentReport report = run("""
			network Rbm {
			  visible layer v : binary[8]
			  hidden  layer h : binary[6]
			  parameter W : real[8, 6] ~ normal(mean = 0, sd = 0.1)
			  parameter b : real[8] = 0
			  parameter c : real[6] = 0
			  energy = -v'*W*h - b'*v - c'*h
			}
			data Bars = table { 1, 1, 1, 1, 0, 0, 0, 0; 0, 0, 0, 0, 1, 1, 1, 1 }
			experiment Repair {
			  train  Rbm on Bars with cd(rate = 0.2)  batch = 2  epochs = 500
			  recall Rbm from Bars corrupted by 12.5 %  until stable
			  seed 2
			  observe error = mean((v - reconstruction(v))^2) every 100 epochs
			  observe kl = kl_divergence(data, model)
			  observe wrong = sum(abs(v - pattern)) per pattern
			  expect max(wrong) = 0
			  expect error[last] < 0.02
			  show W
			}
			""", 1);
		assertThat(column(report, "error").axes()).extracting(Axis::kind).containsExactly(Axis.Kind.EPOCH);
		assertThat(column(report, "kl").values()[0]).isBetween(0.0, 2.0);
	}

	/** The shipped letters, 15 % of their pixels wrong: each is read again, and is drawn at its end and in its course. */
	@Test
	void lettersAreReadAndDrawn() throws RunProblem {
		Model model = Model.of("letters.erg", """
			data Letters = npy("letters.npy")
			network Memory {
			  visible layer s : spin[64]
			  parameter J : real[64, 64] symmetric zero_diagonal = 0
			  energy = -1/2 * s'*J*s
			}
			experiment Reads {
			  train   Memory on Letters with hebbian(rate = 1/64)
			  recall  Memory from Letters corrupted by 15 %  until stable
			  seed    1982
			  observe overlap = mean(s .* pattern)  per pattern
			  expect  mean(overlap) = 1
			  show    s as image[8, 8]
			  show    s as image[8, 8] during recall
			}
			""", null);
		assertThat(model.diagnostics()).isEmpty();
		ExperimentReport report = Ergode.run(RunRequest.of(model), RunListener.NONE).experiments().getFirst();
		assertThat(report.allMet()).isTrue();
		ImageModel ends = (ImageModel) report.pictures().get(0);
		assertThat(ends.panels()).extracting(ImageModel.Panel::title).containsExactly("pattern 1", "pattern 2", "pattern 3", "pattern 4", "pattern 5");
		assertThat(ends.panels().getFirst().values()).startsWith(1, 1, 1, 1, 1, 1, -1, -1, 1, 1); // the top of R
		ImageModel course = (ImageModel) report.pictures().get(1);
		assertThat(course.across()).isEqualTo(10);
		assertThat(course.panels()).hasSize(50);
		assertThat(course.title()).isEqualTo("s at each pattern, sweep");
		for (int i = 0; i < 5; i++) {
			assertThat(course.panels().get(10 * i).values()).as("begins with mistakes").isNotEqualTo(ends.panels().get(i).values());
			assertThat(course.panels().get(10 * i + 9).values()).as("ends without").isEqualTo(ends.panels().get(i).values());
		}
	}
}
