// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
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

			@Override
			public void createControl(Composite parent) {
				super.createControl(parent);
				setFileName(freeName(getContainerFullPath()));
			}
		};
		page.setTitle(Messages.wizard_newModel);
		page.setDescription(Messages.wizard_newModelDescription);
		page.setFileExtension(ErgodeUi.FILE_EXTENSION);
		addPage(page);
	}

	/** @return {@code model.erg}, or {@code model2.erg} where there is one already. @param folder null: not known yet */
	private static String freeName(IPath folder) {
		IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
		String name = "model." + ErgodeUi.FILE_EXTENSION;
		for (int i = 2; folder != null && root.exists(folder.append(name)); i++) {
			name = "model" + i + "." + ErgodeUi.FILE_EXTENSION;
		}
		return name;
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
