// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.dsl.Erg;
import org.ergode.dsl.elaborate.TestUnit;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.State;
import org.junit.jupiter.api.Test;

class NamesTest {
	private static final String BEAD = """
			process Bead {
			  parameter m = 2 kg
			  state x = 0 m
			  state v = 0 m/s
			  dx/dt = v
			  dv/dt = -v*1 kg/(m*1 s)
			  integrate step = 1 ms
			}
			experiment E {
			  simulate Bead until = 1 s
			  observe msd = mean(x^2) at {0.1 s, 1 s}
			  fit early: msd ~ K*t^a
			  fit late: msd ~ K*t^b
			  expect early.K > 0
			  expect K > 0
			}
			""";

	private static List<Occurrence> occurrences(String text) {
		XtextResource resource = Erg.resource(URI.createFileURI("/nowhere/a.erg"), text);
		assertThat(resource.getErrors()).isEmpty();
		return Occurrences.of(resource, Names.of(Libraries.of(TestUnit.REGISTRY)));
	}

	private static Occurrence at(String text, String context, String name) {
		int position = text.indexOf(context) + context.indexOf(name);
		return Occurrences.at(occurrences(text), position).orElseThrow();
	}

	@Test
	void aDeclaredNameShadowsAUnitButNotAfterANumber() {
		assertThat(at(BEAD, "(m*1 s)", "m").meaning()).isInstanceOfSatisfying(Meaning.Declared.class, d -> assertThat(d.element()).isInstanceOf(Parameter.class));
		assertThat(at(BEAD, "x = 0 m", "m").meaning()).isInstanceOf(Meaning.Unit.class);
	}

	@Test
	void aUnitsNameIsACoefficientInAFormulaAndInTheClaimsAfterIt() {
		assertThat(at(BEAD, "K*t^a", "K").meaning()).isInstanceOfSatisfying(Meaning.Coefficient.class, c -> assertThat(c.fit().getLabel()).isEqualTo("early"));
		assertThat(at(BEAD, "K*t^b", "K").meaning()).isInstanceOfSatisfying(Meaning.Coefficient.class, c -> assertThat(c.fit().getLabel()).isEqualTo("late"));
		List<Occurrence> all = occurrences(BEAD);
		Occurrence first = Occurrences.at(all, BEAD.indexOf("K*t^a")).orElseThrow();
		assertThat(first.isDeclaration()).isTrue();
		assertThat(Occurrences.sameAs(first, all)).extracting(Occurrence::offset).containsExactly(BEAD.indexOf("K*t^a"), BEAD.indexOf("early.K") + 6, BEAD.indexOf("expect K") + 7);
	}

	@Test
	void allPlacesOfANameAreFoundFromAnyOfThem() {
		List<Occurrence> all = occurrences(BEAD);
		Occurrence use = at(BEAD, "dx/dt = v", "v");
		assertThat(use.meaning()).isInstanceOfSatisfying(Meaning.Declared.class, d -> assertThat(d.element()).isInstanceOf(State.class));
		int position = use.offset();
		List<Occurrence> same = Occurrences.sameAs(Occurrences.at(all, position).orElseThrow(), all);
		assertThat(same).hasSize(4).filteredOn(Occurrence::isDeclaration).hasSize(1);
		assertThat(same).extracting(o -> BEAD.substring(0, o.offset()).lines().count()).containsExactly(4L, 5L, 6L, 6L);
	}

	@Test
	void suggestionsAreNear() {
		assertThat(Suggestions.near("sigmiod", List.of("sigmoid", "softmax", "sin"))).containsExactly("sigmoid");
		assertThat(Suggestions.near("x", List.of("y", "z"))).isEmpty();
		assertThat(Suggestions.near("msdd", List.of("msd", "msd2", "other"))).containsExactly("msd", "msd2");
	}
}
