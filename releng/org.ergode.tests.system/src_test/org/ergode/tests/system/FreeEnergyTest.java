// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.ergode.run.Diagnostic;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunProblem;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code free_energy}: F(v) = -ln(sum over h of exp(-E)), so that -ln P(v) = F(v) + ln Z, where both are known exactly. */
class FreeEnergyTest {
	private static RunReport run(String text) throws RunProblem {
		Model model = Model.of("free.erg", text, null);
		assertThat(model.diagnostics()).noneMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
		return Ergode.run(RunRequest.of(model), RunListener.NONE);
	}

	private static void meetsItsClaims(String text) throws RunProblem {
		assertThat(run(text).experiments().getFirst().claims()).isNotEmpty().allMatch(c -> c.met(), "met");
	}

	/** Layers whose units do not see each other in closed form, others state by state; the sum over all states is done by {@code log_partition}. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"binary[4] | hidden layer h : binary[3]                              | -v'*W*h - a'*v - b'*h",
			"binary[4] | hidden layer h : spin[3]                                | -v'*W*h - a'*v - b'*h",
			"spin[4]   | hidden layer h : softmax[3]                             | -v'*W*h - a'*v - b'*h",
			"binary[4] | hidden layer h : softmax[3]                             | 1/2*(v - W*h)'*(v - W*h) - b'*h",
			"spin[4]   | hidden layer h : softmax[3]                             | -v'*W*h + 2*sum(h.^2 .* b) - b'*h + 3*h[1]*h[2]",
			"binary[4] | hidden layer h : binary[3]                              | -v'*W*h - a'*v - b'*h - 0.7*h[1]*h[2]*h[3] + v[1]*h[1]*h[2]",
			"binary[4] | hidden layer h : spin[3]                                | -v'*W*h - a'*v - b'*h - h[1]*h[3] + 0.3*h[2]^2",
			"binary[4] | hidden layer h : binary[3]  hidden layer g : spin[2]    | -v'*W*h - a'*v - b'*h - h[1]*g[1] - 2*h[2]*g[2] + g[1]",
			"binary[4] | hidden layer h : binary[3]                              | -v'*W*h - a'*v - b'*h - 0.5*v[1]*v[2]*h[3]",
	})
	void isTheLogarithmOfTheSum(String visible, String hidden, String energy) throws RunProblem {
		String off = visible.startsWith("spin") ? "-1" : "0";
		meetsItsClaims("""
			data D = table { 1, 1, %1$s, %1$s;  %1$s, %1$s, 1, 1;  1, %1$s, 1, %1$s }
			network N {
			  visible layer v : %2$s
			  %3$s
			  parameter W : real[4, 3] ~ normal(mean = 0, sd = 1)
			  parameter a : real[4] ~ normal(mean = 0, sd = 1)
			  parameter b : real[3] ~ normal(mean = 0, sd = 1)
			  energy = %4$s
			}
			experiment E {
			  train N on D with cd(k = 1, rate = 0.1)  batch = 3  epochs = 5
			  seed 3
			  observe F = mean(free_energy(v))
			  observe l = log_likelihood(data)
			  observe z = log_partition()
			  expect  F + z = -l +- 1e-5
			}
			""".formatted(off, visible, hidden, energy));
	}

	/** The integral over h of exp(-E) for E = h²/2 s - h w v: F = -(w v)²/(2 s) - ln(2π/s)/2, here w = 3, s = 4, v = 1. */
	@Test
	void realUnitsAreIntegratedOut() throws RunProblem {
		meetsItsClaims("""
			data One = table { 1 }
			network N {
			  visible layer v : binary[1]
			  hidden  layer h : real[1]
			  parameter w : real = 3
			  energy = 2*h[1]^2 - w*h[1]*v[1]
			}
			learning nothing { clamp visible = data  update w += 0 }
			experiment E {
			  train N on One with nothing  seed 1
			  observe F = mean(free_energy(v))
			  expect  F = -9/8 - log(2*pi/4)/2 +- 1e-6
			}
			""");
	}

	/** d F/d W = -mean of v h' given v: what contrastive divergence measures in its first phase. */
	@Test
	void aRuleMayLearnByItsGradient() throws RunProblem {
		meetsItsClaims("""
			data D = table { 1, 0;  1, 1 }
			network N {
			  visible layer v : binary[2]
			  hidden  layer h : binary[2]
			  parameter W : real[2, 2] = 0
			  energy = -v'*W*h
			}
			learning descent(rate = 2) {
			  clamp  visible = data
			  let    F = free_energy(v)
			  let    G = rate/2 * F
			  update W -= d G/d W
			}
			experiment E {
			  train N on D with descent  batch = 2  epochs = 1  seed 1
			  expect W[1, 1] = 0.5  +- 1e-6
			  expect W[2, 1] = 0.25 +- 1e-6
			}
			""");
	}

	@Test
	void tooManyStatesAreRefusedByName() {
		Model model = Model.of("free.erg", """
			data D = random_bits(3, 2)
			network N {
			  visible layer v : binary[2]
			  hidden  layer h : binary[9]
			  parameter J : real[9, 9] symmetric zero_diagonal = 0
			  energy = -v[1]*h[1] - h'*J*h/2
			}
			learning nothing { clamp visible = data  update J += 0 }
			experiment E { train N on D with nothing  seed 1  observe F = mean(free_energy(v)) }
			""", null);
		assertThat(model.diagnostics()).extracting(Diagnostic::toString).singleElement().asString().startsWith("free.erg:9:68: the units of 'h' see each other")
				.contains("of at most 8 discrete units it is computed, and these are 9 binary");
	}
}
