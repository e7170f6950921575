// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ergode.doc.Handbook;
import org.ergode.doc.Reference;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;
import org.ergode.unit.UnitRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reference of the language is what grammar and registry say, and its examples run. */
class ReferenceTest {
	private static final Path PAGE = Path.of("..", "..", "bundles", "org.ergode.doc", "pages", "reference.md");

	private static Reference reference;

	@BeforeAll
	static void make() {
		reference = Reference.of(UnitRegistry.get());
	}

	@Test
	void theCommittedPageIsUpToDate() {
		assertThat(PAGE).as("made by ./ergode reference").hasContent(reference.text());
	}

	/** A new statement or name comes with a shipped model or a page that uses it. */
	@Test
	void everythingHasAnExample() {
		assertThat(reference.withoutExample()).isEmpty();
	}

	@Test
	void everyPageIsInTheHandbook() throws IOException {
		try (var files = Files.list(PAGE.getParent())) {
			List<String> pages = files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".md")).map(n -> n.substring(0, n.length() - 3)).toList();
			assertThat(Handbook.PAGES).containsExactlyInAnyOrderElementsOf(pages);
		}
	}

	@Test
	void everyLinkLeadsToAFile() throws IOException {
		List<String> links = Pattern.compile("\\]\\(([^)#]+)").matcher(Files.readString(PAGE)).results().map(m -> m.group(1)).distinct().toList();
		assertThat(links).contains("language.md").anyMatch(l -> l.endsWith("/brownian.erg")).anyMatch(l -> l.endsWith("/rules.erg"));
		assertThat(links).allSatisfy(l -> assertThat(PAGE.resolveSibling(l)).isRegularFile());
	}

	/** All calls in one model, each with the page's value as its claim. */
	@Test
	void functionsHaveTheValuesThatThePageShows() throws Exception {
		List<String> lines = new ArrayList<>();
		Map<String, Double> values = reference.functionValues();
		values.forEach((call, value) -> {
			lines.add("observe y%d = %s".formatted(lines.size(), call));
			lines.add(String.format(Locale.ROOT, "expect  y%d = %.12g +- 1e-9", lines.size() - 1, value));
		});
		String text = """
				process Walker {
				  waiting ~ exponential(mean = 1 s)
				  jump    ~ normal(mean = 0 um, sd = 1 um)
				}
				experiment Values {
				  simulate Walker  walkers = 1  until = 1 s
				  seed 1
				  %s
				}
				""".formatted(String.join("\n  ", lines));
		Model model = Model.of("values.erg", text, null);
		assertThat(model.diagnostics()).isEmpty();
		RunReport report = Ergode.run(RunRequest.of(model), RunListener.NONE);
		assertThat(report.experiments().getFirst().claims()).hasSize(values.size()).allMatch(c -> c.met());
	}
}
