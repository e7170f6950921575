// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.Optional;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.ITextListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension;
import org.eclipse.jface.text.TextEvent;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CaretListener;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.custom.VerifyKeyListener;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.LanguageService;
import org.ergode.ui.language.OpenModel;

/**
 * Shows the parameters of the call that is being written: after {@code (} and {@code ,} and when it is asked to, until the cursor
 * leaves the call. The server is asked on the way and never waited for.
 *
 * <p>It is installed with the editor as a reconciler is, but reconciles nothing.
 */
public final class SignatureHelper implements IReconciler {
	/** What is typed, or put in by a completion; a longer text was pasted. */
	private static final int LONGEST_TYPED = 120;

	private final ITextListener typing = this::typed;
	private final CaretListener moving = event -> moved();
	private final FocusListener leaving = FocusListener.focusLostAdapter(event -> hide());
	private final VerifyKeyListener keys = event -> {
		if (event.keyCode == SWT.ESC && isShown()) {
			hide();
		}
	};
	private ITextViewer viewer;
	private SignaturePopup popup;
	/** Number of the latest question: answers to earlier ones are late. */
	private int asked;

	/** @return the helper of an editor of models */
	static Optional<SignatureHelper> of(ITextEditor editor) {
		ITextViewer viewer = editor.getAdapter(ITextViewer.class);
		return viewer == null ? Optional.empty() : Optional.ofNullable((SignatureHelper) viewer.getTextWidget().getData(SignatureHelper.class.getName()));
	}

	@Override
	public void install(ITextViewer textViewer) {
		viewer = textViewer;
		StyledText text = viewer.getTextWidget();
		text.setData(SignatureHelper.class.getName(), this);
		viewer.addTextListener(typing);
		text.addCaretListener(moving);
		text.addFocusListener(leaving);
		((ITextViewerExtension) viewer).prependVerifyKeyListener(keys);
	}

	@Override
	public void uninstall() {
		hide();
		viewer.removeTextListener(typing);
		((ITextViewerExtension) viewer).removeVerifyKeyListener(keys);
		StyledText text = viewer.getTextWidget();
		if (text != null && !text.isDisposed()) {
			text.setData(SignatureHelper.class.getName(), null);
			text.removeCaretListener(moving);
			text.removeFocusListener(leaving);
		}
	}

	@Override
	public IReconcilingStrategy getReconcilingStrategy(String contentType) {
		return null;
	}

	private void typed(TextEvent event) {
		String text = event.getText();
		boolean byHand = event.getDocumentEvent() != null && viewer.getTextWidget().isFocusControl();
		if (byHand && text != null && text.length() <= LONGEST_TYPED && (text.contains("(") || text.contains(","))) {
			UiThread.run(this::show);
		}
	}

	private void moved() {
		if (isShown()) {
			show();
		}
	}

	private boolean isShown() {
		return popup != null;
	}

	/** Shows the parameters of the call at the cursor as soon as the server knows them; hides them if there is no call. */
	void show() {
		if (viewer.getTextWidget() == null || viewer.getTextWidget().isDisposed()) {
			return;
		}
		asked++;
		int question = asked;
		Optional<OpenModel> model = LanguageService.get().models().of(viewer.getDocument());
		if (model.isEmpty()) {
			return;
		}
		try {
			Position position = model.get().position(viewer.getSelectedRange().x);
			model.get().ask((server, id) -> server.signatureHelp(new SignatureHelpParams(id, position)))
					.whenComplete((help, problem) -> UiThread.run(() -> answer(question, help)));
		} catch (BadLocationException e) {
			hide();
		}
	}

	private void answer(int question, SignatureHelp help) {
		StyledText text = viewer.getTextWidget();
		if (question != asked || text == null || text.isDisposed()) {
			return;
		}
		if (help == null || help.getSignatures().isEmpty() || !text.isFocusControl()) {
			hide();
			return;
		}
		if (popup == null) {
			popup = new SignaturePopup(text);
		}
		popup.show(help);
	}

	private void hide() {
		asked++;
		if (popup != null) {
			popup.close();
			popup = null;
		}
	}
}
