// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.BadPositionCategoryException;
import org.eclipse.jface.text.DefaultPositionUpdater;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.IPositionUpdater;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextPresentationListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension4;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/**
 * Colours names by what the server knows of them, over the colours of words. What it knew before a change moves along with the
 * text until the next answer, so nothing flickers.
 */
public final class SemanticColouring implements IReconciler {
	private static final String POSITIONS = ErgodeUi.ID + ".semantic";
	private static final int TYPING_PAUSE = 350;
	/** Names only: words, numbers and comments have their colours at once, and right also where the text cannot be parsed. */
	private static final Map<String, Colouring.Category> BY_TYPE = Map.of(
			"unit", Colouring.Category.UNIT,
			"function", Colouring.Category.CALL,
			"method", Colouring.Category.LIBRARY,
			"class", Colouring.Category.TYPE,
			"type", Colouring.Category.TYPE,
			"parameter", Colouring.Category.PARAMETER,
			"property", Colouring.Category.ARGUMENT);

	private final IPositionUpdater updater = new DefaultPositionUpdater(POSITIONS);
	private final ITextPresentationListener painter = this::paint;
	private final IDocumentListener changes = new ChangeListener();
	private final ITextInputListener inputs = new InputListener();
	private ITextViewer viewer;
	private IDocument document;

	@Override
	public void install(ITextViewer textViewer) {
		viewer = textViewer;
		viewer.addTextInputListener(inputs);
		((ITextViewerExtension4) viewer).addTextPresentationListener(painter);
		follow(viewer.getDocument());
	}

	@Override
	public void uninstall() {
		follow(null);
		viewer.removeTextInputListener(inputs);
		((ITextViewerExtension4) viewer).removeTextPresentationListener(painter);
	}

	@Override
	public IReconcilingStrategy getReconcilingStrategy(String contentType) {
		return null;
	}

	private void follow(IDocument next) {
		if (document != null) {
			document.removeDocumentListener(changes);
		}
		document = next;
		if (document != null) {
			if (!document.containsPositionCategory(POSITIONS)) {
				document.addPositionCategory(POSITIONS);
				document.addPositionUpdater(updater);
			}
			document.addDocumentListener(changes);
			ask();
		}
	}

	private void ask() {
		IDocument asked = document;
		LanguageService.get().models().of(asked).ifPresent(model -> model
				.ask((server, id) -> server.semanticTokensFull(new SemanticTokensParams(id)))
				.thenAccept(tokens -> UiThread.run(() -> show(asked, model, tokens))));
	}

	/** Only what the server said of the very text that is shown; a change meanwhile has asked again. */
	private void show(IDocument asked, OpenModel model, SemanticTokens tokens) {
		ServerCapabilities able = LanguageService.get().capabilities();
		if (asked != document || tokens == null || able == null || able.getSemanticTokensProvider() == null
				|| viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed()) {
			return;
		}
		SemanticTokensWithRegistrationOptions options = able.getSemanticTokensProvider();
		try {
			for (Position old : document.getPositions(POSITIONS)) {
				document.removePosition(POSITIONS, old);
			}
			for (Coloured position : decode(tokens.getData(), options.getLegend().getTokenTypes(), model)) {
				document.addPosition(POSITIONS, position);
			}
			viewer.invalidateTextPresentation();
		} catch (BadLocationException | BadPositionCategoryException e) {
			// the text became shorter than the answer: the next one is on its way
		}
	}

	/** Five numbers a token: line and column relative to the one before, length, type, modifiers. */
	private static List<Coloured> decode(List<Integer> data, List<String> types, OpenModel model) throws BadLocationException {
		List<Coloured> positions = new ArrayList<>();
		int line = 0;
		int column = 0;
		for (int i = 0; i + 4 < data.size(); i += 5) {
			column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
			line += data.get(i);
			Colouring.Category category = BY_TYPE.get(types.get(data.get(i + 3)));
			if (category != null) {
				positions.add(new Coloured(model.offset(new org.eclipse.lsp4j.Position(line, column)), data.get(i + 2), category));
			}
		}
		return positions;
	}

	private void paint(TextPresentation presentation) {
		if (document == null || !document.containsPositionCategory(POSITIONS)) {
			return;
		}
		try {
			int from = presentation.getExtent().getOffset();
			int to = from + presentation.getExtent().getLength();
			for (Position position : document.getPositions(POSITIONS)) {
				boolean inside = position.getOffset() >= from && position.getOffset() + position.getLength() <= to;
				if (inside && !position.isDeleted && position.getLength() > 0 && position instanceof Coloured coloured) {
					presentation.mergeStyleRange(Colouring.style(coloured.category, position.getOffset(), position.getLength()));
				}
			}
		} catch (BadPositionCategoryException e) {
			ErgodeUi.log("semantic colours", e);
		}
	}

	/** A piece of text with its colour; moves with the text. */
	private static final class Coloured extends Position {
		private final Colouring.Category category;

		Coloured(int offset, int length, Colouring.Category category) {
			super(offset, length);
			this.category = category;
		}
	}

	private final class ChangeListener implements IDocumentListener {
		private int changes;

		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			changes++;
			int change = changes;
			UiThread.later(TYPING_PAUSE, () -> {
				if (change == changes && document != null) {
					ask();
				}
			});
		}
	}

	private final class InputListener implements ITextInputListener {
		@Override
		public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
		}

		@Override
		public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
			follow(newInput);
		}
	}
}
