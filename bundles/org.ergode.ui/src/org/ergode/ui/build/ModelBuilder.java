// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.build;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

/** Checks the models that changed, and those that import them or read data that changed, also of other projects. */
public final class ModelBuilder extends IncrementalProjectBuilder {
	/** What models of each project need outside of it, as of the last build; projects that were not built in this session are missing. */
	private static final Map<IProject, Set<Path>> OUTSIDE = new ConcurrentHashMap<>();

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
				readNeeds(checks);
				check(checks, concerned(Changes.in(delta)), monitor);
			}
		} catch (CancellationException e) {
			if (delta == null) {
				forgetLastBuiltState();
			} else {
				rememberLastBuiltState();
			}
			throw new OperationCanceledException();
		}
		Path own = ModelFiles.path(getProject());
		OUTSIDE.put(getProject(), needs.values().stream().flatMap(Set::stream).filter(p -> !p.startsWith(own)).collect(Collectors.toSet()));
		return others().toArray(IProject[]::new);
	}

	/** Whether models of a project may need something of another one that comes or goes; the platform does not tell the builder of that. @param place null if it is not known any more */
	static boolean mayNeed(IProject project, Path place) {
		Set<Path> outside = OUTSIDE.get(project);
		return outside == null || outside.stream().anyMatch(p -> place == null || p.startsWith(place));
	}

	/** What each model hangs on, at the first build of this session. */
	private void readNeeds(FileChecks checks) throws CoreException {
		if (needs == null) {
			needs = new HashMap<>();
			for (IFile model : ModelFiles.of(getProject())) {
				needs.put(model, checks.needs(ModelFiles.path(model)));
			}
		}
	}

	/** The other projects in which files lie that models of this one need: the platform tells their changes at the next build. */
	private Set<IProject> others() {
		Set<IProject> others = new LinkedHashSet<>();
		for (IProject project : getProject().getWorkspace().getRoot().getProjects()) {
			boolean needed = project.isAccessible() && !project.equals(getProject()) && project.getLocation() != null
					&& needs.values().stream().flatMap(Set::stream).anyMatch(p -> p.startsWith(ModelFiles.path(project)));
			if (needed) {
				others.add(project);
			}
		}
		return others;
	}

	private Set<IFile> concerned(Changes changes) throws CoreException {
		Set<Path> places = new LinkedHashSet<>(changes.places());
		Set<Path> unknown = new LinkedHashSet<>();
		for (IProject other : others()) {
			IResourceDelta delta = getDelta(other);
			if (delta == null) {
				unknown.add(ModelFiles.path(other)); // needed only since the last build
			} else {
				places.addAll(Changes.in(delta).places());
			}
		}
		needs.keySet().removeIf(model -> !model.exists());
		Set<IFile> concerned = new LinkedHashSet<>(changes.models());
		needs.forEach((model, needed) -> {
			if (needed.stream().anyMatch(p -> places.contains(p) || unknown.stream().anyMatch(p::startsWith))) {
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
