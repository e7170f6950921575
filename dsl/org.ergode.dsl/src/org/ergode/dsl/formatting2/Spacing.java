// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formatting2;

import java.util.List;
import java.util.Set;
import org.ergode.dsl.formatting2.Piece.Kind;

/**
 * How many blanks stand between two pieces on a line: none, one, or (for operators, where authors show by it what belongs
 * together) as written.
 */
final class Spacing {
	private static final Set<String> SPACED = Set.of("=", "~", "+=", "-=", "->", "+-", "±", "..", "<", "<=", ">", ">=", "!=");
	private static final Set<String> SYMMETRIC = Set.of("+", "-", "*", ".*", "./", ".^", "^", "|", "&");

	private Spacing() {
	}

	/** Sets the gaps of a line. */
	static void apply(List<Piece> line) {
		for (int i = 1; i < line.size(); i++) {
			line.get(i).gap = between(line.get(i - 1), line.get(i));
		}
		for (int i = 1; i + 1 < line.size(); i++) {
			Piece p = line.get(i);
			if (p.kind == Kind.OPERATOR && SYMMETRIC.contains(p.text) && line.get(i + 1).kind != Kind.COMMENT) {
				int both = Math.max(p.gap, line.get(i + 1).gap);
				p.gap = both;
				line.get(i + 1).gap = both;
			}
		}
	}

	private static int between(Piece a, Piece b) {
		if (a.isComment() || b.isComment()) {
			return 1;
		}
		if (b.is(",;)]'") || a.is("([") || a.kind == Kind.PREFIX) {
			return 0;
		}
		if (b.is(".") || a.is(".")) {
			return 0;
		}
		if (b.is("[")) {
			return 0;
		}
		if (b.is("(")) {
			return a.kind == Kind.CALLABLE ? 0 : SPACED.contains(a.text) || a.is(",;") ? 1 : asWritten(b);
		}
		if (SPACED.contains(a.text) || SPACED.contains(b.text) || a.is(",;:")) {
			return 1;
		}
		if (b.is("{") && !(a.is("{"))) {
			return 1;
		}
		boolean words = isWord(a) && isWord(b);
		return words || endsWord(a) && isWord(b) ? 1 : asWritten(b);
	}

	private static boolean isWord(Piece p) {
		return p.kind == Kind.WORD || p.kind == Kind.CALLABLE;
	}

	/** A closing bracket, a transpose or a per cent, after which a word begins something else. */
	private static boolean endsWord(Piece p) {
		return p.is(")]'%}");
	}

	private static int asWritten(Piece p) {
		return Math.min(1, p.sourceGap);
	}
}
