// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.session;

import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** Brings a view up to date with the latest run: on the UI thread, thirty times a second at most, and once after the last change. */
public final class RunUpdates {
	private static final long INTERVAL = 34;

	private final Throttle throttle;
	private final Runnable listener;

	private RunUpdates(Control control, Runnable update) {
		Display display = control.getDisplay();
		throttle = new Throttle(INTERVAL, () -> System.nanoTime() / 1_000_000, (pause, work) -> schedule(display, pause, work), () -> {
			if (!control.isDisposed()) {
				update.run();
			}
		});
		listener = throttle::request;
	}

	/** @param control of the view; updates end with it */
	public static RunUpdates of(Control control, Runnable update) {
		RunUpdates updates = new RunUpdates(control, update);
		RunSessions.get().addListener(updates.listener);
		return updates;
	}

	public void stop() {
		RunSessions.get().removeListener(listener);
	}

	private static void schedule(Display display, long pause, Runnable work) {
		if (display.isDisposed()) {
			return;
		}
		display.asyncExec(() -> {
			if (pause > 0) {
				display.timerExec((int) pause, work);
			} else {
				work.run();
			}
		});
	}
}
