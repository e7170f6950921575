// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.references;

import java.util.Arrays;
import java.util.Comparator;
import org.eclipse.jface.viewers.IStructuredContentProvider;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.Images;
import org.ergode.ui.references.ReferenceQuery.Use;

/** The Search view's page for uses of a name: a line for each. */
public final class ReferencePage extends AbstractTextSearchViewPage {
	private static final Comparator<Use> ORDER = Comparator.comparing((Use u) -> u.file().getFullPath().toString()).thenComparingInt(Use::line);

	public ReferencePage() {
		super(FLAG_LAYOUT_FLAT);
	}

	@Override
	protected void configureTableViewer(TableViewer viewer) {
		viewer.setContentProvider((IStructuredContentProvider) input -> Arrays.stream(((ReferenceResult) input).getElements())
				.map(Use.class::cast).sorted(ORDER).toArray());
		viewer.setLabelProvider(new Labels());
	}

	@Override
	protected void configureTreeViewer(TreeViewer viewer) {
		throw new UnsupportedOperationException("this page is flat");
	}

	@Override
	protected void elementsChanged(Object[] objects) {
		getViewer().refresh();
	}

	@Override
	protected void clear() {
		getViewer().refresh();
	}

	@Override
	protected void showMatch(Match match, int offset, int length, boolean activate) throws PartInitException {
		IEditorPart editor = IDE.openEditor(getSite().getPage(), ((Use) match.getElement()).file(), activate);
		if (editor instanceof ITextEditor text) {
			text.selectAndReveal(offset, length);
		}
	}

	private static final class Labels extends StyledCellLabelProvider {
		@Override
		public void update(ViewerCell cell) {
			Use use = (Use) cell.getElement();
			StyledString text = new StyledString(use.text()).append("   " + use.file().getFullPath().makeRelative() + ":" + use.line(), StyledString.QUALIFIER_STYLER);
			cell.setText(text.getString());
			cell.setStyleRanges(text.getStyleRanges());
			cell.setImage(Images.get("model"));
			super.update(cell);
		}
	}
}
