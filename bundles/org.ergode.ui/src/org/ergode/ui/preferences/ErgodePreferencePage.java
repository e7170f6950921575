// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.preferences;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.PathEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.dialogs.PreferenceLinkArea;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;

/** Preferences > Ergode. */
public final class ErgodePreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
	private static final int MOST_THREADS = 1024;
	private static final String COLOURS = "org.eclipse.ui.preferencePages.ColorsAndFonts";

	public ErgodePreferencePage() {
		super(GRID);
		setPreferenceStore(ErgodeUi.preferences());
		setDescription(Messages.preferences_description);
	}

	@Override
	public void init(IWorkbench workbench) {
		// nothing of the workbench is needed
	}

	@Override
	protected void createFieldEditors() {
		IntegerFieldEditor threads = new IntegerFieldEditor(RunPreferences.THREADS, Messages.preferences_threads, getFieldEditorParent(), 4);
		threads.setValidRange(0, MOST_THREADS);
		addField(threads);
		addField(new BooleanFieldEditor(RunPreferences.WRITE, Messages.preferences_write, getFieldEditorParent()));
		addField(new StringFieldEditor(RunPreferences.FOLDER, Messages.preferences_folder, 30, getFieldEditorParent()));
		addField(new PathEditor(RunPreferences.ALLOWED, Messages.preferences_allowed, Messages.preferences_allow, getFieldEditorParent()));
	}

	@Override
	protected Control createContents(Composite parent) {
		Control fields = super.createContents(parent);
		link(parent, ErgodeUi.ID + ".preferences.templates", Messages.preferences_seeTemplates, null);
		link(parent, COLOURS, Messages.preferences_seeColours, "selectCategory:" + ErgodeUi.ID + ".theme");
		return fields;
	}

	private void link(Composite parent, String page, String text, Object data) {
		Control link = new PreferenceLinkArea(parent, SWT.NONE, page, text, (IWorkbenchPreferenceContainer) getContainer(), data).getControl();
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).applyTo(link);
	}
}
