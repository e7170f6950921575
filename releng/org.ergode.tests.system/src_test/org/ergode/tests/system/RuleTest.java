// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learning rule in a model can say, beside what the shipped ones do. */
class RuleTest {
	private static void meetsItsClaims(String text) throws RunProblem {
		Model model = Model.of("rule.erg", text, null);
		assertThat(model.diagnostics()).isEmpty();
		RunReport report = Ergode.run(RunRequest.of(model), RunListener.NONE);
		assertThat(report.experiments().getFirst().claims()).isNotEmpty().allMatch(c -> c.met());
	}

	/** Ten samples, three epochs: so many updates. */
	@ParameterizedTest
	@CsvSource({"batch = all, '', 3", "batch = 5, '', 6", "batch = all, batch = 2, 15", "'', batch = all, 3", "'', '', 30"})
	void theRuleSaysHowLargeABatchIsUnlessTheTrainingDoes(String rule, String training, int updates) throws RunProblem {
		meetsItsClaims("""
			network N { visible layer v : binary[2]  parameter n : real[1] = 0  energy = -n*v[1] }
			data D = random_bits(10, 2)
			learning counting {
			  %s
			  update n += 1
			}
			experiment E { train N on D with counting  epochs = 3  %s  seed 1  expect n = %d }
			""".formatted(rule, training, updates));
	}

	/** A length has no slope at 0; its gradient there is taken to be 0, so that a penalty on it does not spoil weights that start at 0. */
	@Test
	void theGradientOfALengthAtZeroIsZero() throws RunProblem {
		meetsItsClaims("""
			network N {
			  input  layer x : real[2]
			  output layer y : real[1] = w'*x
			  parameter w : real[2] = 0
			  loss = squared_error(y, target) + 0.001*norm2(w)
			}
			data D = table { 1, 0 -> 0;  1, 0 -> 0 }
			experiment Zero { train N on D with backprop(rate = 0.1)  epochs = 3  observe loss  every epoch  expect norm2(w) = 0  expect loss[last] = 0 }
			""");
	}

	/** Ackley, Hinton and Sejnowski 1985: 15 % of those that are on are turned off, 5 % on. Six standard errors: a false alarm in 5e8. */
	@ParameterizedTest
	@ValueSource(strings = {"binary", "spin"})
	void noisyClampingKeepsTheMean(String kind) throws RunProblem {
		boolean spin = kind.equals("spin");
		String row = (spin ? "1, -1, -1, -1; -1, 1, -1, -1; -1, -1, 1, -1; -1, -1, -1, 1;" : "1, 0, 0, 0; 0, 1, 0, 0; 0, 0, 1, 0; 0, 0, 0, 1;").repeat(1000);
		String unit = spin ? "(1 + v)/2" : "v";
		String given = spin ? "(1 + data)/2" : "data";
		meetsItsClaims("""
			network N { visible layer v : %1$s[4]  parameter kept : real[4] = 0  parameter gained : real[4] = 0  energy = -(kept + gained)'*v }
			data D = table { %2$s }
			learning counting {
			  batch = all
			  phase seen { clamp visible = data  noise = 0.2 }
			  update kept   = seen(%3$s .* %4$s)
			  update gained = seen(%3$s .* (1 - %4$s))
			}
			experiment E {
			  train N on D with counting  seed 1
			  expect kept[1]   = 0.2125 +- 0.017
			  expect gained[4] = 0.0375 +- 0.018
			}
			""".formatted(kind, row.substring(0, row.length() - 1), unit, given));
	}

	/** 'backprop' calls each parameter p, and says 'state velocity like p': not like the layer. */
	@Test
	void theNamesOfARuleGoBeforeThoseOfTheNetwork() throws RunProblem {
		meetsItsClaims("""
			data And = table { 0, 0 -> 0;  0, 1 -> 0;  1, 0 -> 0;  1, 1 -> 1 }
			network Logit {
			  input  layer x : real[2]
			  output layer p : real = sigmoid(w'*x + b)
			  parameter w : real[2] = 0
			  parameter b : real = 0
			  loss = -target*log(p) - (1 - target)*log(1 - p)
			}
			experiment E {
			  train Logit on And with backprop(rate = 1, momentum = 0.5)  batch = all  epochs = 500  seed 1
			  observe right = mean((p > 0.5) = (target > 0.5))
			  expect  right = 1
			}
			""");
	}

	@Test
	void noiseOutOfRangeIsTold() {
		Model model = Model.of("rule.erg", """
			network N { visible layer v : binary[1]  parameter n : real[1] = 0  energy = -n'*v }
			data D = table { 1; 0 }
			learning wrong { clamp visible = data  noise = 1.5  update n = v }
			experiment E { train N on D with wrong  seed 1 }
			""", null);
		assertThat(catchMessage(model)).contains("rule.erg:3:").contains("'noise' is a fixed probability from 0 to 1, not 1.5");
	}

	private static String catchMessage(Model model) {
		try {
			Ergode.run(RunRequest.of(model), RunListener.NONE);
			return "";
		} catch (RunProblem e) {
			return e.toString() + e.getMessage();
		}
	}

