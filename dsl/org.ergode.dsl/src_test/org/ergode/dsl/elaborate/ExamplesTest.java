// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.ergode.dsl.Erg;
import org.ergode.dsl.ExampleTexts;
import org.ergode.dsl.names.Occurrence;
import org.ergode.dsl.names.Occurrences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
	static Set<String> names() {
		return ExampleTexts.all().keySet();
	}

	@Test
	void thereAreTwelve() {
		assertThat(names()).hasSize(12);
	}

	@ParameterizedTest
	@MethodSource("names")
	void elaboratesWithoutADiagnosticAtEachPointOfItsSweep(String name) {
		Elaborated e = Elaborated.of(resource(name));
		assertThat(e.messages()).isEmpty();
		assertThat(e.elaborator().experiments()).isNotEmpty();
		for (ExperimentOutline o : e.elaborator().experiments()) {
			for (Map<String, Double> point : o.points()) {
				assertThat(e.elaborator().elaborate(o.name(), point)).as(o.name() + point).isNotNull();
			}
		}
	}

	/** The text under an occurrence is its name: what a rename replaces. */
	@ParameterizedTest
	@MethodSource("names")
	void occurrencesLieOnTheirNames(String name) {
		XtextResource resource = resource(name);
		String text = ExampleTexts.all().get(name);
		var all = Occurrences.of(resource, Elaborated.of(resource).elaborator().names());
		assertThat(all).hasSizeGreaterThan(10);
		for (Occurrence o : all) {
			assertThat(text.substring(o.offset(), o.offset() + o.length())).isEqualTo(o.name());
		}
	}

	private static XtextResource resource(String name) {
		XtextResourceSet set = Erg.injector().getInstance(XtextResourceSet.class);
		return (XtextResource) set.getResource(URI.createFileURI(ExampleTexts.file(name).toAbsolutePath().toString()), true);
	}
}
