// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mismatch of dimensions is gone after its fix. */
class DimensionFixesTest {
	/** The parameter m is here to shadow the metre. */
	private static final String MODEL = """
			process P {
			  parameter m = 2 kg
			  parameter k = 3 kg/s^2
			  parameter rate = 2 /s
			  parameter area = 4 um^2
			  state x = 1 um
			  state v = 0 um/s
			  dx/dt = v
			  dv/dt = -k/m * x
			  integrate step = 1 ms
			}
			process W {
			  waiting ~ exponential(mean = 1 s)
			  jump ~ normal(mean = 0, sd = 1 um)
			}
			experiment E {
			  simulate P  walkers = 10  until = 10 ms
			  seed 1
			  observe a = mean(x)  at {1 ms, 10 ms}
			  observe b = mean(x/(1 um))  at {1 ms, 10 ms}
			  observe c = mean(P.rate)  at {1 ms}
			  observe d = mean(P.area)  at {1 ms}
			  expect a[last] > 0 um
			}
			experiment F {
			  simulate W  walkers = 10  until = 10 s
			  seed 1
			  observe a = mean(x)  at {1 s}
			}
			""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			until = 10 ms              | until = 10               | Write '10 s'                     | until = 10 s
			until = 10 ms              | until = 1e-2             | Write '1e-2 s'                   | until = 1e-2 s
			until = 10 ms              | until = 10 um            | Write '10 s'                     | until = 10 s
			until = 10 ms              | until = 1/P.rate*P.rate  | Multiply by 1 s                  | until = 1/P.rate*P.rate * 1 s
			until = 10 ms              | until = P.rate           | Take the reciprocal              | until = 1/P.rate
			dx/dt = v                  | dx/dt = x                | Divide by 1 s                    | dx/dt = x / (1 s)
			dx/dt = v                  | dx/dt = v + x            | Divide by 1 s                    | dx/dt = v + x / (1 s)
			dv/dt = -k/m * x           | dv/dt = -k/m * v         | Multiply by 1 s                  | dv/dt = -k/m * v * 1 s
			mean(x/(1 um))             | mean(exp(x))             | Divide by 1 m                    | mean(exp(x / (1 m)))
			mean(x/(1 um))             | mean(exp(x + 2*x))       | Divide by 1 m                    | mean(exp((x + 2*x) / (1 m)))
			mean(x/(1 um))             | mean(x + P.area)         | Take the square root             | mean(x + sqrt(P.area))
			mean(x/(1 um))             | mean(P.area - x)         | Square it                        | mean(P.area - (x)^2)
			mean(x/(1 um))             | mean(x > 1)              | Write '1 m'                      | mean(x > 1 m)
			mean(x/(1 um))             | mean(v > 1)              | Write '1 m / (1 s)'              | mean(v > 1 m / (1 s))
			mean(x/(1 um))             | mean(2^x)                | Divide by 1 m                    | mean(2^(x / (1 m)))
			a[last] > 0 um             | a[last] > 1              | Write '1 m'                      | a[last] > 1 m
			exponential(mean = 1 s)    | exponential(mean = 1)    | Write 'exponential(mean = 1 s)'  | exponential(mean = 1 s)
			exponential(mean = 1 s)    | uniform(1, 2)            | Write 'uniform(1 s, 2 s)'        | uniform(1 s, 2 s)
			exponential(mean = 1 s)    | pareto(alpha = 1.5, scale = 2) | Write 'pareto(alpha = 1.5, scale = 2 s)' | pareto(alpha = 1.5, scale = 2 s)
			""")
	void isGoneAfterTheFix(String right, String wrong, String title, String fixed) {
		String text = MODEL.replace(right, wrong);
		Finding f = Check.of(text).getFirst();
		assertThat(f.code()).startsWith("dimension.");
		assertThat(f.fixes()).extracting(x -> x.title()).contains(title);
		String after = f.fixes().stream().filter(x -> x.title().equals(title)).findFirst().orElseThrow().apply(text);
		assertThat(after).isEqualTo(MODEL.replace(right, fixed));
		assertThat(Check.of(after)).noneMatch(x -> x.code().startsWith("dimension."));
	}
}
