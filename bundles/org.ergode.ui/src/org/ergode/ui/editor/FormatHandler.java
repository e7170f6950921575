// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.ergode.ui.UiThread;

/** Lays out the whole model in the house style. */
public final class FormatHandler extends AbstractHandler {
	private static final FormattingOptions STYLE = new FormattingOptions(2, true);

	@Override
	public Object execute(ExecutionEvent event) {
		Editors.active(event).filter(Editors.Active::isEditable).ifPresent(active -> active.model().ifPresent(model -> {
			String text = active.document().get();
			model.ask((server, id) -> server.formatting(new DocumentFormattingParams(id, STYLE))).thenAccept(edits -> UiThread.run(() -> {
				if (active.isStill(text) && edits != null) {
					Edits.apply(active.document(), edits);
				}
			}));
		}));
		return null;
	}
}
