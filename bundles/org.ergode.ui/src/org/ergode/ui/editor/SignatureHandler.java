// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Shows the parameters of the call that the cursor is in. */
public final class SignatureHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Editors.active(event).flatMap(active -> SignatureHelper.of(active.editor())).ifPresent(SignatureHelper::show);
		return null;
	}
}
