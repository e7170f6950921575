// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.ergode.doc.Handbook;
import org.ergode.run.Catalog;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.UiThread;
import org.ergode.ui.editor.Locations;
import org.ergode.ui.project.Examples;
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

	/**
	 * Opens a model that a unit ships, in the project of the examples as the user left it, or the text of a library.
	 *
	 * @param path in the source tree, as the reference has it
	 */
	static void openShipped(IWorkbenchPage workbenchPage, String path) {
		String inBundle = path.substring(path.indexOf("/src/") + "/src/".length()).replaceFirst("\\." + ErgodeUi.FILE_EXTENSION + "$", "");
		Optional<String> library = Catalog.libraryAddress(inBundle.replace('/', '.'));
		if (library.isPresent()) {
			Locations.open(new Location(library.get(), new Range(new Position(0, 0), new Position(0, 0))));
		} else {
			String example = inBundle.substring(inBundle.lastIndexOf('/') + 1);
			Examples.create(Examples.PROJECT, project -> UiThread.run(() -> show(workbenchPage, Examples.file(project, example))));
		}
	}

	private static void show(IWorkbenchPage workbenchPage, IFile file) {
		try {
			IDE.openEditor(workbenchPage, file, true);
		} catch (PartInitException e) {
			ErgodeUi.log("cannot open " + file, e);
		}
	}
}
