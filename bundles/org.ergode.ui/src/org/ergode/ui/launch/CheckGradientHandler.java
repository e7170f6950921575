// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.ergode.ui.ErgodeUi;

/** Compares the gradients of the networks that an experiment trains with differences: of the one that is named, or else of the one under the cursor. */
public final class CheckGradientHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		IEditorPart editor = HandlerUtil.getActiveEditor(event);
		if (editor != null) {
			ExperimentShortcut.withExperiment(editor, event.getParameter(ErgodeUi.ID + ".checkGradient.experiment"), ExperimentShortcut::checkGradient);
		}
		return null;
	}
}
