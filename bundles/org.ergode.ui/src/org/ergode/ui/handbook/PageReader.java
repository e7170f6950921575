// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ergode.ui.handbook.PageText.Block;
import org.ergode.ui.handbook.PageText.Heading;
import org.ergode.ui.handbook.PageText.Kind;
import org.ergode.ui.handbook.PageText.Link;
import org.ergode.ui.handbook.PageText.Run;
import org.ergode.ui.handbook.PageText.Style;

/** Reads the Markdown of the handbook: headings, paragraphs, lists, tables, code by fence or by indent; bold, italic, code and links in them. */
final class PageReader {
	private static final Pattern HEADING = Pattern.compile("(#{1,4}) +(.*)");
	private static final Pattern ITEM = Pattern.compile("(?:[-*]|(\\d+)\\.) +(.*)");
	private static final Pattern INLINE = Pattern.compile("`([^`]+)`|\\*\\*(.+?)\\*\\*|(?<![\\w*])\\*([^*\\s](?:[^*]*[^*\\s])?)\\*(?![\\w*])|\\[([^\\]]+)\\]\\(([^)\\s]+)\\)");
	private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
	private static final String INDENT = "    ";
	private static final String FENCE = "```";

	private final List<String> lines;
	private final String openModel;
	private final StringBuilder text = new StringBuilder();
	private final List<Run> runs = new ArrayList<>();
	private final List<Block> blocks = new ArrayList<>();
	private final List<Heading> headings = new ArrayList<>();
	private final List<Link> links = new ArrayList<>();
	private int next;
	private int models;

	private PageReader(String markdown, String openModel) {
		this.lines = markdown.lines().toList();
		this.openModel = openModel;
	}

	/** @param openModel the words of the link under each whole model */
	static PageText read(String markdown, String openModel) {
		PageReader reader = new PageReader(markdown, openModel);
		while (reader.next < reader.lines.size()) {
			reader.block();
		}
		return new PageText(reader.text.toString(), List.copyOf(reader.runs), List.copyOf(reader.blocks), List.copyOf(reader.headings), List.copyOf(reader.links));
	}

	private void block() {
		String line = lines.get(next);
		Matcher heading = HEADING.matcher(line);
		if (line.isBlank()) {
			next++;
		} else if (heading.matches()) {
			next++;
			heading(heading.group(1).length(), heading.group(2).strip());
		} else if (line.startsWith(FENCE)) {
			fence(line.substring(FENCE.length()).strip());
		} else if (line.startsWith(INDENT)) {
			code(Kind.CODE, takeWhile(INDENT).stream().map(l -> l.substring(INDENT.length())).toList());
		} else if (line.startsWith("|")) {
			table(takeWhile("|"));
		} else if (ITEM.matcher(line).matches()) {
			items();
		} else {
			paragraph();
		}
	}

	private List<String> takeWhile(String beginning) {
		List<String> taken = new ArrayList<>();
		while (next < lines.size() && lines.get(next).startsWith(beginning)) {
			taken.add(lines.get(next++));
		}
		return taken;
	}

	/** Blocks stand apart by an empty line. */
	private void beginBlock() {
		if (!text.isEmpty()) {
			text.append("\n\n");
		}
	}

	private void heading(int level, String title) {
		beginBlock();
		int start = text.length();
		inline(title, EnumSet.of(level == 1 ? Style.TITLE : level == 2 ? Style.SECTION : Style.ENTRY));
		headings.add(new Heading(level, text.substring(start), start));
	}

	private void fence(String language) {
		next++;
		List<String> code = new ArrayList<>();
		while (next < lines.size() && !lines.get(next).startsWith(FENCE)) {
			code.add(lines.get(next++));
		}
		next++;
		code(Kind.MODEL, code);
		if (language.equals("erg")) {
			text.append('\n');
			link(openModel, "model:" + models++, EnumSet.noneOf(Style.class));
		}
	}

	private void code(Kind kind, List<String> code) {
		beginBlock();
		int start = text.length();
		text.append(String.join("\n", code));
		blocks.add(new Block(kind, start, text.length()));
	}

	private void table(List<String> rows) {
		beginBlock();
		int start = text.length();
		boolean ruled = rows.size() > 1 && rows.get(1).matches("[|: -]+");
		for (int i = 0; i < rows.size(); i++) {
			List<String> cells = cells(rows.get(i));
			if (ruled && (i == 1 || i == 0 && cells.stream().skip(1).allMatch(String::isEmpty))) {
				continue;
			}
			if (text.length() > start) {
				text.append('\n');
			}
			Set<Style> styles = ruled && i == 0 ? EnumSet.of(Style.BOLD) : EnumSet.noneOf(Style.class);
			inline(cells.getFirst(), styles);
			text.append('\t');
			inline(cells.stream().skip(1).filter(cell -> !cell.isEmpty()).collect(Collectors.joining("  \u00B7  ")), styles);
		}
		blocks.add(new Block(Kind.TABLE, start, text.length()));
	}

	private static List<String> cells(String row) {
		String inside = row.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
		return CELL_END.splitAsStream(inside).map(cell -> cell.strip().replace("\\|", "|")).toList();
	}

	private void items() {
		beginBlock();
		int start = text.length();
		Matcher item;
		while (next < lines.size() && (item = ITEM.matcher(lines.get(next))).matches()) {
			next++;
			if (text.length() > start) {
				text.append('\n');
			}
			text.append(item.group(1) == null ? "\u2022" : item.group(1) + ".").append('\t');
			inline(joined(item.group(2)), EnumSet.noneOf(Style.class));
		}
		blocks.add(new Block(Kind.LIST, start, text.length()));
	}

	private void paragraph() {
		beginBlock();
		inline(joined(lines.get(next++)), EnumSet.noneOf(Style.class));
	}

	/** @return a first line with those that go on with it */
	private String joined(String first) {
		StringBuilder all = new StringBuilder(first.strip());
		while (next < lines.size() && continues(lines.get(next))) {
			all.append(' ').append(lines.get(next++).strip());
		}
		return all.toString();
	}

	private static boolean continues(String line) {
		return !line.isBlank() && !line.startsWith(FENCE) && !line.startsWith("|") && !HEADING.matcher(line).matches() && !ITEM.matcher(line).matches();
	}

	private void inline(String source, Set<Style> around) {
		Matcher matcher = INLINE.matcher(source);
		int done = 0;
		while (matcher.find()) {
			run(source.substring(done, matcher.start()), around);
			if (matcher.group(1) != null) {
				run(matcher.group(1), with(around, Style.CODE));
			} else if (matcher.group(2) != null) {
				inline(matcher.group(2), with(around, Style.BOLD));
			} else if (matcher.group(3) != null) {
				inline(matcher.group(3), with(around, Style.ITALIC));
			} else {
				link(matcher.group(4), matcher.group(5), around);
			}
			done = matcher.end();
		}
		run(source.substring(done), around);
	}

	private void link(String words, String target, Set<Style> around) {
		int start = text.length();
		inline(words, with(around, Style.LINK));
		links.add(new Link(start, text.length(), target));
	}

	private void run(String words, Set<Style> styles) {
		int start = text.length();
		text.append(words);
		if (!words.isEmpty() && !styles.isEmpty()) {
			runs.add(new Run(start, text.length(), Set.copyOf(styles)));
		}
	}

	private static Set<Style> with(Set<Style> styles, Style one) {
		Set<Style> all = EnumSet.of(one);
		all.addAll(styles);
		return all;
	}
}
