// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.window.Window;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Messages;
import org.ergode.ui.UiThread;
import org.ergode.ui.language.OpenModel;

/** Renames what the cursor is on, wherever it is used. */
public final class RenameHandler extends AbstractHandler {
	@Override
	public Object execute(ExecutionEvent event) {
		Shell shell = HandlerUtil.getActiveShell(event);
		Editors.active(event).filter(Editors.Active::isEditable).ifPresent(active -> active.model()
				.ifPresent(model -> active.word().ifPresentOrElse(word -> rename(shell, model, word),
						() -> StatusLine.tell(Messages.editor_noName))));
		return null;
	}

	private static void rename(Shell shell, OpenModel model, IRegion word) {
		try {
			String name = model.document().get(word.getOffset(), word.getLength());
			InputDialog dialog = new InputDialog(shell, Messages.editor_rename, Messages.bind(Messages.editor_newName, name), name,
					RenameHandler::problemOf);
			if (dialog.open() != Window.OK || dialog.getValue().equals(name)) {
				return;
			}
			Position position = model.position(word.getOffset());
			model.ask((server, id) -> server.rename(new RenameParams(id, position, dialog.getValue()))).whenComplete((edit, problem) -> UiThread.run(() -> {
				if (edit != null) {
					Edits.apply(edit);
				} else {
					StatusLine.tell(Messages.bind(Messages.editor_cannotRename, name));
				}
			}));
		} catch (BadLocationException e) {
			ErgodeUi.log("cannot rename", e);
		}
	}

	/** @return null for a legal name */
	static String problemOf(String name) {
		boolean legal = !name.isEmpty() && ErgLexer.isNameStart(name.charAt(0)) && name.chars().allMatch(c -> ErgLexer.isNamePart((char) c));
		return legal ? null : Messages.editor_notAName;
	}
}
