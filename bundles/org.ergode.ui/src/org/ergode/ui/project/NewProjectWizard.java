// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.dialogs.WizardNewProjectCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.build.ErgodeNature;

/** File > New > Ergode Project: a folder with one model that runs. */
public final class NewProjectWizard extends Wizard implements INewWizard {
	private IWorkbench workbench;
	private WizardNewProjectCreationPage page;

	@Override
	public void init(IWorkbench currentWorkbench, IStructuredSelection selection) {
		workbench = currentWorkbench;
		setWindowTitle(Messages.wizard_newProject);
		setNeedsProgressMonitor(true);
	}

	@Override
	public void addPages() {
		page = new WizardNewProjectCreationPage("project");
		page.setTitle(Messages.wizard_newProject);
		page.setDescription(Messages.wizard_newProjectDescription);
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IProject project = page.getProjectHandle();
		IProjectDescription description = project.getWorkspace().newProjectDescription(project.getName());
		description.setLocationURI(page.useDefaults() ? null : page.getLocationURI());
		ErgodeNature.addTo(description);
		IFile model = Examples.file(project, "model");
		try {
			getContainer().run(true, true, new WorkspaceModifyOperation() {
				@Override
				protected void execute(IProgressMonitor monitor) throws CoreException {
					project.create(description, monitor);
					project.open(monitor);
					model.write(Starter.text(project.getName()).getBytes(StandardCharsets.UTF_8), true, false, false, monitor);
				}
			});
			BasicNewResourceWizard.selectAndReveal(model, workbench.getActiveWorkbenchWindow());
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), model, true);
			return true;
		} catch (InvocationTargetException e) {
			MessageDialog.openError(getShell(), Messages.wizard_newProject, e.getCause().getMessage());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (PartInitException e) {
			ErgodeUi.log("cannot open " + model, e);
			return true;
		}
		return false;
	}
}
