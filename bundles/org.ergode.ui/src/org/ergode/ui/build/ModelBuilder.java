// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.build;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.ergode.dsl.ide.FileChecks;
import org.ergode.ui.Messages;
import org.ergode.ui.language.ProblemMarkers;
import org.ergode.ui.preferences.RunPreferences;

/** Checks the models that changed, and those that import them or read data that changed. */
public final class ModelBuilder extends IncrementalProjectBuilder {
	/** The files on which each model hangs, by what was last read of it; null until the first build of this session. */
	private Map<IFile, Set<Path>> needs;

	@Override
	protected IProject[] build(int kind, Map<String, String> arguments, IProgressMonitor monitor) throws CoreException {
		if (getProject().getLocation() == null) {
			return null; // not on this machine
		}
		IResourceDelta delta = kind == FULL_BUILD ? null : getDelta(getProject());
		FileChecks checks = FileChecks.in(ModelFiles.path(getProject()), RunPreferences.allowed());
		try {
			if (delta == null) {
				needs = new HashMap<>();
				check(checks, ModelFiles.of(getProject()), monitor);
			} else {
				check(checks, concerned(checks, Changes.in(delta)), monitor);
			}
		} catch (CancellationException e) {
			if (delta == null) {
				forgetLastBuiltState();
			} else {
				rememberLastBuiltState();
			}
			throw new OperationCanceledException();
		}
		return null;
	}

	private Set<IFile> concerned(FileChecks checks, Changes changes) throws CoreException {
		if (changes.isEmpty()) {
			return Set.of();
		}
		if (needs == null) {
			needs = new HashMap<>();
			for (IFile model : ModelFiles.of(getProject())) {
				needs.put(model, checks.needs(ModelFiles.path(model)));
			}
		}
		needs.keySet().removeIf(model -> !model.exists());
		Set<IFile> concerned = new LinkedHashSet<>(changes.models());
		needs.forEach((model, needed) -> {
			if (needed.stream().anyMatch(changes.places()::contains)) {
				concerned.add(model);
			}
		});
		return concerned;
	}

	private void check(FileChecks checks, Collection<IFile> models, IProgressMonitor monitor) throws CoreException {
		SubMonitor progress = SubMonitor.convert(monitor, Messages.build_checking, models.size());
		for (IFile model : models) {
			if (progress.isCanceled() || isInterrupted()) {
				throw new CancellationException();
			}
			progress.subTask(Messages.bind(Messages.build_checkingModel, model.getName()));
			needs.put(model, ModelFiles.check(checks, model, () -> progress.isCanceled() || isInterrupted(), progress.newChild(1)));
		}
	}

	@Override
	protected void clean(IProgressMonitor monitor) throws CoreException {
		needs = null;
		ProblemMarkers.clear(getProject());
	}
}
