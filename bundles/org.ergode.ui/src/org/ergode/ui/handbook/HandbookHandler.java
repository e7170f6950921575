// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Help > Handbook. */
public final class HandbookHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		HandbookView.open(HandlerUtil.getActiveWorkbenchWindow(event).getActivePage());
		return null;
	}
}
