// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.language;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.ILock;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Diagnostic;
import org.ergode.ui.ErgodeUi;

/** Writes the problems of a model onto its file, in one change of the workspace. Safe to call from any thread but the UI's. */
public final class ProblemMarkers {
	/** The platform's kind of lock, since it knows that whoever writes may hold the workspace's. */
	private static final ILock WRITING = Job.getJobManager().newLock();

	private ProblemMarkers() {
	}

	/** @param document the text that the problems are about */
	public static void replace(IFile file, List<Diagnostic> problems, IDocument document, IProgressMonitor monitor) throws CoreException {
		WRITING.acquire();
		try {
			file.getWorkspace().run(ignored -> {
				clear(file);
				for (Diagnostic problem : problems) {
					file.createMarker(ErgodeUi.PROBLEM_MARKER, ServerMarkers.attributes(problem, document));
				}
			}, null, IWorkspace.AVOID_UPDATE, monitor);
		} finally {
			WRITING.release();
		}
	}

	/** Takes all away that was said of a file, or of a project. */
	public static void clear(IResource resource) throws CoreException {
		resource.deleteMarkers(ErgodeUi.PROBLEM_MARKER, true, IResource.DEPTH_INFINITE);
	}
}
