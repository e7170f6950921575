// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Position;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/** Completion by the server. The platform calls it on a thread of its own. */
public final class Completion implements IContentAssistProcessor {
	private static final long PATIENCE = 20_000;
	private static final int MANY = 400;
	private static final int ROUNDS = 4;

	/**
	 * An answer about a text that was typed on meanwhile fits nothing any more, and the platform would show an empty list: it is asked
	 * again, for where the cursor is by now.
	 */
	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		Optional<OpenModel> model = LanguageService.get().models().of(viewer.getDocument());
		if (model.isEmpty()) {
			return new ICompletionProposal[0];
		}
		AtomicInteger changes = new AtomicInteger();
		IDocumentListener listener = new Changes(changes);
		model.get().document().addDocumentListener(listener);
		try {
			ICompletionProposal[] found = ask(model.get(), offset);
			for (int round = 0; round < ROUNDS && changes.getAndSet(0) > 0; round++) {
				found = ask(model.get(), cursor(viewer).orElse(offset));
			}
			return found;
		} finally {
			model.get().document().removeDocumentListener(listener);
		}
	}

	private static Optional<Integer> cursor(ITextViewer viewer) {
		CompletableFuture<Integer> cursor = new CompletableFuture<>();
		UiThread.run(() -> cursor.complete(viewer.getTextWidget() == null ? null : viewer.getSelectedRange().x));
		return Answers.within(PATIENCE, cursor);
	}

	private static ICompletionProposal[] ask(OpenModel model, int offset) {
		try {
			Position position = model.position(offset);
			return Answers.within(PATIENCE, model.ask((server, id) -> server.completion(new CompletionParams(id, position))))
					.map(answer -> answer.isLeft() ? answer.getLeft() : answer.getRight().getItems())
					.map(items -> proposals(items, model, offset)).orElse(new ICompletionProposal[0]);
		} catch (BadLocationException e) {
			return new ICompletionProposal[0];
		}
	}

	private record Changes(AtomicInteger count) implements IDocumentListener {
		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			count.incrementAndGet();
		}
	}

	private static ICompletionProposal[] proposals(List<CompletionItem> items, OpenModel model, int offset) {
		List<CompletionItem> sorted = new ArrayList<>(items);
		sorted.sort(Comparator.comparing(item -> item.getSortText() != null ? item.getSortText() : item.getLabel()));
		return sorted.stream().limit(MANY).map(item -> CompletionProposal.of(item, model, offset))
				.filter(proposal -> proposal.fits(model.document(), offset)).toArray(ICompletionProposal[]::new);
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return new char[] {'.'};
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return null;
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return null;
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return null;
	}
}
