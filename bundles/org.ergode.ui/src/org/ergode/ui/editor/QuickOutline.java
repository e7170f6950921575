// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.List;
import org.eclipse.jface.dialogs.PopupDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.Messages;
import org.ergode.ui.language.OpenModel;

/** A list of the model's elements to type into: letters narrow it, Enter goes there, Escape goes back. */
final class QuickOutline extends PopupDialog {
	private static final int WIDTH = 420;
	private static final int HEIGHT = 340;

	private final ITextEditor editor;
	private final IDocument document;
	private final List<DocumentSymbol> symbols;
	private Text filter;
	private TreeViewer tree;

	QuickOutline(ITextEditor editor, IDocument document, List<DocumentSymbol> symbols) {
		super(editor.getSite().getShell(), SWT.RESIZE, true, true, false, false, false, "", Messages.editor_quickOutlineHint);
		this.editor = editor;
		this.document = document;
		this.symbols = symbols;
	}

	@Override
	protected Control createTitleControl(Composite parent) {
		filter = new Text(parent, SWT.NONE);
		filter.setMessage(Messages.editor_quickOutlineFilter);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(filter);
		filter.addModifyListener(e -> narrow());
		filter.addKeyListener(KeyListener.keyPressedAdapter(this::key));
		return filter;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		tree = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL);
		tree.setContentProvider(new Symbols.Content());
		tree.setLabelProvider(new Symbols.Labels(document));
		tree.addFilter(new ViewerFilter() {
			@Override
			public boolean select(Viewer viewer, Object parentElement, Object element) {
				return matches((DocumentSymbol) element);
			}
		});
		tree.setInput(symbols);
		tree.expandAll();
		tree.addDoubleClickListener(e -> go());
		return tree.getControl();
	}

	private boolean matches(DocumentSymbol symbol) {
		return CompletionProposal.matches(filter.getText().strip(), symbol.getName()) || Symbols.children(symbol).stream().anyMatch(this::matches);
	}

	private void narrow() {
		tree.refresh();
		tree.expandAll();
		first(tree.getTree().getItems());
	}

	private boolean first(TreeItem[] items) {
		for (TreeItem item : items) {
			DocumentSymbol symbol = (DocumentSymbol) item.getData();
			if (CompletionProposal.matches(filter.getText().strip(), symbol.getName())) {
				tree.setSelection(new StructuredSelection(symbol), true);
				return true;
			}
			if (first(item.getItems())) {
				return true;
			}
		}
		return false;
	}

	private void key(KeyEvent event) {
		if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
			go();
		} else if (event.keyCode == SWT.ARROW_DOWN) {
			tree.getTree().setFocus();
		}
	}

	private void go() {
		Object selected = tree.getStructuredSelection().getFirstElement();
		close();
		if (selected instanceof DocumentSymbol symbol) {
			try {
				IRegion region = OpenModel.region(document, symbol.getSelectionRange());
				editor.selectAndReveal(region.getOffset(), region.getLength());
			} catch (BadLocationException e) {
				StatusLine.tell(Messages.editor_noDefinition);
			}
		}
	}

	@Override
	protected Control getFocusControl() {
		return filter;
	}

	@Override
	protected Point getInitialSize() {
		return new Point(WIDTH, HEIGHT);
	}

	@Override
	protected Point getInitialLocation(Point size) {
		Control control = editor.getAdapter(Control.class);
		Point area = control.getSize();
		return control.toDisplay((area.x - size.x) / 2, Math.max(0, (area.y - size.y) / 3));
	}
}
