// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.ergode.ui.ErgodeUi;

/** Comments the selected lines out, or in again. */
public final class ToggleCommentHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Editors.active(event).filter(Editors.Active::isEditable).ifPresent(active -> {
			try {
				toggle(active);
			} catch (BadLocationException e) {
				ErgodeUi.log("cannot comment", e);
			}
		});
		return null;
	}

	private static void toggle(Editors.Active active) throws BadLocationException {
		IDocument document = active.document();
		int first = active.selection().getStartLine();
		int last = Math.max(first, active.selection().getEndLine());
		int start = document.getLineOffset(first);
		IRegion end = document.getLineInformation(last);
		String lines = document.get(start, end.getOffset() + end.getLength() - start);
		String delimiter = lines.contains("\r\n") ? "\r\n" : "\n";
		String toggled = String.join(delimiter, ToggleComment.toggle(List.of(lines.split("\r?\n", -1))));
		document.replace(start, lines.length(), toggled);
		if (active.selection().getLength() > 0) {
			active.editor().selectAndReveal(start, toggled.length());
		}
	}
}
