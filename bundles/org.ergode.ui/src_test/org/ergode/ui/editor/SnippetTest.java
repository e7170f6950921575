// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {
	@Test
	void readsPlacesWithTheirFillings() {
		Snippet snippet = Snippet.parse("exponential(mean = ${1:1 s})$0");
		assertThat(snippet.text()).isEqualTo("exponential(mean = 1 s)");
		assertThat(snippet.stops()).hasSize(1);
		assertThat(snippet.stops().getFirst().region().getOffset()).isEqualTo("exponential(mean = ".length());
		assertThat(snippet.stops().getFirst().region().getLength()).isEqualTo(3);
		assertThat(snippet.end()).isEqualTo(snippet.text().length());
	}

	@Test
	void visitsPlacesByNumber() {
		Snippet snippet = Snippet.parse("$2 and ${1|first,second|}");
		assertThat(snippet.text()).isEqualTo(" and first");
		assertThat(snippet.stops()).extracting(Snippet.Stop::number).containsExactly(1, 2);
	}

	@Test
	void aBackslashMeansTheCharacterItself() {
		assertThat(Snippet.parse("\\$5 \\} ${1:a\\}b}").text()).isEqualTo("$5 } a}b");
	}

	@Test
	void textWithoutPlacesIsItself() {
		assertThat(Snippet.parse("process $")).isEqualTo(Snippet.plain("process $"));
	}

	@Test
	void lettersInOrderAbbreviate() {
		assertThat(CompletionProposal.matches("ml", "mittag_leffler")).isTrue();
		assertThat(CompletionProposal.matches("EXP", "exponential")).isTrue();
		assertThat(CompletionProposal.matches("", "anything")).isTrue();
		assertThat(CompletionProposal.matches("tag", "mittag_leffler")).isFalse();
		assertThat(CompletionProposal.matches("mx", "mittag_leffler")).isFalse();
	}

	@Test
	void markdownBecomesTheHtmlOfAHover() {
		assertThat(Markdown.toHtml("**pareto**(alpha)\n\n`x < 1`")).isEqualTo("<p><b>pareto</b>(alpha)</p><p><b>x &lt; 1</b></p>");
		assertThat(Markdown.toHtml("```\na_b_c\n```")).isEqualTo("<pre>a_b_c</pre>");
		assertThat(Markdown.toHtml("time_average_msd")).isEqualTo("<p>time_average_msd</p>");
	}
}
