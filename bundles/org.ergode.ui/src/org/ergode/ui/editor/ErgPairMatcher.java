// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Marks the bracket that belongs to the one at the cursor. */
public final class ErgPairMatcher extends DefaultCharacterPairMatcher {
	public ErgPairMatcher() {
		super(new char[] {'(', ')', '[', ']', '{', '}'});
	}
}
