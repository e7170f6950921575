// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.LineContentCodeMining;
import org.eclipse.jface.text.source.ISourceViewerExtension5;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintLabelPart;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Range;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/**
 * Shapes and units that the server inferred, in grey behind the names that have them. The platform asks once, when the editor opens,
 * and the server knows nothing before its first check: so what stands in and above the lines is asked for again after each check.
 *
 * <p>The platform draws on the thread that brings the last answer, with fields that the UI thread sets to null meanwhile. So the
 * answers are brought by the UI thread.
 */
public final class InlayHints extends AbstractCodeMiningProvider {
	private final Runnable again = this::again;
	private volatile ITextViewer viewer;

	@Override
	public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer textViewer, IProgressMonitor monitor) {
		if (viewer == null) {
			viewer = textViewer;
			LanguageService.get().models().onChecked(again);
		}
		IDocument document = textViewer.getDocument();
		Optional<OpenModel> model = LanguageService.get().models().of(document);
		if (model.isEmpty()) {
			return CompletableFuture.completedFuture(List.of());
		}
		Range whole = new Range(new org.eclipse.lsp4j.Position(0, 0), new org.eclipse.lsp4j.Position(document.getNumberOfLines(), 0));
		return model.get().ask((server, id) -> server.inlayHint(new InlayHintParams(id, whole)))
				.handleAsync((hints, problem) -> problem != null || hints == null ? List.of() : minings(hints, model.get()), UiThread::run);
	}

	@Override
	public void dispose() {
		LanguageService.get().models().removeOnChecked(again);
		super.dispose();
	}

	private void again() {
		UiThread.run(() -> {
			if (viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed()) {
				LanguageService.get().models().removeOnChecked(again);
			} else {
				((ISourceViewerExtension5) viewer).updateCodeMinings();
			}
		});
	}

	private List<ICodeMining> minings(List<InlayHint> hints, OpenModel model) {
		List<ICodeMining> minings = new ArrayList<>();
		for (InlayHint hint : hints) {
			try {
				minings.add(new Hint(new Position(model.offset(hint.getPosition()), 1), label(hint)));
			} catch (BadLocationException e) {
				// the text became shorter meanwhile: the next round finds it
			}
		}
		return minings;
	}

	private static String label(InlayHint hint) {
		return hint.getLabel().isLeft() ? hint.getLabel().getLeft()
				: hint.getLabel().getRight().stream().map(InlayHintLabelPart::getValue).collect(Collectors.joining());
	}

	/** Drawn before the character at its position, which leaves the name alone. */
	private final class Hint extends LineContentCodeMining {
		Hint(Position position, String label) {
			super(position, true, InlayHints.this);
			setLabel(label);
		}
	}
}
