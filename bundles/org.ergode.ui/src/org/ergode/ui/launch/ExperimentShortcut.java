// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.ILaunchShortcut;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Images;
import org.ergode.ui.Messages;
import org.ergode.ui.editor.Experiments;

/** Run As > Ergode experiment: the one under the cursor, or all of a file that is selected in the Project Explorer. */
public final class ExperimentShortcut implements ILaunchShortcut {
	@Override
	public void launch(ISelection selection, String mode) {
		if (selection instanceof IStructuredSelection structured) {
			IFile file = Adapters.adapt(structured.getFirstElement(), IFile.class);
			if (file != null) {
				launch(file, "");
			}
		}
	}

	@Override
	public void launch(IEditorPart part, String mode) {
		withExperiment(part, null, ExperimentShortcut::launch);
	}

	/**
	 * Saves the editor and goes on with its file and an experiment of it.
	 *
	 * @param chosen its name; null: the one under the cursor, or the user is asked
	 */
	public static void withExperiment(IEditorPart part, String chosen, BiConsumer<IFile, String> then) {
		ITextEditor editor = part.getAdapter(ITextEditor.class);
		IFile file = ResourceUtil.getFile(part.getEditorInput());
		if (editor == null || file == null) {
			MessageDialog.openInformation(shell(), Messages.launch_title, Messages.launch_notInWorkspace);
			return;
		}
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		int cursor = editor.getSelectionProvider().getSelection() instanceof ITextSelection text ? text.getOffset() : 0;
		String text = document.get();
		Optional<String> experiment = chosen != null ? Optional.of(chosen) : Experiments.at(text, cursor).map(Experiments.Found::name).or(() -> choose(Experiments.in(text)));
		if (experiment.isPresent()) {
			editor.doSave(new NullProgressMonitor());
			if (!editor.isDirty()) {
				then.accept(file, experiment.get());
			}
		}
	}

	private static Optional<String> choose(List<Experiments.Found> experiments) {
		if (experiments.isEmpty()) {
			MessageDialog.openInformation(shell(), Messages.launch_title, Messages.launch_noExperiment);
			return Optional.empty();
		}
		ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell(), new LabelProvider() {
			@Override
			public Image getImage(Object element) {
				return Images.get("experiment");
			}
		});
		dialog.setTitle(Messages.launch_title);
		dialog.setMessage(Messages.launch_choose);
		dialog.setElements(experiments.stream().map(Experiments.Found::name).toArray());
		dialog.setInitialSelections(experiments.getFirst().name());
		return dialog.open() == Window.OK ? Optional.of((String) dialog.getFirstResult()) : Optional.empty();
	}

	/** @param experiment empty for all of the model */
	public static void launch(IFile file, String experiment) {
		launch(file, experiment, false);
	}

	/** @param experiment empty for all of the model */
	static void checkGradient(IFile file, String experiment) {
		launch(file, experiment, true);
	}

	private static void launch(IFile file, String experiment, boolean gradients) {
		try {
			DebugUITools.launch(ExperimentConfiguration.of(file, experiment, gradients), ILaunchManager.RUN_MODE);
		} catch (CoreException e) {
			ErgodeUi.log("cannot launch " + file, e);
		}
	}

	private static Shell shell() {
		return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
	}
}
