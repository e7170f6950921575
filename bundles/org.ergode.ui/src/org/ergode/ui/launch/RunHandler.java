// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.session.RunSession;
import org.ergode.ui.session.RunSessions;

/** The Run button: what is selected, else what the active editor shows, else the last run once more. */
public final class RunHandler extends AbstractHandler {
	/** The experiment by name, when it was chosen from the button's menu. */
	static final String EXPERIMENT = ErgodeUi.ID + ".run.experiment";

	@Override
	public Object execute(ExecutionEvent event) {
		IWorkbenchPart part = HandlerUtil.getActivePart(event);
		IEditorPart editor = HandlerUtil.getActiveEditor(event);
		String chosen = event.getParameter(EXPERIMENT);
		ExperimentShortcut shortcut = new ExperimentShortcut();
		if (chosen != null && editor != null) {
			ExperimentShortcut.withExperiment(editor, chosen, ExperimentShortcut::launch);
		} else if (part != editor && selectedModel(HandlerUtil.getCurrentSelection(event)) != null) {
			shortcut.launch(HandlerUtil.getCurrentSelection(event), ILaunchManager.RUN_MODE);
		} else if (editor != null && editor.getAdapter(ITextEditor.class) != null && editor.getEditorInput().getName().endsWith("." + ErgodeUi.FILE_EXTENSION)) {
			shortcut.launch(editor, ILaunchManager.RUN_MODE);
		} else {
			RunSessions.get().latest().ifPresent(RunHandler::again);
		}
		return null;
	}

	private static void again(RunSession session) {
		if (session.file().exists()) {
			ExperimentShortcut.launch(session.file(), session.experiment());
		}
	}

	private static IFile selectedModel(ISelection selection) {
		IFile file = selection instanceof IStructuredSelection structured ? Adapters.adapt(structured.getFirstElement(), IFile.class) : null;
		return file != null && ErgodeUi.isModel(file) ? file : null;
	}
}
