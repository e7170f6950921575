// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.ergode.doc.Handbook;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.UiThread;
import org.ergode.ui.project.Projects;

/** The models that the pages show, as files of a project, to be run and changed. */
final class HandbookModels {
	private static final String PROJECT = "Handbook";

	private HandbookModels() {
	}

	/** Opens a model; if it was opened before, as the user left it. @param index from 0 */
	static void open(IWorkbenchPage workbenchPage, String page, int index) {
		String name = page + (index == 0 ? "" : "-" + (index + 1)) + "." + ErgodeUi.FILE_EXTENSION;
		Projects.inBackground((monitor) -> {
			IFile file = Projects.open(PROJECT).getFile(name);
			if (!file.exists()) {
				file.create(Handbook.models(page).get(index).getBytes(StandardCharsets.UTF_8), true, false, monitor);
			}
			UiThread.run(() -> show(workbenchPage, file));
		});
	}

	private static void show(IWorkbenchPage workbenchPage, IFile file) {
		try {
			IDE.openEditor(workbenchPage, file, true);
		} catch (PartInitException e) {
			ErgodeUi.log("cannot open " + file, e);
		}
	}
}
