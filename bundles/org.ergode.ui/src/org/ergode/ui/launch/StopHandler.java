// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.IEvaluationService;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.UiThread;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSessions;

/** Stops what runs. Enabled while something does. */
public final class StopHandler extends AbstractHandler {
	private final Runnable listener = this::follow;
	private boolean shown;

	public StopHandler() {
		RunSessions.get().addListener(listener);
		setBaseEnabled(false);
	}

	/** Told of every step of every run: asks for the UI thread only when the answer has changed. */
	private synchronized void follow() {
		boolean running = !RunSessions.get().running().isEmpty();
		if (running != shown) {
			shown = running;
			UiThread.run(this::show);
		}
	}

	/** The tool bar looks again only when it is told to. */
	private void show() {
		setBaseEnabled(!RunSessions.get().running().isEmpty());
		PlatformUI.getWorkbench().getService(IEvaluationService.class).requestEvaluation(ErgodeUi.ID + ".running");
	}

	@Override
	public void dispose() {
		RunSessions.get().removeListener(listener);
		super.dispose();
	}

	@Override
	public Object execute(ExecutionEvent event) {
		RunSessions.get().running().forEach(RunSession::cancel);
		return null;
	}
}
