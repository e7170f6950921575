// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.UiThread;
import org.ergode.ui.session.RunSession;

/** Brings what a run shows into sight, where another view stands before it; the keyboard stays where it is. Call on any thread. */
final class ResultViews {
	private ResultViews() {
	}

	/** The run has begun: its plots, or what the check of a gradient finds. */
	static void began(RunSession session) {
		UiThread.run(() -> show(session.isOfGradients() ? ErgodeUi.CLAIMS_VIEW : ErgodeUi.PLOTS_VIEW));
	}

	/** The run has ended: which claims were missed. That all are met, the plots say. */
	static void ended(RunSession session) {
		if (session.missed() > 0) {
			UiThread.run(() -> show(ErgodeUi.CLAIMS_VIEW));
		}
	}

	private static void show(String view) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		if (page != null) {
			try {
				page.showView(view, null, IWorkbenchPage.VIEW_VISIBLE);
			} catch (PartInitException e) {
				ErgodeUi.log("cannot show " + view, e);
			}
		}
	}
}
