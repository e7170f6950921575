// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.application;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.runtime.IPath;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.ergode.ui.ErgodeUi;

/** Opens files that are dropped on the editor area from outside. */
final class FileDropListener extends DropTargetAdapter {
	private final IWorkbenchWindow window;

	FileDropListener(IWorkbenchWindow window) {
		this.window = window;
	}

	@Override
	public void dragEnter(DropTargetEvent event) {
		event.detail = DND.DROP_COPY;
	}

	@Override
	public void drop(DropTargetEvent event) {
		if (!(event.data instanceof String[] paths) || window.getActivePage() == null) {
			return;
		}
		for (String path : paths) {
			IFileStore store = EFS.getLocalFileSystem().getStore(IPath.fromOSString(path));
			try {
				IDE.openEditorOnFileStore(window.getActivePage(), store);
			} catch (PartInitException e) {
				ErgodeUi.log("cannot open " + path, e);
			}
		}
	}
}
