// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** The names that {@code plugin.xml} and code share, and what every part of this bundle needs. */
public final class ErgodeUi {
	public static final String ID = "org.ergode.ui";
	public static final String PERSPECTIVE = ID + ".perspective";
	public static final String PLOTS_VIEW = ID + ".plots";
	public static final String CLAIMS_VIEW = ID + ".claims";
	public static final String EQUATION_VIEW = ID + ".equation";
	public static final String STEPPER_VIEW = ID + ".stepper";
	public static final String HANDBOOK_VIEW = ID + ".handbook";
	public static final String WELCOME_EDITOR = ID + ".welcome";
	public static final String CONTENT_TYPE = ID + ".model";
	public static final String EDITOR = "org.eclipse.ui.genericeditor.GenericEditor";
	public static final String PROBLEM_MARKER = ID + ".problem";
	public static final String RUN_MARKER = ID + ".runProblem";
	public static final String LAUNCH_TYPE = ID + ".experiment";
	public static final String FILE_EXTENSION = "erg";

	private static final IPreferenceStore PREFERENCES = new ScopedPreferenceStore(InstanceScope.INSTANCE, ID);

	private ErgodeUi() {
	}

	public static IPreferenceStore preferences() {
		return PREFERENCES;
	}

	public static boolean isModel(IFile file) {
		return FILE_EXTENSION.equals(file.getFileExtension());
	}

	public static IStatus error(String message, Throwable cause) {
		return new Status(IStatus.ERROR, ID, message, cause);
	}

	/** To the platform's log: for what a user cannot do anything about. */
	public static void log(String message, Throwable cause) {
		ILog.of(ErgodeUi.class).log(error(message, cause));
	}
}
