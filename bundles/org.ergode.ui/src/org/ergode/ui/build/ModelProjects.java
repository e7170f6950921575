// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.build;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.ergode.dsl.ide.FileChecks;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.ProblemMarkers;
import org.ergode.ui.language.Uris;
import org.ergode.ui.preferences.RunPreferences;

/**
 * Gives the nature to projects that have models, builds those that need others which come or go, all when other folders are allowed,
 * and takes the markers over when an editor closes.
 */
public final class ModelProjects implements IResourceChangeListener {
	private ModelProjects() {
	}

	/** Once, when the workbench has started. */
	public static void follow() {
		ModelProjects follower = new ModelProjects();
		ResourcesPlugin.getWorkspace().addResourceChangeListener(follower, IResourceChangeEvent.POST_CHANGE);
		RunPreferences.onAllowed(() -> later(ResourcesPlugin.getWorkspace().getRoot(), monitor -> build(project -> true, monitor)));
		LanguageService.get().models().onClose(uri -> Uris.file(uri).ifPresent(ModelProjects::takeOver));
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			later(project.getWorkspace().getRoot(), monitor -> offer(project, monitor));
		}
	}

	@Override
	public void resourceChanged(IResourceChangeEvent event) {
		Set<IProject> withNewModels = new LinkedHashSet<>();
		try {
			event.getDelta().accept(delta -> visit(delta, withNewModels));
		} catch (CoreException e) {
			ErgodeUi.log("cannot follow the workspace", e);
		}
		withNewModels.forEach(project -> later(project.getWorkspace().getRoot(), monitor -> offer(project, monitor)));
		for (IResourceDelta delta : event.getDelta().getAffectedChildren()) {
			if (delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.OPEN) != 0) {
				IProject other = (IProject) delta.getResource();
				Path place = other.getLocation() == null ? null : ModelFiles.path(other);
				later(other.getWorkspace().getRoot(), monitor -> build(project -> !project.equals(other) && ModelBuilder.mayNeed(project, place), monitor));
			}
		}
	}

	private static void build(Predicate<IProject> which, IProgressMonitor monitor) throws CoreException {
		for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
			if (ErgodeNature.isOf(project) && which.test(project)) {
				project.build(IncrementalProjectBuilder.FULL_BUILD, ErgodeNature.BUILDER, Map.of(), monitor);
			}
		}
	}

	private static boolean visit(IResourceDelta delta, Set<IProject> withNewModels) {
		if (delta.getKind() == IResourceDelta.ADDED && ModelFiles.isModel(delta.getResource())
				|| delta.getResource() instanceof IProject && (delta.getFlags() & IResourceDelta.OPEN) != 0) {
			withNewModels.add(delta.getResource().getProject());
		}
		return true;
	}

	private static void offer(IProject project, IProgressMonitor monitor) throws CoreException {
		if (ErgodeNature.isWelcome(project) && !ModelFiles.of(project).isEmpty()) {
			ErgodeNature.add(project, monitor);
		}
	}

	/** The text on disk counts again: what was typed and not saved is gone. */
	private static void takeOver(IFile model) {
		later(model.getProject(), monitor -> {
			if (!model.exists()) {
				return;
			}
			if (ErgodeNature.isOf(model.getProject())) {
				ModelFiles.check(FileChecks.in(ModelFiles.path(model.getProject()), RunPreferences.allowed()), model, monitor::isCanceled, monitor);
			} else {
				ProblemMarkers.clear(model);
			}
		});
	}

	static void later(ISchedulingRule rule, ICoreRunnable work) {
		WorkspaceJob job = new WorkspaceJob(Messages.build_checking) {
			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				work.run(monitor);
				return Status.OK_STATUS;
			}
		};
		job.setRule(rule);
		job.setSystem(true);
		job.schedule();
	}
}
