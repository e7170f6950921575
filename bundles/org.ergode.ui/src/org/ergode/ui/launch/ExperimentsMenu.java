// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.launch;

import java.util.List;
import java.util.Map;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Images;
import org.ergode.ui.editor.Experiments;

/** The menu of the Run button: the experiments of the active model. */
public final class ExperimentsMenu extends CompoundContributionItem {
	@Override
	protected IContributionItem[] getContributionItems() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return experiments(window).stream().map(found -> item(window, found.name())).toArray(IContributionItem[]::new);
	}

	private static List<Experiments.Found> experiments(IWorkbenchWindow window) {
		IEditorPart part = window == null || window.getActivePage() == null ? null : window.getActivePage().getActiveEditor();
		ITextEditor editor = part == null ? null : part.getAdapter(ITextEditor.class);
		boolean model = editor != null && editor.getEditorInput().getName().endsWith("." + ErgodeUi.FILE_EXTENSION);
		return model ? Experiments.in(editor.getDocumentProvider().getDocument(editor.getEditorInput()).get()) : List.of();
	}

	private static IContributionItem item(IWorkbenchWindow window, String experiment) {
		CommandContributionItemParameter item = new CommandContributionItemParameter(window, null, ErgodeUi.ID + ".run", CommandContributionItem.STYLE_PUSH);
		item.parameters = Map.of(RunHandler.EXPERIMENT, experiment);
		item.label = experiment;
		item.icon = Images.descriptor("experiment");
		return new CommandContributionItem(item);
	}
}
