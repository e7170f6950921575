// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.references;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.search.ui.NewSearchUI;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.editor.Editors;

/** Finds all uses of what the cursor is on. */
public final class ReferencesHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Editors.active(event).ifPresent(active -> active.model().ifPresent(model -> active.word().ifPresent(word -> {
			try {
				String name = active.document().get(word.getOffset(), word.getLength());
				NewSearchUI.runQueryInBackground(new ReferenceQuery(model, model.position(word.getOffset()), name));
			} catch (BadLocationException e) {
				ErgodeUi.log("cannot search", e);
			}
		})));
		return null;
	}
}
