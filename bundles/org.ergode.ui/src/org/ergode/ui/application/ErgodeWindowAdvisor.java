// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.application;

import java.util.List;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IPageListener;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.ergode.ui.welcome.WelcomeEditor;

/** The window: its size, its title, what it shows at the first start. */
final class ErgodeWindowAdvisor extends WorkbenchWindowAdvisor {
	private static final double PART_OF_SCREEN = 0.94;

	/** Buttons that the platform's editors bring, and that a modeller does not miss: the keys work all the same. */
	private static final List<String> NOT_NEEDED = List.of("org.eclipse.ui.edit.text.actionSet.annotationNavigation",
			"org.eclipse.ui.edit.text.actionSet.navigation", "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo",
			"org.eclipse.ui.edit.text.actionSet.presentation", "org.eclipse.ui.edit.text.actionSet.openExternalFile",
			"org.eclipse.ui.externaltools.ExternalToolsSet", "org.eclipse.text.quicksearch.actionSet");

	ErgodeWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
		super(configurer);
	}

	@Override
	public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
		return new ErgodeActionBarAdvisor(configurer);
	}

	@Override
	public void preWindowOpen() {
		IWorkbenchWindowConfigurer configurer = getWindowConfigurer();
		Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
		configurer.setInitialSize(new Point((int) (screen.width * PART_OF_SCREEN), (int) (screen.height * PART_OF_SCREEN)));
		configurer.setShowMenuBar(true);
		configurer.setShowCoolBar(true);
		configurer.setShowStatusLine(true);
		configurer.setShowProgressIndicator(true);
		configurer.setShowPerspectiveBar(false);
		configurer.setTitle(title(null));
		configurer.addEditorAreaTransfer(FileTransfer.getInstance());
		configurer.configureEditorAreaDropListener(new FileDropListener(configurer.getWindow()));
		followActiveEditor(configurer.getWindow());
	}

	@Override
	public void postWindowOpen() {
		IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
		if (page != null) {
			NOT_NEEDED.forEach(page::hideActionSet);
		}
		boolean nothingYet = ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0;
		if (page != null && nothingYet && page.getEditorReferences().length == 0) {
			WelcomeEditor.open(page);
		}
	}

	private void followActiveEditor(IWorkbenchWindow window) {
		IPartListener2 titleListener = new IPartListener2() {
			@Override
			public void partActivated(IWorkbenchPartReference reference) {
				showTitle();
			}

			@Override
			public void partBroughtToTop(IWorkbenchPartReference reference) {
				showTitle();
			}

			@Override
			public void partClosed(IWorkbenchPartReference reference) {
				showTitle();
			}
		};
		window.addPageListener(new IPageListener() {
			@Override
			public void pageOpened(IWorkbenchPage page) {
				page.addPartListener(titleListener);
			}

			@Override
			public void pageClosed(IWorkbenchPage page) {
				page.removePartListener(titleListener);
			}

			@Override
			public void pageActivated(IWorkbenchPage page) {
				showTitle();
			}
		});
	}

	private void showTitle() {
		IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
		IEditorPart editor = page == null ? null : page.getActiveEditor();
		getWindowConfigurer().setTitle(title(editor));
	}

	/** A file of the workspace by its path there; another one, such as the copy of a library, by its name alone: where that lies tells nobody anything. */
	private static String title(IEditorPart editor) {
		IEditorInput input = editor == null ? null : editor.getEditorInput();
		return input == null || editor instanceof WelcomeEditor ? "Ergode" : (input instanceof IFileEditorInput ? input.getToolTipText() : input.getName()) + " \u2013 Ergode";
	}
}
