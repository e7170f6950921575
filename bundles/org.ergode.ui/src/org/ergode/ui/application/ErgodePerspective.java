// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.application;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.ergode.ui.ErgodeUi;

/** Model on the left of the eye, results on its right: explorer and outline, editor over messages, plots over claims. */
public final class ErgodePerspective implements IPerspectiveFactory {
	private static final String CONSOLE = "org.eclipse.ui.console.ConsoleView";
	private static final String SEARCH = "org.eclipse.search.ui.views.SearchView";

	@Override
	public void createInitialLayout(IPageLayout layout) {
		String editors = layout.getEditorArea();

		IFolderLayout files = layout.createFolder("files", IPageLayout.LEFT, 0.17f, editors);
		files.addView(ProjectExplorer.VIEW_ID);
		IFolderLayout structure = layout.createFolder("structure", IPageLayout.BOTTOM, 0.55f, "files");
		structure.addView(IPageLayout.ID_OUTLINE);

		IFolderLayout results = layout.createFolder("results", IPageLayout.RIGHT, 0.54f, editors);
		results.addView(ErgodeUi.PLOTS_VIEW);
		results.addView(ErgodeUi.STEPPER_VIEW);
		results.addPlaceholder(ErgodeUi.HANDBOOK_VIEW);
		IFolderLayout verdicts = layout.createFolder("verdicts", IPageLayout.BOTTOM, 0.66f, "results");
		verdicts.addView(ErgodeUi.CLAIMS_VIEW);
		verdicts.addView(ErgodeUi.EQUATION_VIEW);

		IFolderLayout messages = layout.createFolder("messages", IPageLayout.BOTTOM, 0.76f, editors);
		messages.addView(IPageLayout.ID_PROBLEM_VIEW);
		messages.addView(CONSOLE);
		messages.addView(IPageLayout.ID_PROGRESS_VIEW);
		messages.addPlaceholder(SEARCH);

		for (String view : new String[] {ProjectExplorer.VIEW_ID, IPageLayout.ID_OUTLINE, ErgodeUi.PLOTS_VIEW, ErgodeUi.CLAIMS_VIEW, ErgodeUi.EQUATION_VIEW, ErgodeUi.STEPPER_VIEW, ErgodeUi.HANDBOOK_VIEW,
				IPageLayout.ID_PROBLEM_VIEW, CONSOLE, IPageLayout.ID_PROGRESS_VIEW, SEARCH}) {
			layout.addShowViewShortcut(view);
		}
		for (String wizard : new String[] {"model", "experiment", "project", "examples"}) {
			layout.addNewWizardShortcut(ErgodeUi.ID + ".new." + wizard);
		}
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
		layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.file");
		layout.addPerspectiveShortcut(ErgodeUi.PERSPECTIVE);
	}
}
