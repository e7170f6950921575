// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import org.ergode.dsl.ir.Expr;

/**
 * How large expressions are when they are written out. A name or a function that is used twice in the next one, and so on, doubles
 * what it stands for each time: thirty such lines would take all memory, so they are measured, each part once, before they are copied.
 */
final class Extents {
	private static final double MOST_PARTS = 20_000;
	private static final int DEEPEST = 2500;

	/** @param parts as a tree; @param depth of the tree */
	private record Extent(double parts, int depth) {
	}

	private final Map<Expr, Extent> known = new IdentityHashMap<>();

	/** @return whether an expression may be used in others */
	boolean fits(Expr e) {
		Extent extent = of(e);
		return extent.parts <= MOST_PARTS && extent.depth <= DEEPEST;
	}

	private Extent of(Expr e) {
		Deque<Expr> open = new ArrayDeque<>();
		open.push(e);
		while (!open.isEmpty()) { // no recursion, since it may be deep
			Expr x = open.peek();
			if (known.containsKey(x)) {
				open.pop();
				continue;
			}
			double parts = 1;
			int depth = 0;
			boolean ready = true;
			for (Expr c : IrTree.children(x)) {
				Extent inner = known.get(c);
				if (inner == null) {
					open.push(c);
					ready = false;
				} else {
					parts += inner.parts;
					depth = Math.max(depth, inner.depth);
				}
			}
			if (ready) {
				known.put(x, new Extent(parts, depth + 1));
				open.pop();
			}
		}
		return known.get(e);
	}
}
