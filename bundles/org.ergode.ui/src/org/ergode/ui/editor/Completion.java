// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Position;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/** Completion by the server. The platform calls it on a thread of its own. */
public final class Completion implements IContentAssistProcessor {
	private static final long PATIENCE = 20_000;
	private static final int MANY = 400;

	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		Optional<OpenModel> model = LanguageService.get().models().of(viewer.getDocument());
		if (model.isEmpty()) {
			return new ICompletionProposal[0];
		}
		try {
			Position position = model.get().position(offset);
			return Answers.within(PATIENCE, model.get().ask((server, id) -> server.completion(new CompletionParams(id, position))))
					.map(answer -> answer.isLeft() ? answer.getLeft() : answer.getRight().getItems())
					.map(items -> proposals(items, model.get(), offset)).orElse(new ICompletionProposal[0]);
		} catch (BadLocationException e) {
			return new ICompletionProposal[0];
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
