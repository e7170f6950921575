// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.MarkerAnnotation;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;
import org.ergode.ui.language.ServerMarkers;

/** Ctrl+1: what the server offers for the problems at the cursor. */
public final class QuickFixes implements IQuickAssistProcessor {
	private static final long PATIENCE = 700;

	@Override
	public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
		IDocument document = context.getSourceViewer().getDocument();
		Optional<OpenModel> model = LanguageService.get().models().of(document);
		if (model.isEmpty()) {
			return null;
		}
		try {
			List<Diagnostic> problems = problems(context.getSourceViewer().getAnnotationModel(), model.get(), context.getOffset());
			org.eclipse.lsp4j.Position cursor = model.get().position(context.getOffset());
			Range range = problems.isEmpty() ? new Range(cursor, cursor) : problems.getFirst().getRange();
			List<ICompletionProposal> fixes = new ArrayList<>();
			Answers.within(PATIENCE, model.get().ask((server, id) -> server.codeAction(new CodeActionParams(id, range, new CodeActionContext(problems)))))
					.ifPresent(actions -> actions.forEach(action -> {
						if (action.isRight() && action.getRight().getEdit() != null) {
							fixes.add(new Fix(action.getRight()));
						}
					}));
			return fixes.isEmpty() ? null : fixes.toArray(ICompletionProposal[]::new);
		} catch (BadLocationException e) {
			return null;
		}
	}

	private static List<Diagnostic> problems(IAnnotationModel annotations, OpenModel model, int offset) throws BadLocationException {
		List<Diagnostic> problems = new ArrayList<>();
		int line = model.document().getLineOfOffset(offset);
		for (Iterator<Annotation> all = annotations.getAnnotationIterator(); all.hasNext();) {
			if (all.next() instanceof MarkerAnnotation annotation && isOurs(annotation.getMarker())) {
				Position place = annotations.getPosition(annotation);
				if (place != null && model.document().getLineOfOffset(place.getOffset()) == line) {
					Range range = new Range(model.position(place.getOffset()), model.position(place.getOffset() + place.getLength()));
					problems.add(ServerMarkers.diagnostic(annotation.getMarker(), range));
				}
			}
		}
		return problems;
	}

	private static boolean isOurs(IMarker marker) {
		return marker.exists() && marker.getAttribute(ServerMarkers.CODE, null) != null;
	}

	@Override
	public boolean canFix(Annotation annotation) {
		return annotation instanceof MarkerAnnotation marker && isOurs(marker.getMarker());
	}

	@Override
	public boolean canAssist(IQuickAssistInvocationContext context) {
		return true;
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	private record Fix(CodeAction action) implements ICompletionProposal {
		@Override
		public void apply(IDocument document) {
			Edits.apply(action.getEdit());
		}

		@Override
		public String getDisplayString() {
			return action.getTitle();
		}

		@Override
		public Image getImage() {
			return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_TOOL_FORWARD);
		}

		@Override
		public Point getSelection(IDocument document) {
			return null;
		}

		@Override
		public String getAdditionalProposalInfo() {
			return null;
		}

		@Override
		public IContextInformation getContextInformation() {
			return null;
		}
	}
}
