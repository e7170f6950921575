// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.ergode.ui.UiThread;

/** Opens the quick outline of the active model. */
public final class QuickOutlineHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Editors.active(event).ifPresent(active -> active.model()
				.ifPresent(model -> Symbols.of(model).thenAccept(symbols -> UiThread.run(() -> new QuickOutline(active.editor(), active.document(), symbols).open()))));
		return null;
	}
}
