// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A page as running text with what is to be seen on it; offsets are into the text. Paragraphs are one line each, and so are the rows
 * of a table: what stands in the first column, a tab, and the rest. An empty line stands between them.
 *
 * @param runs of characters that do not look like the others, in their order, none over another
 * @param blocks of whole lines that are no paragraphs
 */
record PageText(String text, List<Run> runs, List<Block> blocks, List<Heading> headings, List<Link> links) {
	enum Style { BOLD, ITALIC, CODE, LINK, TITLE, SECTION, ENTRY }

	enum Kind {
		/** Text in the language: coloured as in the editor. */
		MODEL,
		/** Commands, and grammar. */
		CODE, TABLE, LIST
	}

	record Run(int start, int end, Set<Style> styles) {
	}

	/** @param end behind the last character of the last line */
	record Block(Kind kind, int start, int end) {
	}

	/** @param level from 1 */
	record Heading(int level, String title, int start) {
		/** As links name it: {@code #statements-of-a-process}. */
		String anchor() {
			return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
		}
	}

	/** @param target an address, {@code page.md}, {@code page.md#anchor}, {@code #anchor}, or {@code model:2} for the third model of the page */
	record Link(int start, int end, String target) {
	}

	Optional<Link> linkAt(int offset) {
		return links.stream().filter(link -> link.start() <= offset && offset < link.end()).findFirst();
	}

	/** @return the block that the character at an offset is in */
	Optional<Block> blockAt(int offset) {
		int low = 0;
		int high = blocks.size() - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			Block block = blocks.get(middle);
			if (offset < block.start()) {
				high = middle - 1;
			} else if (offset > block.end()) {
				low = middle + 1;
			} else {
				return Optional.of(block);
			}
		}
		return Optional.empty();
	}

	Optional<Heading> heading(String anchor) {
		return headings.stream().filter(heading -> heading.anchor().equals(anchor)).findFirst();
	}

	/** @return the last heading of a level up to an offset */
	Optional<Heading> headingBefore(int offset, int level) {
		return headings.stream().filter(heading -> heading.level() == level && heading.start() <= offset).reduce((first, second) -> second);
	}

	String title() {
		return headings.isEmpty() ? "" : headings.getFirst().title();
	}
}
