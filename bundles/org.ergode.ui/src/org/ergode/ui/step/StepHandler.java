// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.launch.ExperimentShortcut;

/** Begins to step through an experiment: the one that is named, or else the one under the cursor. */
public final class StepHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		IEditorPart editor = HandlerUtil.getActiveEditor(event);
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindow(event).getActivePage();
		if (editor != null) {
			ExperimentShortcut.withExperiment(editor, event.getParameter(ErgodeUi.ID + ".step.experiment"), (file, experiment) -> {
				show(page);
				Stepping.get().start(file, experiment);
			});
		}
		return null;
	}

	private static void show(IWorkbenchPage page) {
		try {
			page.showView(ErgodeUi.STEPPER_VIEW);
		} catch (PartInitException e) {
			ErgodeUi.log("cannot show the Stepper", e);
		}
	}
}