	/** The chains of two visible layers are remembered as one state; pcd is exact in the limit, so the exact divergence falls. */
	@Test
	void persistentChainsLearnSeveralVisibleLayers() throws RunProblem {
		meetsItsClaims("""
			network N {
			  visible layer v : binary[2]
			  visible layer s : spin[2]
			  hidden  layer h : binary[3]
			  parameter V : real[2, 3] ~ normal(mean = 0, sd = 0.1)
			  parameter S : real[2, 3] ~ normal(mean = 0, sd = 0.1)
			  parameter a : real[2] = 0
			  parameter b : real[2] = 0
			  parameter c : real[3] = 0
			  energy = -v'*V*h - s'*S*h - a'*v - b'*s - c'*h
			}
			data D = table { %s }
			experiment E {
			  train N on D with pcd(rate = 0.05)  batch = all  epochs = 4000
			  seed 1
			  observe kl = kl_divergence(data, model)  every 4000 epochs
			  expect  kl[last] < 0.3                  // ln(16/3) = 1.67 before
			}
			""".formatted("1, 0 -> 1, -1; 0, 1 -> -1, 1; 1, 1 -> 1, 1;".repeat(20)));
	}

	/** A state like the layers holds what it is given, sample by sample. */
	@Test
	void aStateMayHoldSamples() throws RunProblem {
		meetsItsClaims("""
			network N { visible layer v : binary[1]  parameter m : real[1] = 0  energy = -m'*v }
			data D = table { 1; 0; 1; 1 }
			learning remembering {
			  batch = all
			  state last like visible = 0
			  clamp visible = data
			  update m += v .* last
			  update last = visible
			}
			experiment E { train N on D with remembering  epochs = 3  seed 1  expect m = 1.5 }
			""");
	}

	/** Two samples with the gradients 1 and 3: of the batch 2. What a 'let' names is of a sample, and so is a derivative by a layer. */
	@Test
	void theGradientOfTheLossIsThatOfTheBatch() throws RunProblem {
		meetsItsClaims("""
			network N {
			  input  layer x : real[1]
			  output layer y : real[1] = w .* x
			  parameter w : real[1] = 0
			  let each = sum(y)
			  loss = each
			}
			data D = table { 1 -> 0; 3 -> 0 }
			learning seeing {
			  state squared = 0
			  state separate = 0
			  state layers = 0
			  let g = d loss/d w
			  update squared = sum(g.^2)
			  update separate = sum((d each/d w).^2)
			  update layers = sum((x .* d loss/d y).^2)
			  update w = {squared + 10*separate + 100*layers}
			}
			experiment E {
			  train N on D with seeing  batch = all  seed 1
			  observe loss  every epoch
			  observe w     every epoch
			  observe slope = (d loss/d w)[1]^2   // of the network's loss, not of the column
			  expect  w[last] = 4 + 50 + 500
			  expect  slope = 4
			}
			""");
	}

	/** Kingma and Ba 2015, algorithm 1, against its own lines in Java. */
	@Test
	void adamIsWrittenAsInThePaper() throws RunProblem {
		double[] x = {0.5, -1, 2, 0.25};
		double[] t = {1, -0.5, 2, 0};
		double w = 0.3;
		double m = 0;
		double s = 0;
		for (int n = 1; n <= 25; n++) {
			double g = 0;
			for (int i = 0; i < x.length; i++) {
				g += (w * x[i] - t[i]) * x[i] / x.length;
			}
			m = 0.9 * m + 0.1 * g;
			s = 0.99 * s + 0.01 * g * g;
			w -= 0.05 * (m / (1 - Math.pow(0.9, n))) / (Math.sqrt(s / (1 - Math.pow(0.99, n))) + 1e-8);
		}
		meetsItsClaims("""
			network N {
			  input  layer x : real
			  output layer y : real = w*x
			  parameter w : real = 0.3
			  loss = squared_error(y, target)
			}
			data D = table { 0.5 -> 1; -1 -> -0.5; 2 -> 2; 0.25 -> 0 }
			learning adam(rate = 0.05, beta1 = 0.9, beta2 = 0.99) {
			  state n = 0
			  update n += 1
			  for each parameter p {
			    state m like p = 0
			    state s like p = 0
			    update m = beta1*m + (1 - beta1) * d loss/d p
			    update s = beta2*s + (1 - beta2) * (d loss/d p).^2
			    update p -= rate * m/(1 - beta1^n) ./ (sqrt(s/(1 - beta2^n)) + 1e-8)
			  }
			}
			experiment E { train N on D with adam  batch = all  epochs = 25  precision = double  seed 1  expect w = %s +- 1e-10 }
			""".formatted(w));
	}

	/** A conditional machine: the input layer is held at the data too, and 'clamp visible = data' is of the visible part. Of 1 in 4 it learns the logit. */
	@Test
	void contrastiveDivergenceLearnsWhatFollowsFromAnInput() throws RunProblem {
		meetsItsClaims("""
			network N {
			  input   layer u : binary[1]
			  visible layer v : binary[1]
			  parameter A : real = 0
			  parameter b : real = 0
			  energy = -v[1]*(A*u[1] + b)
			}
			data D = table { 0 -> 0; 0 -> 0; 0 -> 0; 0 -> 1; 1 -> 1; 1 -> 1; 1 -> 1; 1 -> 0 }
			experiment E {
			  train N on D with cd(rate = 0.5)  batch = all  epochs = 1000
			  seed 1
			  expect b     = %1$s +- 0.01
			  expect A + b = -%1$s +- 0.01
			}
			""".formatted(Math.log(1 / 3.0)).replace("--", ""));
	}
}
