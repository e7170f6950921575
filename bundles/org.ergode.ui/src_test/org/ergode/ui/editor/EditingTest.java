// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentCommand;
import org.junit.jupiter.api.Test;

/** What typing does beyond putting in a character; the cursor is written as {@code |}. */
class EditingTest {
	private static String typed(String before, String text) throws BadLocationException {
		int cursor = before.indexOf('|');
		Document document = new Document(before.replace("|", ""));
		DocumentCommand command = new DocumentCommand() {
		};
		command.offset = cursor;
		command.text = text;
		command.doit = true;
		command.caretOffset = -1;
		command.shiftsCaret = true;
		new ErgAutoEdit().customizeDocumentCommand(document, command);
		document.replace(command.offset, command.length, command.text);
		int caret = command.caretOffset >= 0 ? command.caretOffset : command.offset + command.text.length();
		return document.get().substring(0, caret) + "|" + document.get().substring(caret);
	}

	@Test
	void aNewLineKeepsTheIndent() throws BadLocationException {
		assertThat(typed("process A {\n  waiting ~ fixed(1 s)|\n}", "\n")).isEqualTo("process A {\n  waiting ~ fixed(1 s)\n  |\n}");
	}

	@Test
	void aNewLineAfterABraceIndentsAndClosesIt() throws BadLocationException {
		assertThat(typed("process A {|", "\n")).isEqualTo("process A {\n  |\n}");
	}

	@Test
	void aBraceThatIsClosedIsNotClosedAgain() throws BadLocationException {
		assertThat(typed("process A {|\n}", "\n")).isEqualTo("process A {\n  |\n}");
	}

	@Test
	void bracketsAndQuotesComeInPairs() throws BadLocationException {
		assertThat(typed("exponential|", "(")).isEqualTo("exponential(|)");
		assertThat(typed("plot a |", "\"")).isEqualTo("plot a \"|\"");
		assertThat(typed("f(|x)", "(")).isEqualTo("f((|x)");
	}

	@Test
	void aClosedBracketIsSteppedOver() throws BadLocationException {
		assertThat(typed("f(x|)", ")")).isEqualTo("f(x)|");
		assertThat(typed("\"a|\"", "\"")).isEqualTo("\"a\"|");
	}

	@Test
	void aClosingBraceGoesToTheLeft() throws BadLocationException {
		assertThat(typed("process A {\n  |", "}")).isEqualTo("process A {\n}|");
	}

	@Test
	void commentsLinesOutAndIn() {
		List<String> lines = List.of("  seed 1", "", "    plot a");
		List<String> commented = List.of("  // seed 1", "", "  //   plot a");
		assertThat(ToggleComment.toggle(lines)).isEqualTo(commented);
		assertThat(ToggleComment.toggle(commented)).isEqualTo(lines);
	}

	@Test
	void aLineThatIsNotCommentedCommentsAll() {
		assertThat(ToggleComment.toggle(List.of("// a", "b"))).containsExactly("// // a", "// b");
	}

	@Test
	void foldsBracesAndLongComments() {
		String text = "/* a\n b */\nprocess A {\n  x\n}\nlet s = {1, 2}\n";
		assertThat(Folding.regions(text)).extracting(r -> text.substring(r.getOffset(), r.getOffset() + r.getLength()))
				.containsExactly("/* a\n b */", "{\n  x\n}");
	}

	@Test
	void findsTheExperimentUnderTheCursor() {
		String text = "data Xor = table { 0 -> 1 }\nexperiment A {\n  show W as {1, 2}\n}\n// experiment No {\nexperiment B {\n  seed 1\n";
		assertThat(Experiments.in(text)).extracting(Experiments.Found::name).containsExactly("A", "B");
		assertThat(Experiments.at(text, text.indexOf("show")).map(Experiments.Found::name)).contains("A");
		assertThat(Experiments.at(text, text.indexOf("seed")).map(Experiments.Found::name)).contains("B");
		assertThat(Experiments.at(text, 3)).isEmpty();
	}

	@Test
	void theOnlyExperimentIsMeantFromAnywhere() {
		assertThat(Experiments.at("process P { }\nexperiment A { }", 0).map(Experiments.Found::name)).contains("A");
	}

	@Test
	void renamesToNamesOnly() {
		assertThat(RenameHandler.problemOf("\u03B1\u2080")).isNull();
		assertThat(RenameHandler.problemOf("2x")).isNotNull();
		assertThat(RenameHandler.problemOf("a b")).isNotNull();
		assertThat(RenameHandler.problemOf("")).isNotNull();
	}
}
