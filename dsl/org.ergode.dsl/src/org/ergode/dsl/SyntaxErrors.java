// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.util.LineAndColumn;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.parser.ErgSyntaxErrorMessageProvider;

/** The syntax errors of a parse result: at most one a line, none at the end after another, and no echoes of the one before. */
public final class SyntaxErrors {
	private static final int LIMIT = 20;
	/** A token of refused text reaches to the end of the file; its message is about its beginning. */
	private static final int LONGEST = 200;
	/** Lines after an error in which another may be its echo. */
	private static final int NEAR = 3;
	/** Characters of a text that is read again to find out. */
	private static final int LARGEST = 500_000;

	private SyntaxErrors() {
	}

	public static List<Erg.SyntaxError> of(String file, IParseResult result) {
		List<Erg.SyntaxError> errors = new ArrayList<>();
		Set<Integer> lines = new HashSet<>();
		Set<String> reserved = new HashSet<>();
		String text = result.getRootNode().getText();
		for (INode node : result.getSyntaxErrors()) {
			Source source = source(file, node);
			boolean atEnd = node.getTotalEndOffset() >= result.getRootNode().getTotalEndOffset() && !errors.isEmpty();
			String word = text.substring(source.offset(), Math.min(text.length(), source.offset() + source.length()));
			if (!atEnd && errors.size() < LIMIT && lines.add(source.line()) && !reserved.contains(word) && (errors.isEmpty() || !isEcho(text, errors.getLast().source(), source))) {
				if (ErgSyntaxErrorMessageProvider.isReservedWord(node.getSyntaxErrorMessage())) {
					reserved.add(word);
				}
				errors.add(new Erg.SyntaxError(source, node.getSyntaxErrorMessage().getMessage(), ErgSyntaxErrorMessageProvider.fixes(node.getSyntaxErrorMessage())));
			}
		}
		return errors;
	}

	/** Whether an error goes away with the line of the one before it: the parser then only lost its way there. */
	private static boolean isEcho(String text, Source first, Source second) {
		if (second.line() - first.line() > NEAR || text.length() > LARGEST) {
			return false;
		}
		int from = text.lastIndexOf('\n', first.offset() - 1) + 1;
		int to = text.indexOf('\n', first.offset());
		String line = text.substring(from, to < 0 ? text.length() : to);
		boolean opens = line.chars().filter(c -> c == '{').count() != line.chars().filter(c -> c == '}').count();
		String without = text.substring(0, from) + line.replaceAll(opens ? "[^{}\r]" : "[^\r]", " ") + text.substring(from + line.length());
		IParseResult again = Erg.injector().getInstance(IParser.class).parse(new StringReader(without));
		for (INode node : again.getSyntaxErrors()) {
			if (source("", node).line() == second.line()) {
				return false;
			}
		}
		return true;
	}

	private static Source source(String file, INode node) {
		int[] place = ErgSyntaxErrorMessageProvider.place(node.getSyntaxErrorMessage());
		int offset = place[0] < 0 ? node.getOffset() : place[0];
		int length = place[0] < 0 ? node.getLength() : place[1];
		LineAndColumn at = NodeModelUtils.getLineAndColumn(node, offset);
		return new Source(file, at.getLine(), at.getColumn(), offset, length > LONGEST ? 1 : length);
	}
}
