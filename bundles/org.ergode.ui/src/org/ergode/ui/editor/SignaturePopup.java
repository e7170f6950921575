// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.List;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Shell;

/** A line above the cursor: a call's parameters, the one that is being written in bold, and below it what is legal for it. */
final class SignaturePopup {
	private static final int MARGIN = 4;

	private final StyledText editor;
	private final Shell shell;
	private final StyledText text;

	SignaturePopup(StyledText editor) {
		this.editor = editor;
		shell = new Shell(editor.getShell(), SWT.TOOL | SWT.ON_TOP | SWT.NO_FOCUS | SWT.NO_TRIM);
		FillLayout frame = new FillLayout();
		frame.marginWidth = 1;
		frame.marginHeight = 1;
		shell.setLayout(frame);
		text = new StyledText(shell, SWT.READ_ONLY | SWT.NO_FOCUS);
		text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
		text.setCaret(null);
		text.setFont(editor.getFont());
		ColorRegistry colours = JFaceResources.getColorRegistry();
		text.setBackground(colours.get(JFacePreferences.INFORMATION_BACKGROUND_COLOR));
		text.setForeground(colours.get(JFacePreferences.INFORMATION_FOREGROUND_COLOR));
		shell.setBackground(editor.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
	}

	void show(SignatureHelp help) {
		SignatureInformation signature = help.getSignatures().get(help.getActiveSignature() == null ? 0 : help.getActiveSignature());
		List<ParameterInformation> parameters = signature.getParameters() == null ? List.of() : signature.getParameters();
		int active = help.getActiveParameter() == null ? parameters.size() : help.getActiveParameter();
		String rule = active < parameters.size() ? rule(parameters.get(active)) : "";
		text.setText(rule.isEmpty() ? signature.getLabel() : signature.getLabel() + "\n" + rule);
		if (active < parameters.size()) {
			text.setStyleRange(bold(signature.getLabel(), parameters.subList(0, active + 1)));
		}
		shell.pack();
		shell.setLocation(place());
		shell.setVisible(true);
	}

	private static String rule(ParameterInformation parameter) {
		return parameter.getDocumentation() != null && parameter.getDocumentation().isLeft() ? parameter.getDocumentation().getLeft() : "";
	}

	/** The last one, which may be a part of the label of another: it is looked for behind those before it. */
	private static StyleRange bold(String signature, List<ParameterInformation> parameters) {
		int start = 0;
		int end = signature.indexOf('(') + 1;
		for (ParameterInformation parameter : parameters) {
			String label = parameter.getLabel().getLeft();
			start = Math.max(end, signature.indexOf(label, end));
			end = Math.min(signature.length(), start + label.length());
		}
		return new StyleRange(start, end - start, null, null, SWT.BOLD);
	}

	/** Above the line, so that a completion list has its place below; below it where there is no room. */
	private Point place() {
		Point cursor = editor.getLocationAtOffset(editor.getCaretOffset());
		Point size = shell.getSize();
		Point above = editor.toDisplay(cursor.x, cursor.y - size.y - MARGIN);
		return above.y >= shell.getMonitor().getClientArea().y ? above
				: editor.toDisplay(cursor.x, cursor.y + editor.getLineHeight(editor.getCaretOffset()) + MARGIN);
	}

	void close() {
		shell.dispose();
	}
}
