// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.handlers.HandlerUtil;
import org.ergode.ui.editor.Editors;

/** F1: what the reference says of the word at the cursor of a model; elsewhere the handbook as it was left. */
public final class ExplainHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		boolean inEditor = HandlerUtil.getActivePart(event) == HandlerUtil.getActiveEditor(event);
		Optional<Editors.Active> active = inEditor ? Editors.active(event).filter(editor -> editor.model().isPresent()) : Optional.empty();
		HandbookView.open(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage()).ifPresent(view -> active.ifPresent(editor -> {
			IRegion word = editor.word().orElse(null);
			if (word != null) {
				view.explain(editor.document().get(), word.getOffset(), word.getOffset() + word.getLength());
			}
		}));
		return null;
	}
}
