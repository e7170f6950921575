// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The experiments of a text, found by their braces alone, so at once and also while the text is not right. */
public final class Experiments {
	/**
	 * @param start offset of the word {@code experiment}
	 * @param end behind the closing brace, or the end of the text
	 */
	public record Found(String name, int start, int end) {
		boolean contains(int offset) {
			return start <= offset && offset <= end;
		}
	}

	private Experiments() {
	}

	public static List<Found> in(String text) {
		List<Found> found = new ArrayList<>();
		ErgLexer lexer = new ErgLexer(text);
		String name = null;
		int start = -1;
		int depth = 0;
		while (lexer.next() != ErgLexer.Kind.END) {
			boolean declares = lexer.kind() == ErgLexer.Kind.KEYWORD && depth == 0 && lexer.word().equals("experiment");
			if (declares) {
				start = lexer.start();
				name = null;
			} else if (start >= 0 && name == null && lexer.kind() == ErgLexer.Kind.DECLARATION) {
				name = lexer.word();
			} else if (lexer.kind() == ErgLexer.Kind.BRACKET && lexer.word().equals("{")) {
				depth++;
			} else if (lexer.kind() == ErgLexer.Kind.BRACKET && lexer.word().equals("}")) {
				depth = Math.max(0, depth - 1);
				if (depth == 0 && name != null) {
					found.add(new Found(name, start, lexer.end()));
					start = -1;
					name = null;
				}
			}
		}
		if (name != null) {
			found.add(new Found(name, start, text.length()));
		}
		return found;
	}

	/** @return the experiment around an offset; the only one if there is one */
	public static Optional<Found> at(String text, int offset) {
		List<Found> all = in(text);
		return all.size() == 1 ? Optional.of(all.getFirst()) : all.stream().filter(e -> e.contains(offset)).findFirst();
	}
}
