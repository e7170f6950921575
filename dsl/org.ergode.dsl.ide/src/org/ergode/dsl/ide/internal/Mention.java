// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.names.Meaning;

/**
 * A name in a text.
 *
 * @param meaning null if the name is unknown
 * @param declares whether the name is given here
 * @param at the object whose name it is
 */
record Mention(int offset, int length, String name, Meaning meaning, boolean declares, EObject at) {
	boolean covers(int place) {
		return offset <= place && place <= offset + length;
	}

	/** @return what both mentions must have in common to be one thing: its declaration, or the meaning itself */
	Object target() {
		return meaning instanceof Meaning.Declared d ? d.element() : meaning;
	}
}
