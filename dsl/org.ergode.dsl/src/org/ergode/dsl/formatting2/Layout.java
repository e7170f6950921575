// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formatting2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.eclipse.xtext.parser.IParseResult;
import org.ergode.dsl.formatting2.ErgFormat.Edit;

/**
 * Lays a text out: lines stay lines, with two blanks of indentation for each bracket that ends its line; what continues
 * a statement keeps its distance to the statement's first line; at most one empty line stands between two lines.
 */
final class Layout {
	private static final int INDENT = 2;
	private static final int CONTINUATION = 4;

	private final String text;
	/** As the text ends its lines, or most of them. */
	private final String newline;
	private final List<List<Piece>> lines;
	/** Open brackets: whether each ended its line. */
	private final Deque<Boolean> open = new ArrayDeque<>();
	private int depth;
	private int statementSource;
	private int statementColumn;

	Layout(IParseResult result) {
		text = result.getRootNode().getText();
		newline = 2 * text.split("\r\n", -1).length > text.split("\n", -1).length ? "\r\n" : "\n";
		lines = Pieces.lines(result);
	}

	/** @return the gaps that change, in the order of the text */
	List<Edit> edits() {
		lines.forEach(Spacing::apply);
		lines.forEach(this::indent);
		new Alignment(lines).apply();
		List<Edit> edits = new ArrayList<>();
		int end = 0;
		boolean first = true;
		Piece before = null;
		for (List<Piece> line : lines) {
			for (Piece p : line) {
				boolean breaks = p == line.getFirst();
				String gap = first ? "" : breaks ? newlines(before, p) + " ".repeat(p.column) : " ".repeat(p.gap);
				add(edits, end, p.offset, gap);
				end = p.end();
				before = p;
				first = false;
			}
		}
		add(edits, end, text.length(), lines.isEmpty() ? "" : "\n");
		return edits;
	}

	private static String newlines(Piece before, Piece p) {
		return p.breaks > 1 && !before.is("{") && !p.is("}") ? "\n\n" : "\n";
	}

	private void add(List<Edit> edits, int from, int to, String gap) {
		String replacement = gap.replace("\n", newline);
		if (!text.substring(from, to).equals(replacement)) {
			edits.add(new Edit(from, to - from, replacement));
		}
	}

	private void indent(List<Piece> line) {
		Piece first = line.getFirst();
		int closing = 0;
		while (closing < line.size() && line.get(closing).is(")]}")) {
			closing++;
		}
		boolean closesBlock = closing > 0 && !open.isEmpty() && open.peek();
		boolean inside = !open.isEmpty() && !open.peek();
		int base = INDENT * (closesBlock ? Math.max(0, depth - 1) : depth);
		if (first.startsStatement || closesBlock || !inside && (first.isComment() || statementColumn < 0)) {
			first.column = base;
		} else {
			int distance = first.sourceColumn - statementSource;
			first.column = statementColumn + (distance > 0 ? distance : CONTINUATION);
		}
		if (first.startsStatement) {
			statementSource = first.sourceColumn;
			statementColumn = first.column;
		}
		line.forEach(p -> bracket(p, line));
	}

	private void bracket(Piece p, List<Piece> line) {
		if (p.isComment()) {
			return;
		}
		if (p.is("([{")) {
			int i = line.indexOf(p) + 1;
			boolean ends = i == line.size() || line.get(i).isComment();
			open.push(ends);
			depth += ends ? 1 : 0;
		} else if (p.is(")]}") && !open.isEmpty()) {
			depth -= open.pop() ? 1 : 0;
		}
	}
}
