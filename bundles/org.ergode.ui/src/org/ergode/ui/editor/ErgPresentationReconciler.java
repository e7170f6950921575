// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.jface.text.presentation.PresentationReconciler;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.themes.IThemeManager;
import org.ergode.ui.ErgodeUi;

/** Colours a model's words as they are typed. */
public final class ErgPresentationReconciler extends PresentationReconciler {
	private final IPropertyChangeListener themeListener = event -> {
		if (event.getProperty().startsWith(ErgodeUi.ID) || IThemeManager.CHANGE_CURRENT_THEME.equals(event.getProperty())) {
			repaint();
		}
	};
	private ITextViewer viewer;

	public ErgPresentationReconciler() {
		Lexical lexical = new Lexical();
		setDamager(lexical, IDocument.DEFAULT_CONTENT_TYPE);
		setRepairer(lexical, IDocument.DEFAULT_CONTENT_TYPE);
	}

	@Override
	public void install(ITextViewer textViewer) {
		super.install(textViewer);
		viewer = textViewer;
		PlatformUI.getWorkbench().getThemeManager().addPropertyChangeListener(themeListener);
	}

	@Override
	public void uninstall() {
		PlatformUI.getWorkbench().getThemeManager().removePropertyChangeListener(themeListener);
		super.uninstall();
	}

	private void repaint() {
		if (viewer != null && viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed()) {
			viewer.invalidateTextPresentation();
		}
	}

	/**
	 * Repairs whole lines. A line's colours depend on lines above it through brackets, which end at the next brace, and through
	 * block comments, which may not end at all.
	 */
	private static final class Lexical implements IPresentationDamager, IPresentationRepairer {
		private IDocument document;

		@Override
		public void setDocument(IDocument newDocument) {
			document = newDocument;
		}

		@Override
		public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
			try {
				int start = document.getLineInformationOfOffset(event.getOffset()).getOffset();
				int changedEnd = event.getOffset() + (event.getText() == null ? 0 : event.getText().length());
				String text = document.get();
				boolean commentMayChange = event.getLength() > 0 || holdsCommentMark(text, start, lineEnd(text, changedEnd));
				int end = commentMayChange ? text.length() : lineEnd(text, nextBrace(text, changedEnd));
				return new Region(start, end - start);
			} catch (BadLocationException e) {
				return partition;
			}
		}

		private static boolean holdsCommentMark(String text, int from, int to) {
			String lines = text.substring(from, to);
			return lines.contains("/*") || lines.contains("*/");
		}

		private static int nextBrace(String text, int from) {
			int i = from;
			while (i < text.length() && text.charAt(i) != '{' && text.charAt(i) != '}') {
				i++;
			}
			return i;
		}

		private static int lineEnd(String text, int from) {
			int end = text.indexOf('\n', from);
			return end < 0 ? text.length() : end;
		}

		@Override
		public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
			ErgLexer lexer = new ErgLexer(document.get());
			int end = damage.getOffset() + damage.getLength();
			while (lexer.next() != ErgLexer.Kind.END && lexer.start() < end) {
				if (lexer.end() <= damage.getOffset()) {
					continue;
				}
				StyleRange style = Colouring.style(lexer.kind(), lexer.start(), lexer.end() - lexer.start());
				if (style != null) {
					presentation.addStyleRange(style);
				}
			}
		}
	}
}
