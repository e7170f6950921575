// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.ergode.doc.Handbook;
import org.ergode.ui.handbook.PageText.Heading;
import org.ergode.ui.handbook.PageText.Kind;
import org.ergode.ui.handbook.PageText.Style;
import org.junit.jupiter.api.Test;

class PageReaderTest {
	private static PageText read(String markdown) {
		return PageReader.read(markdown, "Open");
	}

	private static String styled(PageText page, Set<Style> styles) {
		return page.runs().stream().filter(r -> r.styles().equals(styles)).map(r -> page.text().substring(r.start(), r.end())).reduce("", String::concat);
	}

	@Test
	void aParagraphIsOneLine() {
		assertThat(read("One\ntwo.\n\nThree.").text()).isEqualTo("One two.\n\nThree.");
	}

	@Test
	void marksBecomeStyles() {
		PageText page = read("a **bold *both* end** `x*y*z` *it* 2*3 and 4*5");
		assertThat(page.text()).isEqualTo("a bold both end x*y*z it 2*3 and 4*5");
		assertThat(styled(page, Set.of(Style.BOLD))).isEqualTo("bold  end");
		assertThat(styled(page, Set.of(Style.BOLD, Style.ITALIC))).isEqualTo("both");
		assertThat(styled(page, Set.of(Style.CODE))).isEqualTo("x*y*z");
		assertThat(styled(page, Set.of(Style.ITALIC))).isEqualTo("it");
	}

	@Test
	void aLinkKnowsItsTarget() {
		PageText page = read("See [the *one*](reference.md#process), please.");
		assertThat(page.linkAt(page.text().indexOf("one"))).get().extracting(PageText.Link::target).isEqualTo("reference.md#process");
		assertThat(page.linkAt(page.text().indexOf("please"))).isEmpty();
	}

	@Test
	void headingsHaveAnchors() {
		PageText page = read("# Title\n\n## Statements of a process\n\n### `sum(x)`\n\nText.");
		assertThat(page.title()).isEqualTo("Title");
		assertThat(page.heading("statements-of-a-process")).get().extracting(Heading::level).isEqualTo(2);
		assertThat(page.headings().getLast().title()).isEqualTo("sum(x)");
	}

	@Test
	void wholeModelsCanBeOpenedAndFragmentsCannot() {
		PageText page = read("```erg\nprocess P {\n}\n```\n\n```\nseed 1\n```\n\n    ./ergode run\n\n```erg\nprocess Q {\n}\n```\n");
		assertThat(page.text()).isEqualTo("process P {\n}\nOpen\n\nseed 1\n\n./ergode run\n\nprocess Q {\n}\nOpen");
		assertThat(page.links()).extracting(PageText.Link::target).containsExactly("model:0", "model:1");
		assertThat(page.blocks()).extracting(PageText.Block::kind).containsExactly(Kind.MODEL, Kind.MODEL, Kind.CODE, Kind.MODEL);
		assertThat(page.blockAt(page.text().indexOf("./ergode"))).contains(page.blocks().get(2));
		assertThat(page.blockAt(page.text().indexOf("Open"))).isEmpty();
	}

	@Test
	void aRowIsOneLineAndAnEmptyHeadIsLeftOut() {
		PageText page = read("| name | |\n| --- | --- |\n| `\\|` | or |\n| `a` | first |\n\n| f | g | h |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n");
		assertThat(page.text()).isEqualTo("|\tor\na\tfirst\n\nf\tg  \u00B7  h\n1\t2  \u00B7  3");
		assertThat(page.blocks()).extracting(PageText.Block::kind).containsExactly(Kind.TABLE, Kind.TABLE);
	}

	@Test
	void listsHaveMarks() {
		assertThat(read("Two:\n- one\n  more\n- two\n\n1. first\n").text()).isEqualTo("Two:\n\n\u2022\tone more\n\u2022\ttwo\n\n1.\tfirst");
	}

	/** Links lead somewhere, tables have their tabs, and each model that the build runs can be opened. */
	@Test
	void everyPageOfTheHandbookIsRead() {
		for (String name : Handbook.PAGES) {
			PageText page = read(Handbook.text(name));
			assertThat(page.title()).as(name).isNotEmpty();
			assertThat(page.text()).as(name).doesNotContain("```").doesNotContain("](").doesNotContain("**");
			assertThat(page.links().stream().filter(l -> l.target().startsWith("model:"))).as(name).hasSize(Handbook.models(name).size());
			assertThat(page.links().stream().map(PageText.Link::target).filter(t -> !t.startsWith("model:") && !t.contains("://") && !t.endsWith(".erg"))).as(name)
					.allSatisfy(target -> {
						String[] parts = target.split("#", 2);
						PageText other = parts[0].isEmpty() ? page : read(Handbook.text(parts[0].replaceFirst("\\.md$", "")));
						assertThat(parts.length == 1 || other.heading(parts[1]).isPresent()).as(target).isTrue();
					});
		}
	}
}
