// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.templates;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.presentation.IPresentationReconciler;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.jface.text.source.SourceViewerConfiguration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.texteditor.templates.TemplatePreferencePage;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.editor.ErgPresentationReconciler;

/** Preferences > Ergode > Templates. */
public final class ModelTemplatePage extends TemplatePreferencePage {
	public ModelTemplatePage() {
		setPreferenceStore(ErgodeUi.preferences());
		setTemplateStore(ModelTemplates.get().store());
		setContextTypeRegistry(ModelTemplates.get().contexts());
		setDescription(Messages.templates_description);
	}

	@Override
	protected boolean isShowFormatterSetting() {
		return false;
	}

	@Override
	protected SourceViewer createViewer(Composite parent) {
		SourceViewer viewer = new SourceViewer(parent, null, null, false, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
		viewer.configure(new SourceViewerConfiguration() {
			@Override
			public IPresentationReconciler getPresentationReconciler(ISourceViewer sourceViewer) {
				return new ErgPresentationReconciler();
			}
		});
		viewer.setEditable(false);
		viewer.setDocument(new Document());
		viewer.getTextWidget().setFont(JFaceResources.getTextFont());
		return viewer;
	}
}
