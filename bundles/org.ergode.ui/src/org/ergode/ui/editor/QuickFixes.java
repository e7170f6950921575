// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.quickassist.IQuickAssistInvocationContext;
import org.eclipse.jface.text.quickassist.IQuickAssistProcessor;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.ISourceViewer;
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
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;
import org.ergode.ui.language.ServerMarkers;

/**
 * Ctrl+1: what the server offers for the problems at the cursor. The platform asks on the UI thread, so a server that is not quick
 * is not waited for: the list opens by itself when the answer comes, if the cursor and the text are still where they were.
 */
public final class QuickFixes implements IQuickAssistProcessor {
	private static final long PATIENCE = 60;

	/** An answer that came late, for the very next question; on the UI thread only. */
	private Late late;

	@Override
	public ICompletionProposal[] computeQuickAssistProposals(IQuickAssistInvocationContext context) {
		ISourceViewer viewer = context.getSourceViewer();
		Late ready = late;
		late = null;
		if (ready != null && ready.moment().equals(Moment.of(viewer.getDocument(), context.getOffset()))) {
			return array(ready.fixes());
		}
		Optional<OpenModel> model = LanguageService.get().models().of(viewer.getDocument());
		if (model.isEmpty()) {
			return null;
		}
		try {
			List<Diagnostic> problems = problems(viewer.getAnnotationModel(), model.get(), context.getOffset());
			CompletableFuture<List<ICompletionProposal>> answer = ask(model.get(), problems, context.getOffset());
			Optional<List<ICompletionProposal>> soon = Answers.within(PATIENCE, answer.copy());
			if (soon.isEmpty()) {
				Moment moment = Moment.of(viewer.getDocument(), context.getOffset());
				answer.thenAccept(fixes -> UiThread.run(() -> offer(viewer, new Late(moment, fixes))));
			}
			return soon.map(QuickFixes::array).orElse(null);
		} catch (BadLocationException e) {
			return null;
		}
	}

	private static CompletableFuture<List<ICompletionProposal>> ask(OpenModel model, List<Diagnostic> problems, int offset) throws BadLocationException {
		org.eclipse.lsp4j.Position cursor = model.position(offset);
		Range range = problems.isEmpty() ? new Range(cursor, cursor) : problems.getFirst().getRange();
		return model.ask((server, id) -> server.codeAction(new CodeActionParams(id, range, new CodeActionContext(problems)))).thenApply(actions -> {
			List<ICompletionProposal> fixes = new ArrayList<>();
			actions.stream().filter(action -> action.isRight() && action.getRight().getEdit() != null).forEach(action -> fixes.add(new Fix(action.getRight())));
			return fixes;
		});
	}

	/** @return null for none, as the platform wants it */
	private static ICompletionProposal[] array(List<ICompletionProposal> fixes) {
		return fixes.isEmpty() ? null : fixes.toArray(ICompletionProposal[]::new);
	}

	private void offer(ISourceViewer viewer, Late answer) {
		boolean shown = viewer.getTextWidget() != null && viewer.getTextWidget().isFocusControl();
		if (shown && !answer.fixes().isEmpty() && answer.moment().equals(Moment.of(viewer.getDocument(), viewer.getSelectedRange().x))
				&& viewer instanceof ITextOperationTarget target && target.canDoOperation(ISourceViewer.QUICK_ASSIST)) {
			late = answer;
			target.doOperation(ISourceViewer.QUICK_ASSIST);
		}
	}

	private record Late(Moment moment, List<ICompletionProposal> fixes) {
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
