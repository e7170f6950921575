// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.ergode.doc.Handbook;
import org.ergode.ui.handbook.PageText.Heading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What F1 shows; the cursor is on the word behind the bar. */
class ReferenceTest {
	private final PageText page = PageReader.read(Handbook.text("reference"), "Open");

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '"', value = {
			"|process P { }; Elements; process",
			"process P { |waiting ~ exponential(mean = 1 s) }; Statements of a process; waiting",
			"process P { waiting ~ |gamma(shape = 1, scale = 1 s) }; Distributions; gamma(",
			"function f(x) = |gamma(x); Functions of numbers; gamma(",
			"network N { |parameter W : real[1] = 0 }; Statements of a network; parameter",
			"process P { } experiment E { |parameter a = 0 }; Statements of an experiment; parameter",
			"experiment E { simulate P |walkers = 3 }; Statements of an experiment; simulate",
			"learning r for N { |update W += 1 }; Statements of a learning rule; update",
			"experiment E { observe a = |mean(x) }; Functions of tensors, ensembles, networks and data; mean(",
			"process P { dx/dt = |xi }; Names that need no declaration; xi",
			"experiment E { train N on D with |cd(k = 1) }; Learning rules of the libraries; cd(",
			"process P { parameter a = 1 |angstrom }; Physical units; angstrom",
			"process P { parameter |whatever = 1 }; Elements; process",
	})
	void aWordIsFoundInItsSection(String marked, String section, String beginning) {
		int start = marked.indexOf('|');
		String text = marked.replace("|", "");
		int end = start;
		while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
			end++;
		}
		int found = new Reference(page).find(Reference.Word.in(text, start, end)).orElseThrow();
		assertThat(page.headingBefore(found, 2)).get().extracting(Heading::title).isEqualTo(section);
		assertThat(page.text().substring(found)).startsWith(beginning);
	}
}
