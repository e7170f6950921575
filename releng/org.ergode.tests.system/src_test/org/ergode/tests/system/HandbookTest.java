// SPDX-License-Identifier: EPL-2.0
package org.ergode.tests.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ergode.doc.Handbook;
import org.ergode.run.Ergode;
import org.ergode.run.Model;
import org.ergode.run.RunListener;
import org.ergode.run.RunReport;
import org.ergode.run.RunRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every model that a page of the handbook shows is valid without a warning, runs, and meets its claims. */
class HandbookTest {
	@TestFactory
	List<DynamicTest> everyModelOfEveryPage() {
		List<DynamicTest> tests = new ArrayList<>();
		for (String page : Handbook.PAGES) {
			for (String text : Handbook.models(page)) {
				String name = page + ".md, model " + (tests.size() + 1);
				tests.add(DynamicTest.dynamicTest(name, () -> meetsItsClaims(name, text)));
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
