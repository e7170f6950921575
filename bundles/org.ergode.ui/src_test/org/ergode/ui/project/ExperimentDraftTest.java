// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ergode.dsl.ide.Outlook;
import org.ergode.dsl.ide.Outlook.Kind;
import org.ergode.dsl.ide.Outlook.Subject;
import org.ergode.dsl.ide.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentDraftTest {
	private static final Subject WALK = new Subject("Walk", Kind.PROCESS, List.of());
	private static final Subject NET = new Subject("Net", Kind.NETWORK, List.of("mine(rate = 1)", "backprop(rate = 0.1)"));
	private static final Outlook OUTLOOK = new Outlook(Set.of("Walk", "Net", "Xor", "Spreading"), List.of(WALK, NET), List.of("Xor"));

	private static ExperimentDraft draft(Subject subject) {
		return ExperimentDraft.of(ExperimentDraft.templates(Template.SHIPPED, subject.kind()).getFirst(), subject, OUTLOOK);
	}

	private static ExperimentDraft with(ExperimentDraft draft, String place, String value) {
		Map<String, String> values = new HashMap<>(draft.values());
		values.put(place, value);
		return new ExperimentDraft(draft.template(), values);
	}

	@Test
	void eachKindHasItsTemplates() {
		assertThat(ExperimentDraft.templates(Template.SHIPPED, Kind.PROCESS)).extracting(Template::label).containsExactly("experiment simulate");
		assertThat(ExperimentDraft.templates(Template.SHIPPED, Kind.FIELD)).extracting(Template::label).containsExactly("experiment field");
		assertThat(ExperimentDraft.templates(Template.SHIPPED, Kind.NETWORK)).extracting(Template::label).containsExactly("experiment train");
	}

	@Test
	void namesOfTheModelFillThePlaces() {
		assertThat(draft(NET).text()).contains("train Net on Xor with mine(rate = 1)");
		assertThat(draft(WALK).text()).startsWith("experiment Spreading2 {\n  simulate Walk  walkers = 20_000");
		assertThat(draft(WALK).problem(OUTLOOK, "m.erg")).isEmpty();
		assertThat(draft(NET).problem(OUTLOOK, "m.erg")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = {"name; 2nd; '2nd' is not a name", "name; simulate; 'simulate' is a word of the language", "name; Walk; m.erg has a 'Walk' already",
			"walkers; many; The number of walkers must be a whole number above 0, not 'many'", "walkers; 0; above 0, not '0'", "until; soon; such as 1000 s, not 'soon'",
			"seed; -1; whole number, not '-1'"})
	void whatIsWrongIsTold(String place, String value, String message) {
		assertThat(with(draft(WALK), place, value).problem(OUTLOOK, "m.erg").orElseThrow()).contains(message);
	}

	@Test
	void dataThatIsNotThereIsWorthAWord() {
		Outlook none = new Outlook(Set.of("Net"), List.of(NET), List.of());
		assertThat(draft(NET).warning(none, "m.erg").orElseThrow()).startsWith("m.erg has no data yet");
		assertThat(draft(NET).warning(OUTLOOK, "m.erg")).isEmpty();
	}
}
