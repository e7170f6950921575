// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExactClaimTest {
	private static String walk(String claim) {
		return """
				process P {
				  waiting ~ exponential(mean = 1 s)
				  jump ~ normal(mean = 0, sd = 1 um)
				}
				experiment E {
				  simulate P  walkers = 10  until = 10 s
				  seed 1
				  observe msd = mean(x^2)  at {1 s, 10 s}
				  fit msd ~ 2*D*t^alpha
				  expect %s
				}
				""".formatted(claim);
	}

	@Test
	void aFittedNumberIsHardlyEverExactlyAnother() {
		Finding f = Check.single(walk("alpha = 0.7"), "claim.exact", "0.7");
		assertThat(f.message()).isEqualTo("'alpha' is fitted to points with errors, so it is hardly ever exactly 0.7; give a tolerance, such as alpha = 0.7 +- 5 %");
		assertThat(Check.fixed(walk("alpha = 0.7"))).contains("expect alpha = 0.7 +- 5 %");
		assertThat(Check.single(walk("alpha = 0"), "claim.exact", "0").fixes()).isEmpty();
	}

	@Test
	void aToleranceABoundAndAnotherKindOfNumberAreFine() {
		assertThat(Check.of(walk("alpha = 0.7 +- 0.1"))).isEmpty();
		assertThat(Check.of(walk("alpha > 0.7"))).isEmpty();
		assertThat(Check.of(walk("msd[1] = 0 um^2"))).isEmpty();
	}
}
