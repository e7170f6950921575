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

/** What a launch configuration remembers: the model's file and the experiment. */
final class ExperimentConfiguration {
	static final String MODEL = ErgodeUi.ID + ".launch.model";
	static final String EXPERIMENT = ErgodeUi.ID + ".launch.experiment";
	static final String SEED = ErgodeUi.ID + ".launch.seed";

	private ExperimentConfiguration() {
	}

	/** @return the one that runs this experiment; made and saved if there is none yet */
	static ILaunchConfiguration of(IFile model, String experiment) throws CoreException {
		ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
		ILaunchConfigurationType type = manager.getLaunchConfigurationType(ErgodeUi.LAUNCH_TYPE);
		String path = model.getFullPath().toPortableString();
		for (ILaunchConfiguration known : manager.getLaunchConfigurations(type)) {
			if (known.getAttribute(MODEL, "").equals(path) && known.getAttribute(EXPERIMENT, "").equals(experiment) && known.getAttribute(SEED, "").isEmpty()) {
				return known;
			}
		}
		String name = model.getFullPath().removeFileExtension().lastSegment() + (experiment.isEmpty() ? "" : " - " + experiment);
		ILaunchConfigurationWorkingCopy copy = type.newInstance(null, manager.generateLaunchConfigurationName(name));
		copy.setAttribute(MODEL, path);
		copy.setAttribute(EXPERIMENT, experiment);
		copy.setMappedResources(new IResource[] {model});
		return copy.doSave();
	}

	/** @return the model's file, which may not exist any more */
	static IFile model(ILaunchConfiguration configuration) throws CoreException {
		String path = configuration.getAttribute(MODEL, "");
		return path.isEmpty() ? null : ResourcesPlugin.getWorkspace().getRoot().getFile(IPath.fromPortableString(path));
	}
}
