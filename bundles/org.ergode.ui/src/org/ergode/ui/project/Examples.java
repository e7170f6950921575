// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.ergode.run.Catalog;
import org.ergode.run.RunProblem;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.unit.Example;

/** The examples of all units as a project of the workspace. */
public final class Examples {
	public static final String PROJECT = "Examples";

	private Examples() {
	}

	/**
	 * Makes the project, if there is none, and puts in the examples that it does not have; what the user changed stays.
	 *
	 * @param then called with the project, in the job
	 */
	public static void create(String name, Consumer<IProject> then) {
		Projects.inBackground(monitor -> then.accept(fill(name, monitor)));
	}

	private static IProject fill(String name, IProgressMonitor monitor) throws CoreException {
		IProject project = Projects.open(name);
		Collection<Example> examples = Catalog.examples();
		SubMonitor progress = SubMonitor.convert(monitor, Messages.examples_job, examples.size());
		Path folder = project.getLocation().toPath();
		for (Example example : examples) {
			progress.subTask(example.title());
			if (!file(project, example.name()).getLocation().toFile().exists()) {
				copy(example, folder);
			}
			progress.worked(1);
		}
		project.refreshLocal(IResource.DEPTH_INFINITE, null);
		return project;
	}

	private static void copy(Example example, Path folder) throws CoreException {
		try {
			Catalog.copyExample(example.name(), folder);
		} catch (RunProblem e) {
			throw new CoreException(ErgodeUi.error(e.getMessage(), e));
		}
	}

	public static IFile file(IProject project, String example) {
		return project.getFile(example + "." + ErgodeUi.FILE_EXTENSION);
	}
}
