// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.ergode.ui.UiThread;
import org.ergode.ui.step.Stepping.State;

/** Goes on to the line of the cursor, in the text that is stepped through. */
public final class RunToLineHandler extends AbstractHandler {
	private final Runnable listener = () -> UiThread.run(this::follow);

	public RunToLineHandler() {
		Stepping.get().addListener(listener);
		follow();
	}

	private void follow() {
		setBaseEnabled(Stepping.get().state() == State.STOPPED);
	}

	@Override
	public void dispose() {
		Stepping.get().removeListener(listener);
		super.dispose();
	}

	@Override
	public Object execute(ExecutionEvent event) {
		IEditorPart part = HandlerUtil.getActiveEditor(event);
		ITextEditor editor = part == null ? null : part.getAdapter(ITextEditor.class);
		if (editor != null && editor.getSelectionProvider().getSelection() instanceof ITextSelection at) {
			StepperView.address(editor, part.getSite().getPage()).ifPresent(address -> Stepping.get().runTo(address, at.getStartLine() + 1));
		}
		return null;
	}
}
