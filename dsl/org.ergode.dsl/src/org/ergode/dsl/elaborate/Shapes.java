// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.TensorType;
import org.ergode.engine.control.Memory;
import org.ergode.engine.quantity.Shape;

/** Sizes of tensors, refused by name before anything that big is allocated. */
final class Shapes {
	/** Entries of one tensor that is known while the text is checked: a gigabyte of doubles. */
	static final long LARGEST = 1L << 27;

	private Shapes() {
	}

	/** Of a tensor that is made while the text is checked. */
	static boolean fits(Session session, long entries, EObject at) {
		double most = Math.min(LARGEST, Memory.available() / 32);
		if (entries <= most) {
			return true;
		}
		session.error(Issues.SHAPE_TOO_BIG, at, null, Messages.quote(Sources.shortText(at)), entries, Math.round(most));
		return false;
	}

	/** Of a tensor that only a run will make. @param name as messages call it */
	static boolean fits(Session session, String name, Shape shape, EObject at) {
		double bytes = 8.0 * shape.size();
		MemoryNeeds.Need need = new MemoryNeeds.Need(name, MemoryNeeds.shape(shape), bytes, bytes, shape.size(), "make it smaller", Sources.of(at));
		if (MemoryNeeds.tooMuch(List.of(need), Memory.available()) == null) {
			return true;
		}
		refuse(session, at, need, bytes);
		return false;
	}

	/** @param all bytes of everything that is needed at once */
	static void refuse(Session session, EObject at, MemoryNeeds.Need need, double all) {
		double available = Memory.available();
		if (need.longest() > Memory.LONGEST && need.bytes() <= available) {
			session.error(Issues.MEMORY_ARRAY, at, null, need.name(), need.words(), Memory.LONGEST, need.instead());
		} else if (need.bytes() > available) {
			session.error(Issues.MEMORY, at, null, need.name(), need.words(), Memory.text(need.bytes()), Memory.text(available), need.instead(), Memory.wayOut());
		} else {
			session.error(Issues.MEMORY_ALL, at, null, "this experiment", Memory.text(all), need.name(), need.words(), Memory.text(need.held()), Memory.text(available), need.instead(),
					Memory.wayOut());
		}
	}

	/** @return null if it is no legal shape */
	static Shape of(Session session, TensorType type, ExpressionElaborator expressions) {
		int n = type.getShape().size();
		if (n > 2) {
			session.errorAt(Issues.WRONG_VALUE, type, "shape", 2, List.of(), "the shape of " + Messages.quote(Sources.shortText(type)),
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
		Shape shape = new Shape(sizes[0], sizes[1]);
		return fits(session, Session.name(type.eContainer()), shape, type) ? shape : null;
	}
}
