// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;


import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.ergode.run.Catalog;
import org.ergode.ui.Messages;

/** File > New > Ergode Examples. */
public final class ExamplesWizard extends Wizard implements INewWizard {
	private final Page page = new Page();

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		setWindowTitle(Messages.wizard_examples);
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		Examples.create(page.name.getText().strip(), project -> { });
		return true;
	}

	private static final class Page extends WizardPage {
		private Text name;

		Page() {
			super("examples");
			setTitle(Messages.wizard_examples);
			setDescription(Messages.wizard_examplesDescription);
		}

		@Override
		public void createControl(Composite parent) {
			Composite control = new Composite(parent, SWT.NONE);
			GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(control);
			new Label(control, SWT.NONE).setText(Messages.wizard_projectName);
			name = new Text(control, SWT.BORDER);
			name.setText(Examples.PROJECT);
			name.addModifyListener(event -> check());
			GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
			List list = new List(control, SWT.BORDER | SWT.V_SCROLL);
			Catalog.examples().forEach(example -> list.add(example.name() + "   " + example.title()));
			GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(SWT.DEFAULT, 200).applyTo(list);
			setControl(control);
		}

		private void check() {
			IWorkspace workspace = ResourcesPlugin.getWorkspace();
			IStatus legal = workspace.validateName(name.getText().strip(), IResource.PROJECT);
			setErrorMessage(legal.isOK() ? null : legal.getMessage());
			setPageComplete(legal.isOK());
		}
	}
}
