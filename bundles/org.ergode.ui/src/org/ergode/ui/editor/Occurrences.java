// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.custom.StyledText;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/** Marks each place where the name at the cursor is meant, which is not each place where the same letters stand. */
public final class Occurrences implements IReconciler {
	/** As the platform's own marks look, which go by the letters. */
	public static final String ANNOTATION = "org.eclipse.ui.genericeditor.text";
	/** In milliseconds: until then the cursor may be on its way. */
	private static final int REST = 150;

	private final CaretListener moving = event -> moved();
	private ISourceViewer viewer;
	private Annotation[] shown = {};
	private int moves;

	@Override
	public void install(ITextViewer textViewer) {
		viewer = (ISourceViewer) textViewer;
		viewer.getTextWidget().addCaretListener(moving);
	}

	@Override
	public void uninstall() {
		moves++;
		StyledText text = viewer.getTextWidget();
		if (text != null && !text.isDisposed()) {
			text.removeCaretListener(moving);
		}
	}

	@Override
	public IReconcilingStrategy getReconcilingStrategy(String contentType) {
		return null;
	}

	private void moved() {
		moves++;
		int move = moves;
		UiThread.later(REST, () -> {
			if (isCurrent(move)) {
				ask(move);
			}
		});
	}

	/** The button of the tool bar that the platform has for its own marks. */
	private static boolean isWanted() {
		return Platform.getPreferencesService().getBoolean("org.eclipse.ui.genericeditor", "org.eclipse.ui.genericeditor.togglehighlight", true, null);
	}

	private boolean isCurrent(int move) {
		return move == moves && viewer.getTextWidget() != null && !viewer.getTextWidget().isDisposed() && viewer.getAnnotationModel() != null;
	}

	private void ask(int move) {
		Optional<OpenModel> model = LanguageService.get().models().of(viewer.getDocument());
		if (model.isEmpty() || !isWanted()) {
			show(List.of(), null);
			return;
		}
		try {
			org.eclipse.lsp4j.Position position = model.get().position(viewer.getSelectedRange().x);
			model.get().ask((server, id) -> server.documentHighlight(new DocumentHighlightParams(id, position)))
					.whenComplete((found, problem) -> UiThread.run(() -> {
						if (isCurrent(move)) {
							show(found == null ? List.of() : found, model.get());
						}
					}));
		} catch (BadLocationException e) {
			show(List.of(), model.get());
		}
	}

	private void show(List<? extends DocumentHighlight> places, OpenModel model) {
		Map<Annotation, Position> marks = new HashMap<>();
		for (DocumentHighlight place : places) {
			try {
				int start = model.offset(place.getRange().getStart());
				int end = model.offset(place.getRange().getEnd());
				marks.put(new Annotation(ANNOTATION, false, model.document().get(start, end - start)), new Position(start, end - start));
			} catch (BadLocationException e) {
				// the text became shorter meanwhile, and with it the cursor moved
			}
		}
		IAnnotationModel annotations = viewer.getAnnotationModel();
		((IAnnotationModelExtension) annotations).replaceAnnotations(shown, marks);
		shown = marks.keySet().toArray(Annotation[]::new);
	}
}
