// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.build;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.Document;
import org.ergode.dsl.ide.FileChecks;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.ProblemMarkers;
import org.ergode.ui.language.Uris;

/** The models of a project as they lie on disk. */
final class ModelFiles {
	private ModelFiles() {
	}

	/** What a run has written is no model of the user's. */
	static boolean isModel(IResource resource) {
		return resource instanceof IFile file && ErgodeUi.isModel(file) && file.getLocation() != null && !file.isDerived(IResource.CHECK_ANCESTORS);
	}

	static Set<IFile> of(IProject project) throws CoreException {
		Set<IFile> models = new LinkedHashSet<>();
		project.accept(resource -> {
			if (isModel(resource)) {
				models.add((IFile) resource);
			}
			return !resource.isDerived();
		});
		return models;
	}

	static Path path(IResource resource) {
		return resource.getLocation().toPath();
	}

	/**
	 * Checks a model and writes its markers, unless an editor has it open, whose the markers then are.
	 *
	 * @return the files on which the answer hangs
	 * @throws CancellationException if it was cancelled
	 */
	static Set<Path> check(FileChecks checks, IFile model, BooleanSupplier cancelled, IProgressMonitor monitor) throws CoreException {
		if (isOpen(model)) {
			return checks.needs(path(model));
		}
		FileChecks.Report report = checks.check(path(model), cancelled);
		if (model.exists() && !isOpen(model)) {
			ProblemMarkers.replace(model, report.diagnostics(), new Document(model.readString()), monitor);
		}
		return report.needs();
	}

	private static boolean isOpen(IFile model) {
		return LanguageService.get().models().isOpen(Uris.of(model));
	}
}
