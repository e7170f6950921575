// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/** The Outline view of a model: follows the text while it is typed, and the cursor. */
public final class OutlinePage extends ContentOutlinePage {
	private static final int TYPING_PAUSE = 400;

	private final ITextEditor editor;
	private final IDocument document;
	private final IDocumentListener changes = new ChangeListener();
	private final ISelectionChangedListener cursor = event -> selectAtCursor();
	private List<DocumentSymbol> symbols = List.of();
	private boolean selecting;

	public OutlinePage(ITextEditor editor) {
		this.editor = editor;
		document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
		tree.setContentProvider(new Symbols.Content());
		tree.setLabelProvider(new Symbols.Labels(document));
		tree.setInput(symbols);
		document.addDocumentListener(changes);
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.addPostSelectionChangedListener(cursor);
		}
		refresh();
	}

	@Override
	public void dispose() {
		document.removeDocumentListener(changes);
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.removePostSelectionChangedListener(cursor);
		}
		super.dispose();
	}

	private void refresh() {
		LanguageService.get().models().of(document).ifPresent(model -> Symbols.of(model).thenAccept(s -> UiThread.run(() -> show(s))));
	}

	private void show(List<DocumentSymbol> latest) {
		TreeViewer tree = getTreeViewer();
		if (tree == null || tree.getControl().isDisposed() || latest.equals(symbols)) {
			return;
		}
		List<String> known = symbols.stream().map(DocumentSymbol::getName).toList();
		List<String> expanded = Arrays.stream(tree.getExpandedElements()).map(e -> ((DocumentSymbol) e).getName()).toList();
		symbols = latest;
		tree.getControl().setRedraw(false);
		selecting = true;
		try {
			tree.setInput(symbols);
			symbols.stream().filter(s -> expanded.contains(s.getName()) || !known.contains(s.getName()))
					.forEach(s -> tree.setExpandedState(s, true));
		} finally {
			selecting = false;
			tree.getControl().setRedraw(true);
		}
		selectAtCursor();
	}

	private void selectAtCursor() {
		TreeViewer tree = getTreeViewer();
		if (tree == null || tree.getControl().isDisposed() || tree.getControl().isFocusControl()
				|| !(editor.getSelectionProvider() != null && editor.getSelectionProvider().getSelection() instanceof ITextSelection text)) {
			return;
		}
		Optional<OpenModel> model = LanguageService.get().models().of(document);
		if (model.isEmpty()) {
			return;
		}
		selecting = true;
		try {
			Symbols.at(symbols, model.get().position(text.getOffset())).ifPresent(s -> tree.setSelection(new StructuredSelection(s), true));
		} catch (BadLocationException e) {
			// the cursor is beyond the text that was outlined: the next answer is on its way
		} finally {
			selecting = false;
		}
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (selecting || !(event.getSelection() instanceof IStructuredSelection selection)
				|| !(selection.getFirstElement() instanceof DocumentSymbol symbol)) {
			return;
		}
		try {
			IRegion region = OpenModel.region(document, symbol.getSelectionRange());
			editor.selectAndReveal(region.getOffset(), region.getLength());
		} catch (BadLocationException e) {
			refresh();
		}
	}

	private final class ChangeListener implements IDocumentListener {
		private int changeCount;

		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			changeCount++;
			int change = changeCount;
			UiThread.later(TYPING_PAUSE, () -> {
				if (change == changeCount) {
					refresh();
				}
			});
		}
	}
}
