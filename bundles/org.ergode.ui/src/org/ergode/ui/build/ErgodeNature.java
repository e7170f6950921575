// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.build;

import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.core.resources.ICommand;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IProjectNature;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.QualifiedName;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.language.ProblemMarkers;

/** A project whose models are checked by the builder. */
public final class ErgodeNature implements IProjectNature {
	public static final String ID = ErgodeUi.ID + ".nature";
	static final String BUILDER = ErgodeUi.ID + ".builder";
	/** Kept in the workspace: the user does not want the nature, so a new model does not bring it back. */
	private static final QualifiedName DECLINED = new QualifiedName(ErgodeUi.ID, "natureDeclined");

	private IProject project;

	@Override
	public void configure() throws CoreException {
		IProjectDescription description = project.getDescription();
		if (Arrays.stream(description.getBuildSpec()).noneMatch(command -> command.getBuilderName().equals(BUILDER))) {
			ICommand command = description.newCommand();
			command.setBuilderName(BUILDER);
			description.setBuildSpec(Stream.concat(Arrays.stream(description.getBuildSpec()), Stream.of(command)).toArray(ICommand[]::new));
			project.setDescription(description, null);
		}
	}

	@Override
	public void deconfigure() throws CoreException {
		IProjectDescription description = project.getDescription();
		description.setBuildSpec(Arrays.stream(description.getBuildSpec()).filter(command -> !command.getBuilderName().equals(BUILDER)).toArray(ICommand[]::new));
		project.setDescription(description, null);
		ProblemMarkers.clear(project);
	}

	@Override
	public IProject getProject() {
		return project;
	}

	@Override
	public void setProject(IProject configured) {
		project = configured;
	}

	/** For a project that is about to be made. */
	public static void addTo(IProjectDescription description) {
		if (!description.hasNature(ID)) {
			description.setNatureIds(Stream.concat(Arrays.stream(description.getNatureIds()), Stream.of(ID)).toArray(String[]::new));
		}
	}

	static boolean isOf(IProject project) throws CoreException {
		return project.isAccessible() && project.hasNature(ID);
	}

	/** Whether the nature may be added without a question. */
	static boolean isWelcome(IProject project) throws CoreException {
		return project.isAccessible() && !project.hasNature(ID) && project.getPersistentProperty(DECLINED) == null;
	}

	static void add(IProject project, IProgressMonitor monitor) throws CoreException {
		project.setPersistentProperty(DECLINED, null);
		IProjectDescription description = project.getDescription();
		addTo(description);
		project.setDescription(description, monitor);
	}

	static void remove(IProject project, IProgressMonitor monitor) throws CoreException {
		project.setPersistentProperty(DECLINED, Boolean.toString(true));
		IProjectDescription description = project.getDescription();
		description.setNatureIds(Arrays.stream(description.getNatureIds()).filter(id -> !id.equals(ID)).toArray(String[]::new));
		project.setDescription(description, monitor);
	}
}
