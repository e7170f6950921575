// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formatting2;

/** A visible token or a comment, with how it stood in the text. The layout decides {@link #gap} and {@link #column}. */
final class Piece {
	/** What the formatter needs to know of a token. */
	enum Kind { WORD, CALLABLE, OPERATOR, PREFIX, COMMENT }

	final String text;
	final Kind kind;
	final int offset;
	/** Line breaks before it. */
	final int breaks;
	/** Blanks before it on its line, tabs expanded. */
	final int sourceGap;
	final int sourceColumn;
	/** Whether a statement, an element or a row of a table begins here. */
	final boolean startsStatement;

	/** Blanks before it: first what the rules want, at last what the layout gives. */
	int gap;
	int column;

	Piece(String text, Kind kind, int offset, int breaks, int sourceGap, int sourceColumn, boolean startsStatement) {
		this.text = text;
		this.kind = kind;
		this.offset = offset;
		this.breaks = breaks;
		this.sourceGap = sourceGap;
		this.sourceColumn = sourceColumn;
		this.startsStatement = startsStatement;
	}

	int end() {
		return offset + text.length();
	}

	boolean is(String symbols) {
		return text.length() == 1 && symbols.indexOf(text.charAt(0)) >= 0;
	}

	boolean isComment() {
		return kind == Kind.COMMENT;
	}

	/** A gap that its author made wider than a blank, where one may be. */
	boolean isWide() {
		return sourceGap > 1 && gap > 0;
	}
}
