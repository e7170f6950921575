// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.xtext.nodemodel.INode;

/** What a selection grows to: a token, the expressions around it, the statement, the element, the file. */
final class Selections {
	private Selections() {
	}

	/** @return one chain a position, from the innermost outwards */
	static List<SelectionRange> at(Analysis a, List<Position> positions) {
		return positions.stream().map(p -> at(a, a.lines().offset(p))).toList();
	}

	private static SelectionRange at(Analysis a, int offset) {
		List<INode> around = new ArrayList<>();
		int end = -1;
		int begin = -1;
		for (INode n = a.leaf(offset) != null ? a.leaf(offset) : a.leaf(offset - 1); n != null; n = n.getParent()) {
			if (n.getOffset() != begin || n.getLength() != end) {
				around.add(n);
			}
			begin = n.getOffset();
			end = n.getLength();
		}
		SelectionRange chain = new SelectionRange(a.lines().range(0, a.lines().text().length()), null);
		for (INode n : around.reversed()) {
			if (n.getParent() != null) {
				chain = new SelectionRange(a.lines().range(n.getOffset(), n.getLength()), chain);
			}
		}
		return chain;
	}
}
