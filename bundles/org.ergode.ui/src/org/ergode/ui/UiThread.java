// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Ways onto the UI thread that do nothing once the workbench is closing. */
public final class UiThread {
	private UiThread() {
	}

	/** Soon; may be called from any thread. */
	public static void run(Runnable work) {
		if (PlatformUI.isWorkbenchRunning()) {
			Display display = PlatformUI.getWorkbench().getDisplay();
			if (!display.isDisposed()) {
				display.asyncExec(work);
			}
		}
	}

	/** After a pause; call on the UI thread. */
	public static void later(int milliseconds, Runnable work) {
		Display display = Display.getCurrent();
		display.timerExec(milliseconds, work);
	}
}
