// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.ergode.dsl.names.Libraries;
import org.ergode.dsl.check.Finding;
import org.ergode.dsl.validation.ModelCheck;
import org.ergode.unit.UnitRegistry;
import org.ergode.unit.core.CoreUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCheckTest {
	private static final Libraries CORE = Libraries.of(UnitRegistry.of(List.of(new CoreUnit())));

	/** Those that need no unit but the core. */
	@ParameterizedTest
	@ValueSource(strings = {"brownian.erg", "diffusion-equation.erg", "langevin.erg", "levy.erg", "oja.erg", "perceptron.erg"})
	void theExamplesAreFreeOfErrorsAndWarnings(String name) {
		assertThat(ModelCheck.of(Erg.resource(URI.createFileURI("/models/" + name), ExampleTexts.all().get(name)), CORE).findings()).isEmpty();
	}

	@Test
	void anEmptyTextIsAnError() {
		assertThat(check("")).singleElement().satisfies(f -> assertThat(f.code()).isEqualTo(ModelCheck.EMPTY));
		assertThat(check(" // nothing\n")).hasSize(1);
	}

	@Test
	void afterASyntaxErrorOnlyWhatStandsBeforeItIsJudged() {
		List<Finding> findings = check("process P { waiting ~ exponentiel(mean = 1 s) jump ~ normal(mean = 0 um, sd = 1 um) }\nexperiment E { simulate Q at }\nexperiment F { simulate R }\n");
		assertThat(findings).extracting(Finding::code).contains(ModelCheck.SYNTAX, "distribution.unknown").doesNotContain("element.unknown");
	}

	static List<Finding> check(String text) {
		return ModelCheck.of(Erg.resource(URI.createFileURI("/models/a.erg"), text), CORE).findings();
	}
}
