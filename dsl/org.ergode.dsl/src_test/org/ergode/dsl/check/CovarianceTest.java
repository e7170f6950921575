// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CovarianceTest {
	private static String walk(String covariance) {
		return """
				process P {
				  dimension 2
				  waiting ~ exponential(mean = 1 s)
				  jump ~ multinormal(mean = {0, 0} * 1 um, covariance = %s)
				}
				experiment E {
				  simulate P  walkers = 10  until = 10 s
				  seed 1
				  observe m = mean(norm2(x)^2)  at {1 s, 10 s}
				}
				""".formatted(covariance);
	}

	@Test
	void aCovarianceIsAccepted() {
		assertThat(Check.of(walk("{3 um^2, 1 um^2; 1 um^2, 2 um^2}"))).isEmpty();
	}

	@Test
	void oneThatIsNotPositiveDefiniteSaysWhichMinorAndEigenvalue() {
		String matrix = "{1 um^2, 2 um^2; 2 um^2, 1 um^2}";
		Finding f = Check.single(walk(matrix), "covariance.wrong", matrix);
		assertThat(f.isError()).isTrue();
		assertThat(f.message()).isEqualTo("the covariance is not positive definite: its leading 2 by 2 minor is -3, its smallest eigenvalue -1 (in um^2); "
				+ "variances are positive, and no component follows from the others");
		assertThat(f.fixes()).isEmpty();
	}

	@Test
	void oneThatIsOnlyNotSymmetricIsMadeSo() {
		String matrix = "{3 um^2, 1 um^2; 0.5 um^2, 2 um^2}";
		Finding f = Check.single(walk(matrix), "covariance.wrong", matrix);
		assertThat(f.message()).startsWith("the covariance is not symmetric: entry [1, 2] is 1, entry [2, 1] is 0.5 (in um^2)");
		assertThat(f.fixes().stream().map(x -> x.apply(walk(matrix)))).containsExactly(walk("{3 um^2, 1 um^2; 1 um^2, 2 um^2}"), walk("{3 um^2, 0.5 um^2; 0.5 um^2, 2 um^2}"));
		Check.fixed(walk(matrix));
		assertThat(Check.single(walk(matrix.replace("1 um^2;", "9 um^2;")), "covariance.wrong", matrix.replace("1 um^2;", "9 um^2;")).fixes()).hasSize(1);
	}

	@Test
	void dataThatNobodyUsesAreCheckedToo() {
		String text = "data D = draw(20) from multinormal({0, 0}, {1, 1; 1, 1})\n";
		assertThat(Check.single(text, "covariance.wrong", "{1, 1; 1, 1}").message()).contains("its leading 2 by 2 minor is 0");
	}
}
