// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ergode.math.linear.Decompositions.Complex;
import org.junit.jupiter.api.Test;

class UnstableStepTest {
	private static final String EXPERIMENT = """
			experiment E {
			  simulate P  walkers = 10  until = 100 s
			  seed 1
			  observe m = mean(x)  at {1 s, 10 s}
			}
			""";

	private static String decay(String integrate) {
		return """
				process P {
				  state x = 1 um
				  dx/dt = -x / (1 s) + 1 um/s^0.5 * xi
				  integrate %s
				}
				""".formatted(integrate) + EXPERIMENT;
	}

	/** x'' = -x - 2 damping x', at one radian a second. */
	private static String oscillator(double damping, String noise, String integrate) {
		return """
				process P {
				  state x = 1 um
				  state v = 0 um/s
				  dx/dt = v
				  dv/dt = -x / (1 s^2) - %s /s * v%s
				  integrate %s
				}
				""".formatted(2 * damping, noise, integrate) + EXPERIMENT;
	}

	@Test
	void aDecayIsStableBelowTwoOverItsRate() {
		Finding f = Check.single(decay("step = 3 s"), "step.unstable", "3 s");
		assertThat(f.message()).isEqualTo("the step 3 s is too long for the fastest rate 1.00 /s of 'P': euler_maruyama is stable below 2 s");
		assertThat(Check.fixed(decay("step = 3 s"))).isEqualTo(decay("step = 1 s"));
		assertThat(Check.fixed(decay("step = 3000 ms"))).contains("step = 1000 ms");
		assertThat(Check.of(decay("step = 1.99 s"))).isEmpty();
		assertThat(Check.of(decay("step = 2.01 s"))).hasSize(1);
		assertThat(Check.of(decay("by heun step = 2.01 s"))).hasSize(1);
		assertThat(Check.of(decay("by runge_kutta step = 2.5 s"))).isEmpty();
		assertThat(Check.of(decay("by runge_kutta step = 2.8 s"))).hasSize(1);
	}

	/** lambda = -d +- i sqrt(1 - d^2), so |1 + h lambda| = 1 at h = 2 d. */
	@Test
	void aDampedOscillatorIsStableBelowTwiceItsDamping() {
		assertThat(Check.of(oscillator(0.1, "", "step = 0.19 s"))).isEmpty();
		Finding f = Check.single(oscillator(0.1, "", "step = 0.25 s"), "step.unstable", "0.25 s");
		assertThat(f.message()).isEqualTo("the step 0.25 s is too long for the fastest rate (-0.100 +- 0.995i) /s of 'P': euler_maruyama is stable below 0.2 s");
		assertThat(Check.fixed(oscillator(0.1, "", "step = 0.25 s"))).containsPattern("integrate step = 0\\.(1|09) s");
	}

	@Test
	void anUndampedOscillatorGrowsUnderEulerAtAnyStep() {
		Finding f = Check.single(oscillator(0, "", "step = 0.01 s"), "step.growing", "0.01 s");
		assertThat(f.message()).isEqualTo("the rate (+-1.00i) /s of 'P' is not damped, and euler_maruyama lets it grow at any step: 1.65-fold in this run with the step 0.01 s; "
				+ "use 'integrate by runge_kutta'");
		assertThat(Check.fixed(oscillator(0, "", "step = 0.01 s"))).isEqualTo(oscillator(0, "", "by runge_kutta step = 0.01 s"));
		assertThat(Check.fixed(oscillator(0, " + 1 um/s^1.5 * xi", "step = 0.01 s"))).contains("integrate by heun step");
		assertThat(Check.of(oscillator(0, "", "by runge_kutta step = 2.7 s"))).isEmpty();
		assertThat(Check.of(oscillator(0, "", "by runge_kutta step = 2.9 s"))).hasSize(1);
	}

	@Test
	void whatGrowsByItselfIsLeftAlone() {
		assertThat(Check.of(decay("step = 0.1 s").replace("-x", "x"))).isEmpty();
	}

	@Test
	void theStepOfTheExperimentCounts() {
		String text = decay("step = 0.1 s").replace("until = 100 s", "until = 100 s  step = 3 s");
		Check.single(text, "step.unstable", "3 s");
		assertThat(Check.fixed(text)).contains("until = 100 s  step = 1 s");
	}

	@Test
	void componentsOfAVectorAreSeenTogether() {
		String text = """
				process P {
				  dimension 2
				  state x = {1 um, 0 um}
				  dx/dt = {-1, 300; -300, -1} * x / (1 s)
				  integrate step = 1 ms
				}
				""" + EXPERIMENT.replace("mean(x)", "mean(x[1])");
		assertThat(Check.single(text, "step.unstable", "1 ms").message()).contains("(-1.00 +- 300i) /s", "stable below 0.02222 ms");
		assertThat(Check.of(text.replace("1 ms", "20 us"))).isEmpty();
	}

	@Test
	void theLongestStepsAreThoseOfTheBooks() {
		assertThat(Stability.EULER.longestStep(new Complex(-1, 0))).isCloseTo(2, within(1e-9));
		assertThat(Stability.HEUN.longestStep(new Complex(-1, 0))).isCloseTo(2, within(1e-9));
		assertThat(Stability.RUNGE_KUTTA.longestStep(new Complex(-1, 0))).isCloseTo(2.785293563, within(1e-8));
		assertThat(Stability.EULER.longestStep(new Complex(0, 5))).isZero();
		assertThat(Stability.HEUN.longestStep(new Complex(0, 5))).isZero();
		assertThat(Stability.RUNGE_KUTTA.longestStep(new Complex(0, 5))).isCloseTo(2 * Math.sqrt(2) / 5, within(1e-8));
		assertThat(Stability.EULER.longestStep(new Complex(0, 0))).isInfinite();
	}
}
