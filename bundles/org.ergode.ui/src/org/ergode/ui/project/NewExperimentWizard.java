// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.project;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.dsl.ide.Template;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;

/** File > New > Ergode Experiment: adds one to the end of a model, and shows it in the editor. */
public final class NewExperimentWizard extends Wizard implements INewWizard {
	private IWorkbench workbench;
	private NewExperimentPage page;

	@Override
	public void init(IWorkbench currentWorkbench, IStructuredSelection selection) {
		workbench = currentWorkbench;
		setWindowTitle(Messages.wizard_newExperiment);
		page = new NewExperimentPage(model(selection));
	}

	/** @return the selected model, else the one in the active editor; null if there is neither */
	private IFile model(IStructuredSelection selection) {
		IFile selected = Adapters.adapt(selection.getFirstElement(), IFile.class);
		if (selected != null && ErgodeUi.isModel(selected)) {
			return selected;
		}
		IWorkbenchPage active = workbench.getActiveWorkbenchWindow() == null ? null : workbench.getActiveWorkbenchWindow().getActivePage();
		IEditorPart editor = active == null ? null : active.getActiveEditor();
		IFile edited = editor == null ? null : Adapters.adapt(editor.getEditorInput(), IFile.class);
		return edited != null && ErgodeUi.isModel(edited) ? edited : null;
	}

	@Override
	public void addPages() {
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		try {
			IEditorPart part = IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), page.model(), true);
			ITextEditor editor = Adapters.adapt(part, ITextEditor.class);
			if (editor != null) {
				add(editor, page.draft());
			}
			return true;
		} catch (PartInitException | BadLocationException e) {
			ErgodeUi.log("cannot add an experiment to " + page.model(), e);
			return false;
		}
	}

	/** What was saved before is saved after. */
	private static void add(ITextEditor editor, ExperimentDraft draft) throws BadLocationException {
		boolean saved = !editor.isDirty();
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		String gap = document.get().isBlank() ? "" : document.get().endsWith("\n\n") ? "" : document.get().endsWith("\n") ? "\n" : "\n\n";
		int end = document.getLength();
		document.replace(end, 0, gap + draft.text());
		if (saved) {
			editor.doSave(new NullProgressMonitor());
		}
		String name = draft.value(Template.NAME);
		editor.selectAndReveal(document.get().indexOf(name, end), name.length());
	}
}
