// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;

/** File > New > Ergode Model. */
public final class NewModelWizard extends Wizard implements INewWizard {
	private IWorkbench workbench;
	private WizardNewFileCreationPage page;
	private IStructuredSelection selection;

	@Override
	public void init(IWorkbench currentWorkbench, IStructuredSelection currentSelection) {
		workbench = currentWorkbench;
		selection = currentSelection;
		setWindowTitle(Messages.wizard_newModel);
	}

	@Override
	public void addPages() {
		page = new WizardNewFileCreationPage("model", selection) {
			@Override
			protected InputStream getInitialContents() {
				String name = getFileName().replaceFirst("\\.erg$", "");
				return new ByteArrayInputStream(Starter.text(name).getBytes(StandardCharsets.UTF_8));
			}
		};
		page.setTitle(Messages.wizard_newModel);
		page.setDescription(Messages.wizard_newModelDescription);
		page.setFileExtension(ErgodeUi.FILE_EXTENSION);
		page.setFileName("model." + ErgodeUi.FILE_EXTENSION);
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IFile file = page.createNewFile();
		if (file == null) {
			return false;
		}
		BasicNewResourceWizard.selectAndReveal(file, workbench.getActiveWorkbenchWindow());
		try {
			IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file, true);
		} catch (PartInitException e) {
			ErgodeUi.log("cannot open " + file, e);
		}
		return true;
	}
}
