// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.dsl.Erg;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.names.Libraries;

/** A text, checked. */
record Elaborated(Elaborator elaborator, List<Diagnostic> diagnostics) {
	static Elaborated of(String text) {
		return of(Erg.resource(URI.createFileURI("/nowhere/a.erg"), text));
	}

	static Elaborated of(XtextResource resource) {
		assertThat(resource.getErrors()).as("syntax").isEmpty();
		List<Diagnostic> diagnostics = new ArrayList<>();
		Elaborator elaborator = Elaborator.of(resource, Libraries.of(TestUnit.REGISTRY), diagnostics::add);
		elaborator.checkAll();
		return new Elaborated(elaborator, diagnostics);
	}

	/** The only experiment of a text without errors. */
	static ExperimentIr experiment(String text) {
		return experiment(text, Map.of());
	}

	static ExperimentIr experiment(String text, Map<String, Double> overrides) {
		Elaborated e = of(text);
		assertThat(e.diagnostics).isEmpty();
		return e.elaborator.elaborate(e.elaborator.experiments().get(0).name(), overrides);
	}

	/** {@code line:column: message} of each, in the order of the text. */
	List<String> messages() {
		return diagnostics.stream().sorted(java.util.Comparator.comparingInt(d -> d.source().offset())).map(d -> d.source().line() + ":" + d.source().column() + ": " + d.message()).toList();
	}
}
