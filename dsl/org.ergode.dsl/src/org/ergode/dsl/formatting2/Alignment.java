// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formatting2;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what the author aligned aligned. Pieces that stand at one column of neighbouring lines, one of them after more
 * than one blank, form a column; it moves as a whole to where its longest line needs it. A wide gap that is aligned with
 * nothing stays as wide as it is.
 *
 * <p>Formatting twice changes nothing: what the first pass leaves at one column is one column for the second, and its
 * place (the longest text before it, plus the narrowest gap) is where it already is.
 */
final class Alignment {
	private final List<List<Piece>> lines;
	private final Map<Piece, Piece> parents = new LinkedHashMap<>();
	private final Map<Piece, List<Piece>> lineOf = new LinkedHashMap<>();

	Alignment(List<List<Piece>> lines) {
		this.lines = lines;
	}

	/** Sets gaps and columns; each line's first piece has its column already. */
	void apply() {
		for (int i = 0; i < lines.size(); i++) {
			for (Piece p : lines.get(i)) {
				lineOf.put(p, lines.get(i));
			}
			if (i > 0 && lines.get(i).getFirst().breaks == 1) {
				join(lines.get(i - 1), lines.get(i));
			}
		}
		List<List<Piece>> columns = columns();
		columns.sort(Comparator.comparingInt(c -> c.getFirst().sourceColumn));
		for (List<Piece> column : columns) {
			place(column);
		}
		lines.forEach(Alignment::measure);
	}

	private void join(List<Piece> above, List<Piece> below) {
		for (Piece a : above.subList(1, above.size())) {
			for (Piece b : below.subList(1, below.size())) {
				if (a.sourceColumn == b.sourceColumn && a.gap > 0 && b.gap > 0 && (a.isWide() || b.isWide() || a.text.equals(b.text))) {
					parents.put(root(b), root(a));
				}
			}
		}
	}

	private Piece root(Piece p) {
		Piece parent = parents.getOrDefault(p, p);
		return parent == p ? p : root(parent);
	}

	private List<List<Piece>> columns() {
		Map<Piece, List<Piece>> classes = new LinkedHashMap<>();
		for (List<Piece> line : lines) {
			for (Piece p : line.subList(1, line.size())) {
				classes.computeIfAbsent(root(p), k -> new ArrayList<>()).add(p);
			}
		}
		List<List<Piece>> columns = new ArrayList<>(classes.values());
		columns.removeIf(c -> c.stream().noneMatch(Piece::isWide));
		return columns;
	}

	private void place(List<Piece> column) {
		int narrowest = Integer.MAX_VALUE;
		int longest = 0;
		for (Piece p : column) {
			narrowest = Math.min(narrowest, Math.max(1, p.sourceGap));
			measure(lineOf.get(p));
			longest = Math.max(longest, p.column - p.gap);
		}
		for (Piece p : column) {
			p.gap = longest + narrowest - (p.column - p.gap);
		}
	}

	private static void measure(List<Piece> line) {
		for (int i = 1; i < line.size(); i++) {
			Piece before = line.get(i - 1);
			int newline = before.text.lastIndexOf('\n');
			line.get(i).column = (newline < 0 ? before.column + before.text.length() : before.text.length() - newline - 1) + line.get(i).gap;
		}
	}
}
