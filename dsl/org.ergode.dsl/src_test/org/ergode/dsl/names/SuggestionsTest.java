// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionsTest {
	private static final List<String> NAMES = List.of("brownian", "subdiffusion", "langevin", "rbm-digits");

	@ParameterizedTest
	@CsvSource({"brownain, brownian", "Brownian, brownian", "sub, subdiffusion", "rbm_digits, rbm-digits", "langvin, langevin"})
	void theNearestNameIsSuggested(String wrong, String meant) {
		assertThat(Suggestions.nearest(wrong, NAMES)).contains(meant);
	}

	@Test
	void whatIsNotNearIsNotSuggested() {
		assertThat(Suggestions.nearest("hopfield", NAMES)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, ab, 1", "kitten, sitting, 3", "'', abc, 3"})
	void distances(String a, String b, int d) {
		assertThat(Suggestions.distance(a, b)).isEqualTo(d);
		assertThat(Suggestions.distance(b, a)).isEqualTo(d);
	}
}
