// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.List;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.ergode.dsl.formatting2.ErgFormat;

/** Formatting as edits of the gaps that change. */
final class Edits {
	private Edits() {
	}

	/** @param within only edits inside it; null for all */
	static List<TextEdit> format(Analysis a, Range within) {
		int from = within == null ? 0 : a.lines().offset(within.getStart());
		int to = within == null ? Integer.MAX_VALUE : a.lines().offset(within.getEnd());
		return ErgFormat.edits(a.resource().getParseResult()).stream().filter(e -> e.offset() >= from && e.offset() + e.length() <= to)
				.map(e -> new TextEdit(a.lines().range(e.offset(), e.length()), e.replacement())).toList();
	}
}
