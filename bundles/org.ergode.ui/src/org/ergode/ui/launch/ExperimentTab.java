// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Images;
import org.ergode.ui.Messages;

/** Which model, which experiment, which seed; to be run, or its gradients checked. */
final class ExperimentTab extends AbstractLaunchConfigurationTab {
	private Text model;
	private Text experiment;
	private Text seed;
	private Button gradients;

	@Override
	public void createControl(Composite parent) {
		Composite page = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(page);
		model = field(page, Messages.launch_model, "");
		experiment = field(page, Messages.launch_experiment, Messages.launch_all);
		seed = field(page, Messages.launch_seed, Messages.launch_seedOfModel);
		gradients = new Button(page, SWT.CHECK);
		gradients.setText(Messages.launch_gradientsOnly);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(gradients);
		gradients.addListener(SWT.Selection, event -> scheduleUpdateJob());
		setControl(page);
	}

	private Text field(Composite page, String label, String whenEmpty) {
		new Label(page, SWT.NONE).setText(label);
		Text text = new Text(page, SWT.BORDER);
		text.setMessage(whenEmpty);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		text.addModifyListener(event -> scheduleUpdateJob());
		return text;
	}

	@Override
	public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
		configuration.setAttribute(ExperimentConfiguration.EXPERIMENT, "");
	}

	@Override
	public void initializeFrom(ILaunchConfiguration configuration) {
		try {
			model.setText(configuration.getAttribute(ExperimentConfiguration.MODEL, ""));
			experiment.setText(configuration.getAttribute(ExperimentConfiguration.EXPERIMENT, ""));
			seed.setText(configuration.getAttribute(ExperimentConfiguration.SEED, ""));
			gradients.setSelection(configuration.getAttribute(ExperimentConfiguration.GRADIENTS, false));
		} catch (CoreException e) {
			setErrorMessage(e.getMessage());
		}
	}

	@Override
	public void performApply(ILaunchConfigurationWorkingCopy configuration) {
		configuration.setAttribute(ExperimentConfiguration.MODEL, model.getText().strip());
		configuration.setAttribute(ExperimentConfiguration.EXPERIMENT, experiment.getText().strip());
		configuration.setAttribute(ExperimentConfiguration.SEED, seed.getText().strip());
		configuration.setAttribute(ExperimentConfiguration.GRADIENTS, gradients.getSelection());
	}

	@Override
	public boolean isValid(ILaunchConfiguration configuration) {
		setErrorMessage(problem());
		return getErrorMessage() == null;
	}

	private String problem() {
		IPath path = IPath.fromPortableString(model.getText().strip());
		if (path.segmentCount() < 2) {
			return Messages.launch_enterModel;
		}
		IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(path);
		if (!file.exists() || !ErgodeUi.isModel(file)) {
			return Messages.bind(Messages.launch_noModel, path);
		}
		return seed.getText().strip().matches("\\d{0,18}") ? null : Messages.launch_seedNotANumber;
	}

	@Override
	public String getName() {
		return Messages.launch_experimentTab;
	}

	@Override
	public Image getImage() {
		return Images.get("experiment");
	}
}
