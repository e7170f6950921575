// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.names;

import org.eclipse.emf.ecore.EObject;

/**
 * A name in a text and what it means there.
 *
 * @param object that the name belongs to
 * @param offset of the name in its text, from 0; of one segment if it is qualified
 * @param length in characters
 * @param name as written
 * @param isDeclaration whether the name is given here, not used
 */
public record Occurrence(EObject object, int offset, int length, String name, Meaning meaning, boolean isDeclaration) {
	public boolean covers(int position) {
		return position >= offset && position <= offset + length;
	}
}
