// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every model that a page of the handbook shows is valid without a warning, runs, and meets its claims. */
class HandbookTest {
	private static final Path PAGES = Path.of("..", "..", "bundles", "org.ergode.doc", "pages");
	private static final Pattern MODEL = Pattern.compile("^```erg\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

	@TestFactory
	List<DynamicTest> everyModelOfEveryPage() throws IOException {
		List<DynamicTest> tests = new ArrayList<>();
		try (Stream<Path> pages = Files.list(PAGES)) {
			for (Path page : pages.sorted().toList()) {
				Matcher model = MODEL.matcher(Files.readString(page));
				for (int i = 1; model.find(); i++) {
					String name = page.getFileName() + ", model " + i;
					String text = model.group(1);
					tests.add(DynamicTest.dynamicTest(name, () -> meetsItsClaims(name, text)));
				}
			}
		}
		assertThat(tests).hasSizeGreaterThanOrEqualTo(5);
		return tests;
	}

	private static void meetsItsClaims(String name, String text) throws Exception {
		Model model = Model.of(name + ".erg", text, null);
		assertThat(model.diagnostics()).isEmpty();
		RunReport report = Ergode.run(RunRequest.of(model), RunListener.NONE);
		assertThat(report.experiments()).allSatisfy(e -> assertThat(e.claims()).isNotEmpty());
		assertThat(report.experiments().stream().flatMap(e -> e.claims().stream()).filter(c -> !c.met())).isEmpty();
	}
}
