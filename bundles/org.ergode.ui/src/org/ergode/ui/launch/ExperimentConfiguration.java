// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;

/** What a launch configuration remembers: the model's file and the experiment. */
final class ExperimentConfiguration {
	static final String MODEL = ErgodeUi.ID + ".launch.model";
	static final String EXPERIMENT = ErgodeUi.ID + ".launch.experiment";
	static final String SEED = ErgodeUi.ID + ".launch.seed";
	static final String GRADIENTS = ErgodeUi.ID + ".launch.gradients";

	private ExperimentConfiguration() {
	}

	/**
	 * @param gradients whether its gradients are checked instead
	 * @return the one that runs this experiment; made and saved if there is none yet
	 */
	static ILaunchConfiguration of(IFile model, String experiment, boolean gradients) throws CoreException {
		ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
		ILaunchConfigurationType type = manager.getLaunchConfigurationType(ErgodeUi.LAUNCH_TYPE);
		String path = model.getFullPath().toPortableString();
		for (ILaunchConfiguration known : manager.getLaunchConfigurations(type)) {
			if (known.getAttribute(MODEL, "").equals(path) && known.getAttribute(EXPERIMENT, "").equals(experiment) && known.getAttribute(SEED, "").isEmpty()
					&& known.getAttribute(GRADIENTS, false) == gradients) {
				return known;
			}
		}
		String run = model.getFullPath().removeFileExtension().lastSegment() + (experiment.isEmpty() ? "" : " - " + experiment);
		String name = gradients ? Messages.bind(Messages.launch_gradientOf, run) : run;
		ILaunchConfigurationWorkingCopy copy = type.newInstance(null, manager.generateLaunchConfigurationName(name));
		copy.setAttribute(MODEL, path);
		copy.setAttribute(EXPERIMENT, experiment);
		copy.setAttribute(GRADIENTS, gradients);
		copy.setMappedResources(new IResource[] {model});
		return copy.doSave();
	}

	/** @return the model's file, which may not exist any more */
	static IFile model(ILaunchConfiguration configuration) throws CoreException {
		String path = configuration.getAttribute(MODEL, "");
		return path.isEmpty() ? null : ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromPortableString(path));
	}
}
