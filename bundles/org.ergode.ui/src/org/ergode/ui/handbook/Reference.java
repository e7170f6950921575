// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ergode.ui.editor.ErgLexer;
import org.ergode.ui.handbook.PageText.Block;
import org.ergode.ui.handbook.PageText.Heading;
import org.ergode.ui.handbook.PageText.Kind;
import org.ergode.ui.handbook.PageText.Style;

/** Where the reference of the language speaks of a word. */
final class Reference {
	private static final int ENTRY_LEVEL = 3;
	private static final int SECTION_LEVEL = 2;

	private final PageText page;

	Reference(PageText page) {
		this.page = page;
	}

	/**
	 * A word in its place.
	 *
	 * @param element the word that begins the element around it, such as {@code process}; empty outside of one
	 * @param drawn whether it stands behind {@code ~}
	 */
	record Word(String word, String element, boolean drawn) {
		static Word in(String text, int start, int end) {
			int before = start;
			while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
				before--;
			}
			return new Word(text.substring(start, end), elementAround(text, start), before > 0 && text.charAt(before - 1) == '~');
		}

		private static String elementAround(String text, int offset) {
			ErgLexer lexer = new ErgLexer(text);
			String element = "";
			int depth = 0;
			while (lexer.next() != ErgLexer.Kind.END && lexer.start() < offset) {
				if (lexer.kind() == ErgLexer.Kind.KEYWORD && depth == 0) {
					element = lexer.isElement() ? lexer.word() : element;
				} else if (lexer.kind() == ErgLexer.Kind.BRACKET && lexer.word().equals("{")) {
					depth++;
				} else if (lexer.kind() == ErgLexer.Kind.BRACKET && lexer.word().equals("}")) {
					depth--;
					element = depth == 0 ? "" : element;
				}
			}
			return element;
		}
	}

	/** @return the offset in the page of the best that it has on a word: its entry, its row, a statement that has it, or the element around it */
	Optional<Integer> find(Word word) {
		return entry(word, 1).or(() -> row(word.word())).or(() -> entry(word, 0)).or(() -> statement(word)).or(() -> mention(word.word()))
				.or(() -> entry(new Word(word.element(), "", false), 1));
	}

	private Optional<Integer> entry(Word word, int leastFit) {
		return page.headings().stream().filter(h -> h.level() == ENTRY_LEVEL && name(h.title()).equals(word.word()) && fit(h, word) >= leastFit)
				.max(Comparator.comparingInt(h -> fit(h, word))).map(Heading::start);
	}

	private static String name(String title) {
		return title.replaceFirst("\\(.*", "").strip();
	}

	/** @return how well the section of an entry fits the place of a word; of equals the first one counts */
	private int fit(Heading entry, Word word) {
		String section = page.headingBefore(entry.start(), SECTION_LEVEL).map(Heading::title).orElse("");
		boolean laws = section.equals("Distributions");
		boolean around = !word.element().isEmpty() && section.endsWith(word.element().equals("learning") ? "learning rule" : " " + word.element());
		return around ? 2 : word.drawn() == laws ? 1 : 0;
	}

	private Optional<Integer> row(String word) {
		for (Block table : page.blocks()) {
			int start = table.start();
			while (table.kind() == Kind.TABLE && start < table.end()) {
				int tab = page.text().indexOf('\t', start);
				if (name(page.text().substring(start, tab)).equals(word)) {
					return Optional.of(start);
				}
				int end = page.text().indexOf('\n', start);
				start = end < 0 ? table.end() : end + 1;
			}
		}
		return Optional.empty();
	}

	/** A statement whose grammar has the word, such as {@code walkers}. */
	private Optional<Integer> statement(Word word) {
		Pattern whole = Pattern.compile("(?<![\\w\u2039])" + Pattern.quote(word.word()) + "(?![\\w\u203A])");
		List<Heading> found = page.blocks().stream().filter(b -> b.kind() == Kind.CODE && whole.matcher(page.text().substring(b.start(), b.end())).find())
				.flatMap(b -> page.headingBefore(b.start(), ENTRY_LEVEL).stream()).toList();
		return found.stream().filter(h -> fit(h, word) == 2).findFirst().or(() -> found.stream().findFirst()).map(Heading::start);
	}

	/** In running text, set as code: units are. */
	private Optional<Integer> mention(String word) {
		return page.runs().stream().filter(r -> r.styles().contains(Style.CODE) && page.text().substring(r.start(), r.end()).equals(word)).map(PageText.Run::start).findFirst();
	}
}
