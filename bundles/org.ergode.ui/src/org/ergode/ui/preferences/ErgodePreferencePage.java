// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.preferences;

import org.eclipse.jface.preference.BooleanFieldEditor;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;

/** Preferences > Ergode. */
public final class ErgodePreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {
	private static final int MOST_THREADS = 1024;

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
	}
}
