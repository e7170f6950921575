// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsymmetricWeightsTest {
	private static String memory(String constraint, String energy) {
		return """
				network Memory {
				  visible layer s : spin[4]
				  visible layer u : spin[4]
				  parameter J : real[4, 4]%s = 0
				  energy = %s
				}
				learning hebb for Memory {
				  update J += s*s'
				}
				data D = table { 1, -1, 1, -1, 1, -1, 1, -1 }
				experiment E {
				  train Memory on D with hebb  epochs = 1
				  seed 1
				}
				""".formatted(constraint, energy);
	}

	@ParameterizedTest
	@ValueSource(strings = {"-1/2 * s'*J*s", "-s'*(J*s)", "-(J*s)'*s / 2", "-(s'*J)*s", "-s'*J'*s", "-(s'*J*s)", "-0.5*sum(s .* (J*s))", "-sum(J .* (s*s'))", "-sum(s*s' .* J)", "-2*(s'*(J*s)) - u'*u",
			"-u'*s + 3*(-(s'*J*s))"})
	void weightsBetweenALayerAndItself(String energy) {
		assertThat(Check.single(memory("", energy), "weights.asymmetric", "J").message())
				.isEqualTo("'J' stands between a layer and itself, where only its symmetric part counts; declare it symmetric");
		assertThat(Check.fixed(memory("", energy))).isEqualTo(memory(" symmetric", energy));
	}

	@ParameterizedTest
	@ValueSource(strings = {"-s'*J*u", "-sum(J .* (s*u'))", "-s'*(J*u)", "-s'*(J + J')*s", "-s'*s*sum(J)"})
	void whatIsLeftAlone(String energy) {
		assertThat(Check.of(memory("", energy))).isEmpty();
	}

	@Test
	void aLetIsLookedThrough() {
		String text = memory("", "-s'*field").replace("  energy", "  let field = J*s\n  energy");
		assertThat(Check.of(text)).singleElement().satisfies(f -> assertThat(f.code()).isEqualTo("weights.asymmetric"));
	}
}
