// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.Arrays;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.ergode.dsl.ir.Source;

/** A text, with the protocol's positions: lines and UTF-16 columns from 0. Immutable. */
record Lines(String text, int[] starts) {
	static Lines of(String text) {
		int[] starts = new int[16];
		int n = 1;
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) == '\n') {
				if (n == starts.length) {
					starts = Arrays.copyOf(starts, 2 * n);
				}
				starts[n++] = i + 1;
			}
		}
		return new Lines(text, Arrays.copyOf(starts, n));
	}

	int line(int offset) {
		int i = Arrays.binarySearch(starts, offset);
		return i >= 0 ? i : -i - 2;
	}

	Position position(int offset) {
		int at = Math.clamp(offset, 0, text.length());
		int line = line(at);
		return new Position(line, at - starts[line]);
	}

	/** A position beyond its line is taken at the line's end. */
	int offset(Position p) {
		if (p.getLine() >= starts.length) {
			return text.length();
		}
		return Math.min(starts[Math.max(0, p.getLine())] + Math.max(0, p.getCharacter()), end(p.getLine()));
	}

	/** @return the offset of a line's end, before what breaks it */
	int end(int line) {
		return line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
	}

	boolean isBlank(int from, int to) {
		return text.substring(from, Math.max(from, to)).isBlank();
	}

	Range range(int offset, int length) {
		return new Range(position(offset), position(offset + length));
	}

	Range range(Source s) {
		return range(s.offset(), s.length());
	}

	Lines replace(Range range, String replacement) {
		int from = offset(range.getStart());
		return of(text.substring(0, from) + replacement + text.substring(Math.max(from, offset(range.getEnd()))));
	}
}
