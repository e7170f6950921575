// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui;

import org.eclipse.osgi.util.NLS;

/** What people read, from {@code messages.properties}. */
public final class Messages extends NLS {
	public static String application_noWorkspace;
	public static String application_workspaceInUse;
	public static String application_workspaceNotSaved;
	public static String build_checking;
	public static String build_checkingModel;
	public static String claims_claim;
	public static String claims_error;
	public static String claims_found;
	public static String claims_hint;
	public static String claims_met;
	public static String claims_missed;
	public static String claims_note;
	public static String claims_undecided;
	public static String claims_verdict;
	public static String editor_cannotRename;
	public static String editor_newName;
	public static String editor_noDefinition;
	public static String editor_noName;
	public static String editor_notAName;
	public static String editor_openDefinition;
	public static String editor_quickOutlineFilter;
	public static String editor_quickOutlineHint;
	public static String editor_rename;
	public static String editor_runLens;
	public static String examples_job;
	public static String handbook_back;
	public static String handbook_count;
	public static String handbook_find;
	public static String handbook_forward;
	public static String handbook_none;
	public static String handbook_openModel;
	public static String language_line;
	public static String language_markers;
	public static String launch_all;
	public static String launch_begin;
	public static String launch_choose;
	public static String launch_enterModel;
	public static String launch_experiment;
	public static String launch_experimentTab;
	public static String launch_failed;
	public static String launch_job;
	public static String launch_model;
	public static String launch_noExperiment;
	public static String launch_noModel;
	public static String launch_notInWorkspace;
	public static String launch_seed;
	public static String launch_seedNotANumber;
	public static String launch_seedOfModel;
	public static String launch_stillRunning;
	public static String launch_title;
	public static String menu_edit;
	public static String menu_file;
	public static String menu_help;
	public static String menu_navigate;
	public static String menu_new;
	public static String menu_run;
	public static String menu_showView;
	public static String menu_source;
	public static String menu_window;
	public static String plots_csv;
	public static String plots_export;
	public static String plots_hint;
	public static String plots_legend;
	public static String plots_logX;
	public static String plots_logY;
	public static String plots_notSaved;
	public static String plots_png;
	public static String plots_reset;
	public static String preferences_description;
	public static String preferences_folder;
	public static String preferences_threads;
	public static String preferences_write;
	public static String references_failed;
	public static String references_found;
	public static String references_label;
	public static String run_allMet;
	public static String run_cancelled;
	public static String run_failed;
	public static String run_finished;
	public static String run_oneMet;
	public static String run_running;
	public static String run_someMissed;
	public static String run_starting;
	public static String welcome_cards;
	public static String welcome_examples;
	public static String welcome_examplesText;
	public static String welcome_project;
	public static String welcome_projectText;
	public static String welcome_tagline;
	public static String welcome_title;
	public static String wizard_examples;
	public static String wizard_examplesDescription;
	public static String wizard_newModel;
	public static String wizard_newModelDescription;
	public static String wizard_newProject;
	public static String wizard_newProjectDescription;
	public static String wizard_projectName;

	static {
		NLS.initializeMessages("org.ergode.ui.messages", Messages.class);
	}

	private Messages() {
	}
}
