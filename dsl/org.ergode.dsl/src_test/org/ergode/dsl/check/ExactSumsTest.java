// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.ergode.dsl.elaborate.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sum over states that the run would refuse is refused while typing. */
class ExactSumsTest {
	private static String model(String hidden, String energy, String observed) {
		return """
				network N {
				  visible layer v : binary[2]
				  hidden  layer h : %s
				  parameter b : real[2] = 0
				  energy = -b'*v - %s
				}
				learning nothing {
				  clamp visible = data
				  update b += 0
				}
				data D = table { 1, 0; 0, 1 }
				experiment E {
				  train N on D with nothing  epochs = 1
				  seed 1
				  observe a = %s
				}
				""".formatted(hidden, energy, observed);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"binary[18]   | v[1]*h[1]           | log_partition()",
			"binary[30]   | v[1]*h[1]           | mean(free_energy(v))",
			"binary[8]    | v[1]*h[1]*h[2]      | mean(free_energy(v))",
			"real[30]     | v[1]*h[1] - h'*h/2  | mean(free_energy(v))",
	})
	void whatCanBeSummed(String hidden, String energy, String observed) {
		assertThat(Check.of(model(hidden, energy, observed))).noneMatch(f -> f.severity() == Severity.ERROR);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"binary[19]   | v[1]*h[1]           | log_partition()       | exact.states  | 'N' has 2.10e+06 states; what is exact is a sum over all of them, and at most 1048576 are summed",
			"real[1]      | v[1]*h[1] - h'*h/2  | log_likelihood(data)  | exact.kind    | the layer 'h' has units of type 'real', whose states cannot be counted",
			"binary[9]    | v[1]*h[1]*h[2]      | mean(free_energy(v))  | exact.coupled | the units of 'h' see each other, so that their free energy is a sum over all states of the layer; of at most 8 discrete units it is computed, and these are 9 binary",
	})
	void whatCannot(String hidden, String energy, String observed, String code, String message) {
		assertThat(Check.of(model(hidden, energy, observed))).filteredOn(f -> f.code().startsWith("exact.")).singleElement().satisfies(f -> {
			assertThat(f.severity()).isEqualTo(Severity.ERROR);
			assertThat(f.code()).isEqualTo(code);
			assertThat(f.message()).startsWith(message);
		});
	}
}
