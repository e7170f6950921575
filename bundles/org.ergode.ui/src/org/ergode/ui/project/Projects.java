// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.ergode.ui.Messages;
import org.ergode.ui.build.ErgodeNature;

/** Projects of the workspace that Ergode itself fills. */
public final class Projects {
	private Projects() {
	}

	/** Does work on projects in a job of its own, which holds the workspace. */
	public static void inBackground(ICoreRunnable work) {
		WorkspaceJob job = new WorkspaceJob(Messages.examples_job) {
			@Override
			public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
				work.run(monitor);
				return Status.OK_STATUS;
			}
		};
		job.setRule(ResourcesPlugin.getWorkspace().getRoot());
		job.setUser(true);
		job.schedule();
	}

	/** @return the project of this name, open; made if there was none */
	public static IProject open(String name) throws CoreException {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
		if (!project.exists()) {
			IProjectDescription description = project.getWorkspace().newProjectDescription(name);
			ErgodeNature.addTo(description);
			project.create(description, null);
		}
		project.open(null);
		return project;
	}
}
