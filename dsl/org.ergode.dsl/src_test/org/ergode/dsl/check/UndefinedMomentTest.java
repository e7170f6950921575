// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndefinedMomentTest {
	private static String walk(String jump, String observe) {
		return """
				process Flight {
				  waiting ~ exponential(mean = 1 s)
				  jump ~ %s
				}
				experiment E {
				  simulate Flight  walkers = 10  until = 10 s
				  seed 1
				  observe width = %s  at {1 s, 10 s}
				}
				""".formatted(jump, observe);
	}

	@Test
	void theMessageSaysWhichMomentAndWhy() {
		String text = walk("stable(alpha = 1.5, scale = 1 um)", "mean(x^2)");
		assertThat(Check.single(text, "moment.undefined", "mean(x^2)").message()).isEqualTo("the variance of a jump is infinite for alpha = 1.5 < 2, "
				+ "so this mean over walkers never settles; use a quantile, such as quantile(abs(x), 0.5), or another law");
		assertThat(Check.fixed(text)).isEqualTo(walk("stable(alpha = 1.5, scale = 1 um)", "quantile(x^2, 0.5)"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			stable(alpha = 1.5, scale = 1 um)   | variance(x)                | the variance of a jump is infinite
			stable(alpha = 1.5, scale = 1 um)   | mean(abs(x)^1.5)           | the moment of order 1.5 of a jump is infinite for alpha = 1.5 <= 1.5
			stable(alpha = 0.4, scale = 1 um)   | mean(sqrt(abs(x)))         | the moment of order 0.5 of a jump is infinite for alpha = 0.4 <= 0.5
			pareto(alpha = 3, scale = 1 um)     | mean(x^4)                  | the moment of order 4 of a jump is infinite for alpha = 3 <= 4
			pareto(alpha = 3, scale = 1 um)     | variance(x^2)              | the moment of order 4 of a jump
			pareto(alpha = 3, scale = 1 um)     | mean(x^5) / mean(x^2)      | the moment of order 5 of a jump
			student(nu = 1, scale = 1 um)      | mean(x)                    | the mean of a jump does not exist
			exponential(mean = 2 um)            | mean(exp(x/(1 um)))        | the mean of exp(rate*x), with rate = 1 /um, over a jump is infinite for mean*rate = 2 >= 1
			exponential(mean = 0.6 um)          | variance(exp(x/(1 um)))    | the mean of exp(rate*x), with rate = 2 /um, over a jump is infinite for mean*rate = 1.2 >= 1
			gamma(shape = 2, scale = 1 um)      | mean(exp(x/(1 um)))        | the mean of exp(rate*x), with rate = 1 /um, over a jump is infinite for scale*rate = 1 >= 1
			laplace(mean = 0 um, scale = 2 um)  | mean(exp(-x/(1 um)))       | the mean of exp(rate*x), with rate = -1 /um, over a jump is infinite for scale*rate = 2 >= 1
			stable(alpha = 0.5, beta = 1, scale = 1 um) | mean(exp(x/(1 um)))| the mean of exp(rate*x), with rate = 1 /um, over a jump is infinite, as a power-law
			stable(alpha = 1.5, scale = 1 um)   | mean(cosh(x/(1 um)))       | the mean of exp(rate*x)
			stable(alpha = 1.5, scale = 1 um)   | mean(x*exp(2*x/(1 um) + 1)) | the mean of exp(rate*x), with rate = 2 /um
			""")
	void whatDoesNotExist(String jump, String observe, String message) {
		assertThat(Check.of(walk(jump, observe))).singleElement().satisfies(f -> assertThat(f.message()).startsWith(message));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			stable(alpha = 1.5, scale = 1 um)   | mean(abs(x))
			stable(alpha = 1.5, scale = 1 um)   | mean(abs(x)^1.4)
			stable(alpha = 1.5, scale = 1 um)   | quantile(abs(x), 0.5)
			stable(alpha = 2, scale = 1 um)     | mean(x^6)
			stable(alpha = 1.5, scale = 1 um)   | mean(exp(-abs(x)/(1 um)))
			stable(alpha = 1.5, scale = 1 um)   | mean(x^2*exp(-x^2/(1 um^2)))
			stable(alpha = 0.5, beta = 1, scale = 1 um) | mean(exp(-x/(1 um)))
			stable(alpha = 1.5, scale = 1 um)   | mean(tanh(x/(1 um)))
			stable(alpha = 1.5, scale = 1 um)   | mean(x^2 > 1 um^2)
			exponential(mean = 0.4 um)          | variance(exp(x/(1 um)))
			normal(mean = 0 um, sd = 1 um)      | mean(exp(5*x/(1 um)))
			pareto(alpha = 1.5, scale = 1 um)   | mean(x^2*exp(-x/(1 um)))
			stable(alpha = 1.5, scale = 1 um)   | mean(-x^2*exp(-abs(x)/(1 um)))
			""")
	void whatExists(String jump, String observe) {
		assertThat(Check.of(walk(jump, observe))).isEmpty();
	}

	@Test
	void theStartOfAStateCounts() {
		String text = """
				process Bead {
				  state x ~ student(nu = 2, location = 0 um, scale = 1 um)
				  dx/dt = -x / (1 s)
				  integrate step = 0.1 s
				}
				experiment E {
				  simulate Bead  walkers = 10  until = 10 s
				  seed 1
				  observe m = %s  at {1 s, 10 s}
				}
				""";
		assertThat(Check.single(text.formatted("mean(x^2)"), "moment.undefined", "mean(x^2)").message()).startsWith("the variance of the start of 'x' is infinite for nu = 2 <= 2");
		assertThat(Check.of(text.formatted("mean(x)"))).isEmpty();
	}
}
