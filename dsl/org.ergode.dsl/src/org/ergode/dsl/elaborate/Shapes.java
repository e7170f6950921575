// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.TensorType;
import org.ergode.engine.quantity.Shape;

/** Shapes as declared, refused by name before anything that big is allocated. */
final class Shapes {
	/** Entries of one tensor: a gigabyte of doubles. */
	static final long LARGEST = 1L << 27;

	private Shapes() {
	}

	static boolean fits(Session session, long entries, EObject at) {
		if (entries <= LARGEST) {
			return true;
		}
		session.error(Issues.SHAPE_TOO_BIG, at, null, Messages.quote(Sources.shortText(at)), entries, LARGEST);
		return false;
	}

	/** @return null if it is no legal shape */
	static Shape of(Session session, TensorType type, ExpressionElaborator expressions) {
		int n = type.getShape().size();
		if (n > 2) {
			session.errorAt(Issues.WRONG_VALUE, type, "shape", 2, java.util.List.of(), "the shape of " + Messages.quote(Sources.shortText(type)),
					n + " numbers", "rows, or rows and columns; a bigger one is written as their product");
			return null;
		}
		int[] sizes = {1, 1};
		for (int i = 0; i < n; i++) {
			Expression e = type.getShape().get(i);
			Integer size = expressions.count(e, "a size");
			if (size == null) {
				return null;
			}
			sizes[i] = size;
		}
		return fits(session, (long) sizes[0] * sizes[1], type) ? new Shape(sizes[0], sizes[1]) : null;
	}
}
