// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.eclipse.jface.internal.text.html.HTMLTextPresenter;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkedString;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.widgets.Display;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/**
 * What the server says of a word: of the one under the mouse, for which the platform asks on a thread of its own, and with F2 of the
 * one at the cursor, for which it asks on the UI thread. There a server that is not quick is not waited for: what it says is shown
 * when it comes, if the cursor and the text are still where they were.
 */
public final class Hover implements ITextHover, ITextHoverExtension {
	private static final long PATIENCE = 1500;
	private static final long PATIENCE_ON_UI_THREAD = 60;

	/** An answer that came late, for the very next question; on the UI thread only. */
	private Late late;

	private record Late(Moment moment, String html) {
	}

	@Override
	public String getHoverInfo(ITextViewer viewer, IRegion region) {
		boolean waits = Display.getCurrent() == null;
		Moment moment = Moment.of(viewer.getDocument(), region.getOffset());
		if (!waits) {
			Late ready = late;
			late = null;
			if (ready != null && ready.moment().equals(moment)) {
				return ready.html();
			}
		}
		Optional<OpenModel> model = LanguageService.get().models().of(viewer.getDocument());
		if (model.isEmpty()) {
			return null;
		}
		try {
			CompletableFuture<String> answer = ask(model.get(), region.getOffset());
			Optional<String> soon = Answers.within(waits ? PATIENCE : PATIENCE_ON_UI_THREAD, answer.copy());
			if (soon.isEmpty() && !waits) {
				answer.thenAccept(html -> UiThread.run(() -> show(viewer, new Late(moment, html))));
			}
			return soon.orElse(null);
		} catch (BadLocationException e) {
			return null;
		}
	}

	/** @return the answer as HTML; null if there is nothing to say */
	private static CompletableFuture<String> ask(OpenModel model, int offset) throws BadLocationException {
		Position position = model.position(offset);
		return model.ask((server, id) -> server.hover(new HoverParams(id, position)))
				.thenApply(hover -> hover == null || text(hover.getContents()).isBlank() ? null : Markdown.toHtml(text(hover.getContents())));
	}

	private void show(ITextViewer viewer, Late answer) {
		if (answer.html() == null || viewer.getTextWidget() == null || !viewer.getTextWidget().isFocusControl()) {
			return;
		}
		Optional<IRegion> word = Words.at(viewer.getDocument(), viewer.getSelectedRange().x);
		boolean same = word.isPresent() && Moment.of(viewer.getDocument(), word.get().getOffset()).equals(answer.moment());
		if (same && viewer instanceof ITextOperationTarget target && target.canDoOperation(ISourceViewer.INFORMATION)) {
			late = answer;
			target.doOperation(ISourceViewer.INFORMATION);
		}
	}

	private static String text(Either<List<Either<String, MarkedString>>, MarkupContent> contents) {
		if (contents == null) {
			return "";
		}
		return contents.isRight() ? contents.getRight().getValue()
				: contents.getLeft().stream().map(part -> part.isLeft() ? part.getLeft() : part.getRight().getValue()).collect(Collectors.joining("\n\n"));
	}

	@Override
	public IRegion getHoverRegion(ITextViewer viewer, int offset) {
		return Words.at(viewer.getDocument(), offset).orElse(new Region(offset, 0));
	}

	@Override
	public IInformationControlCreator getHoverControlCreator() {
		return control();
	}

	static IInformationControlCreator control() {
		return shell -> new DefaultInformationControl(shell, new HTMLTextPresenter(false));
	}
}
