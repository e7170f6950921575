// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** A word to the user that needs no answer. It stands until the next key or click. Call on the UI thread. */
final class StatusLine {
	private StatusLine() {
	}

	static void tell(String message) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		IEditorPart editor = page == null ? null : page.getActiveEditor();
		if (editor != null) {
			IStatusLineManager line = editor.getEditorSite().getActionBars().getStatusLineManager();
			line.setErrorMessage(message);
			Display display = window.getShell().getDisplay();
			display.beep();
			whenUserGoesOn(display, () -> line.setErrorMessage(null));
		}
	}

	private static void whenUserGoesOn(Display display, Runnable then) {
		Listener once = new Listener() {
			@Override
			public void handleEvent(Event event) {
				display.removeFilter(SWT.KeyDown, this);
				display.removeFilter(SWT.MouseDown, this);
				then.run();
			}
		};
		display.addFilter(SWT.KeyDown, once);
		display.addFilter(SWT.MouseDown, once);
	}
}
