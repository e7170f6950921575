// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Typing into the examples: what is parsed again in part is what a whole parse gives. */
class ReparseTest {
	private static final String[] TYPED = {"x", "1", " ", "+", "a = 1", "(", ")", "1 s", "\n", "mean", "// c", ","};

	static Stream<String> examples() {
		return ExampleTexts.all().keySet().stream();
	}

	@ParameterizedTest
	@MethodSource("examples")
	void editsGiveTheModelOfTheWholeText(String name) {
		String text = ExampleTexts.all().get(name);
		Random random = new Random(name.hashCode());
		XtextResource resource = Erg.resource(URI.createURI("file:/models/" + name), text);
		int compared = 0;
		for (int i = 0; i < 60; i++) {
			int at = random.nextInt(text.length());
			int removed = random.nextInt(3) == 0 ? Math.min(random.nextInt(6), text.length() - at) : 0;
			String typed = TYPED[random.nextInt(TYPED.length)];
			String before = text.substring(at, at + removed);
			resource.update(at, removed, typed);
			String edited = text.substring(0, at) + typed + text.substring(at + removed);
			assertThat(resource.getParseResult().getRootNode().getText()).isEqualTo(edited);
			Erg.Parsed whole = Erg.parse(name, edited);
			if (whole.errors().isEmpty()) {
				assertThat(EcoreUtil.equals(resource.getContents().getFirst(), whole.model())).as(edited).isTrue();
				compared++;
			}
			resource.update(at, typed.length(), before);
		}
		assertThat(EcoreUtil.equals(resource.getContents().getFirst(), Erg.parse(name, text).model())).isTrue();
		assertThat(compared).isPositive();
	}
}
