// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ergode.run.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarterTest {
	@ParameterizedTest
	@CsvSource({"my-first model,MyFirstModel", "2d,Experiment2d", "---,Experiment", "brownian,Brownian"})
	void namesTheExperimentAfterTheFile(String file, String experiment) {
		assertThat(Starter.elementName(file)).isEqualTo(experiment);
	}

	@Test
	void aNewModelIsWithoutProblems() {
		assertThat(Model.of("model.erg", Starter.text("Walker"), Path.of(".")).diagnostics()).isEmpty();
	}
}
