// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.application;

import java.net.URL;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.build.ModelProjects;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.preferences.RunPreferences;
import org.ergode.ui.templates.ModelTemplates;
import org.osgi.framework.Bundle;

/** The workbench as Ergode configures it: projects and files as the platform's IDE shows them, in a window of our own. */
final class ErgodeWorkbenchAdvisor extends WorkbenchAdvisor {
	private static final String IDE_BUNDLE = "org.eclipse.ui.ide";

	@Override
	public void initialize(IWorkbenchConfigurer configurer) {
		super.initialize(configurer);
		configurer.setSaveAndRestore(true);
		TrayDialog.setDialogHelpAvailable(false);
		IDE.registerAdapters();
		declareIdeImages(configurer);
	}

	/** The Project Explorer and the Problems view look these up by name; the platform's own application declares them likewise. */
	private static void declareIdeImages(IWorkbenchConfigurer configurer) {
		declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT, "obj16/prj_obj", true);
		declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "obj16/cprj_obj", true);
		declare(configurer, IDE.SharedImages.IMG_OPEN_MARKER, "elcl16/gotoobj_tsk", true);
		declare(configurer, "IMG_ETOOL_PROBLEM_CATEGORY", "etool16/problem_category", true);
		Map.of("IMG_OBJS_ERROR_PATH", "error_tsk", "IMG_OBJS_WARNING_PATH", "warn_tsk", "IMG_OBJS_INFO_PATH", "info_tsk")
				.forEach((symbol, icon) -> declare(configurer, symbol, "obj16/" + icon, true));
		declare(configurer, "IMG_LCL_SHOWWARN_TSK", "elcl16/showwarn_tsk", true);
	}

	private static void declare(IWorkbenchConfigurer configurer, String symbol, String path, boolean shared) {
		Bundle bundle = Platform.getBundle(IDE_BUNDLE);
		for (String ending : List.of(".svg", ".png")) {
			URL url = FileLocator.find(bundle, IPath.fromPortableString("icons/full/" + path + ending));
			if (url != null) {
				configurer.declareImage(symbol, ImageDescriptor.createFromURL(url), shared);
				return;
			}
		}
	}

	@Override
	public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		return new ErgodeWindowAdvisor(configurer);
	}

	@Override
	public String getInitialWindowPerspectiveId() {
		return ErgodeUi.PERSPECTIVE;
	}

	@Override
	public String getMainPreferencePageId() {
		return ErgodeUi.ID + ".preferences";
	}

	@Override
	public IAdaptable getDefaultPageInput() {
		return ResourcesPlugin.getWorkspace().getRoot();
	}

	/** The language server takes a second or two to start: it does so while the user looks for a model. */
	@Override
	public void postStartup() {
		super.postStartup();
		LanguageService.get().start();
		ThemeSwitch.follow();
		ModelTemplates.follow();
		RunPreferences.follow();
		ModelProjects.follow();
	}

	@Override
	public void postShutdown() {
		super.postShutdown();
		try {
			ResourcesPlugin.getWorkspace().save(true, null);
		} catch (CoreException e) {
			ErgodeUi.log(Messages.application_workspaceNotSaved, e);
		}
	}
}
