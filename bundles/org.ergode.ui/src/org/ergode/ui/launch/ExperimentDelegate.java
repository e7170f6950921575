// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import java.nio.file.Path;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.ergode.run.Model;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.preferences.RunPreferences;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSessions;

/** Launches an experiment: makes the request, and leaves the run to a job. */
public final class ExperimentDelegate extends LaunchConfigurationDelegate {
	@Override
	public void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor) throws CoreException {
		IFile file = ExperimentConfiguration.model(configuration);
		if (file == null || !file.exists()) {
			throw new CoreException(ErgodeUi.error(Messages.bind(Messages.launch_noModel, file == null ? "" : file.getFullPath()), null));
		}
		String experiment = configuration.getAttribute(ExperimentConfiguration.EXPERIMENT, "");
		String name = file.getFullPath().removeFileExtension().lastSegment();
		file.deleteMarkers(ErgodeUi.RUN_MARKER, true, IResource.DEPTH_ZERO);
		RunSession session = new RunSession(file, name, experiment, configuration.getAttribute(ExperimentConfiguration.GRADIENTS, false));
		ExperimentProcess process = new ExperimentProcess(launch, session);
		launch.addProcess(process);
		RunSessions.get().begin(session);
		ResultViews.began(session);
		new RunJob(session, process, () -> request(session, configuration.getAttribute(ExperimentConfiguration.SEED, ""))).schedule();
	}

	private static RunRequest request(RunSession session, String seed) throws RunProblem {
		IFile file = session.file();
		Model model = Model.load(file.getLocation().toPath());
		RunRequest request = RunRequest.of(Model.of(file.getName(), model.text(), model.folder().orElse(null)).allowing(RunPreferences.allowed(file)))
				.experiment(session.experiment()).threads(RunPreferences.threads());
		request = seed.isBlank() ? request : request.seed(Long.parseLong(seed.strip()));
		if (session.isOfGradients()) {
			return request.checkingGradients();
		}
		Path results = RunPreferences.results(file);
		return results == null ? request : request.out(results);
	}
}
