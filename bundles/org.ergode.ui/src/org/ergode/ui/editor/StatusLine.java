// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** A word to the user that needs no answer. Call on the UI thread. */
final class StatusLine {
	private StatusLine() {
	}

	static void tell(String message) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		IEditorPart editor = page == null ? null : page.getActiveEditor();
		if (editor != null) {
			editor.getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(message);
			window.getShell().getDisplay().beep();
		}
	}
}
