// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.List;

/** Puts {@code //} before lines, or takes it away when each of them has it already. */
final class ToggleComment {
	private static final String MARK = "//";

	private ToggleComment() {
	}

	/** @return the lines, with or without the mark; blank lines stay as they are */
	static List<String> toggle(List<String> lines) {
		boolean commented = lines.stream().filter(l -> !l.isBlank()).allMatch(l -> l.stripLeading().startsWith(MARK));
		int indent = lines.stream().filter(l -> !l.isBlank()).mapToInt(ToggleComment::indent).min().orElse(0);
		return lines.stream().map(l -> l.isBlank() ? l : commented ? without(l) : l.substring(0, indent) + MARK + " " + l.substring(indent)).toList();
	}

	private static int indent(String line) {
		return line.length() - line.stripLeading().length();
	}

	private static String without(String line) {
		int mark = line.indexOf(MARK);
		int after = mark + MARK.length();
		boolean blank = after < line.length() && line.charAt(after) == ' ';
		return line.substring(0, mark) + line.substring(blank ? after + 1 : after);
	}
}
