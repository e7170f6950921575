// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.ergode.ui.ErgodeUi;

/** Gives the Outline view a page when a model's editor is active. */
public final class OutlineFactory implements IAdapterFactory {
	@Override
	public <T> T getAdapter(Object adaptable, Class<T> type) {
		boolean model = adaptable instanceof ITextEditor editor && editor.getDocumentProvider() != null
				&& editor.getEditorInput().getName().endsWith("." + ErgodeUi.FILE_EXTENSION);
		return model && type == IContentOutlinePage.class ? type.cast(new OutlinePage((ITextEditor) adaptable)) : null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] {IContentOutlinePage.class};
	}
}
