// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules and bounds along a whole sweep. */
class SweepTest {
	private static String walk(String law, String sweep) {
		return """
				process P {
				  parameter alpha = 1.8
				  waiting ~ exponential(mean = 1 s)
				  jump ~ %s
				}
				experiment E {
				  simulate P  walkers = 10  until = 10 s
				  seed 1
				  sweep P.alpha in %s
				  observe m = mean(abs(x))  at {1 s, 10 s}
				}
				""".formatted(law, sweep);
	}

	@Test
	void anAlphaOutsideItsIntervalIsTiedToItsPoint() {
		Finding f = Check.single(walk("stable(alpha = alpha, scale = 1 um)", "{1.5, 1.8, 2.5, 3, 1.9}"), "argument.value", "alpha = alpha");
		assertThat(f.message()).isEqualTo("'stable': alpha is out of range: alpha = 2.5; expected a value in (0, 2] (at P.alpha = 2.5)");
		assertThat(Check.of(walk("stable(alpha = alpha, scale = 1 um)", "{1.5, 1.8, 2, 1.9}"))).isEmpty();
		assertThat(Check.of(walk("stable(alpha = alpha, scale = 1 um)", "linspace(1.5, 2.1, 200)"))).hasSize(1);
	}

	@Test
	void aValueThatIsComputedIsShown() {
		assertThat(Check.of(walk("normal(mean = 0, sd = (alpha - 2)*1 um)", "{1.8, 2.5}"))).singleElement()
				.satisfies(f -> assertThat(f.message()).isEqualTo("'normal': sd is not strictly positive and finite: (alpha - 2)*1 um = -200 nm"));
	}

	@Test
	void rulesAreAppliedAlongTheSweep() {
		Finding f = Check.single(walk("stable(alpha = alpha, scale = 1 um)", "{1.8, 0.9, 0.8, 1.2}"), "moment.undefined", "mean(abs(x))");
		assertThat(f.message()).startsWith("the mean of a jump does not exist for alpha = 0.9 <= 1").endsWith("(at P.alpha = 0.9)");
	}
}
