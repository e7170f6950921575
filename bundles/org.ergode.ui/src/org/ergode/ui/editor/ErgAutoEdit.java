// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;

/** Indents new lines by two blanks a brace, closes brackets and quotes, and steps over one that was closed already. */
public final class ErgAutoEdit implements IAutoEditStrategy {
	private static final String INDENT = "  ";
	private static final String OPENING = "([{\"";
	private static final String CLOSING = ")]}\"";

	@Override
	public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
		if (!command.doit || command.text == null) {
			return;
		}
		try {
			if (command.length == 0 && isLineEnd(document, command.text)) {
				newLine(document, command);
			} else if (command.text.length() == 1) {
				character(document, command, command.text.charAt(0));
			}
		} catch (BadLocationException e) {
			// the command is outside of the document: leave it as it is
		}
	}

	private static boolean isLineEnd(IDocument document, String text) {
		for (String delimiter : document.getLegalLineDelimiters()) {
			if (delimiter.equals(text)) {
				return true;
			}
		}
		return false;
	}

	private static void newLine(IDocument document, DocumentCommand command) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(command.offset);
		String before = document.get(line.getOffset(), command.offset - line.getOffset());
		String after = document.get(command.offset, line.getOffset() + line.getLength() - command.offset);
		String indent = before.substring(0, before.length() - before.stripLeading().length());
		String delimiter = command.text;
		boolean opens = before.stripTrailing().endsWith("{");
		command.text = delimiter + indent + (opens ? INDENT : "");
		if (opens && after.isBlank() && lacksClosingBrace(document.get()) || opens && after.strip().startsWith("}")) {
			int caret = command.offset + command.text.length();
			command.text += delimiter + indent + (after.strip().startsWith("}") ? "" : "}");
			command.caretOffset = caret;
			command.shiftsCaret = false;
		}
	}

	private static boolean lacksClosingBrace(String text) {
		int depth = 0;
		ErgLexer lexer = new ErgLexer(text);
		while (lexer.next() != ErgLexer.Kind.END) {
			if (lexer.kind() == ErgLexer.Kind.BRACKET) {
				depth += switch (lexer.word()) {
					case "{" -> 1;
					case "}" -> -1;
					default -> 0;
				};
			}
		}
		return depth > 0;
	}

	private static void character(IDocument document, DocumentCommand command, char c) throws BadLocationException {
		char next = command.offset < document.getLength() ? document.getChar(command.offset) : '\n';
		if (command.length == 0 && CLOSING.indexOf(c) >= 0 && next == c) {
			command.text = "";
			command.caretOffset = command.offset + 1;
			return;
		}
		if (c == '}') {
			outdent(document, command);
			return;
		}
		int pair = OPENING.indexOf(c);
		boolean atEndOfWord = Character.isWhitespace(next) || CLOSING.indexOf(next) >= 0 || next == ',' || next == ';';
		if (pair >= 0 && c != '{' && command.length == 0 && atEndOfWord && !insideString(document, command.offset)) {
			command.text = "" + c + CLOSING.charAt(pair);
			command.caretOffset = command.offset + 1;
			command.shiftsCaret = false;
		}
	}

	private static boolean insideString(IDocument document, int offset) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(offset);
		String before = document.get(line.getOffset(), offset - line.getOffset());
		return before.chars().filter(c -> c == '"').count() % 2 == 1;
	}

	/** A closing brace that begins its line goes one step to the left. */
	private static void outdent(IDocument document, DocumentCommand command) throws BadLocationException {
		IRegion line = document.getLineInformationOfOffset(command.offset);
		String before = document.get(line.getOffset(), command.offset - line.getOffset());
		if (before.isBlank() && before.endsWith(INDENT)) {
			command.offset -= INDENT.length();
			command.length += INDENT.length();
		}
	}
}
