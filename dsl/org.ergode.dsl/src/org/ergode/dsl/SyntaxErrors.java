// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.util.LineAndColumn;
import org.ergode.dsl.ir.Source;

/** The syntax errors of a parse result: at most one a line, because the second is nearly always the first's echo. */
public final class SyntaxErrors {
	private static final int LIMIT = 20;
	/** A token of refused text reaches to the end of the file; its message is about its beginning. */
	private static final int LONGEST = 200;

	private SyntaxErrors() {
	}

	public static List<Erg.SyntaxError> of(String file, IParseResult result) {
		List<Erg.SyntaxError> errors = new ArrayList<>();
		Set<Integer> lines = new HashSet<>();
		for (INode node : result.getSyntaxErrors()) {
			Source source = source(file, node);
			if (errors.size() < LIMIT && lines.add(source.line())) {
				errors.add(new Erg.SyntaxError(source, node.getSyntaxErrorMessage().getMessage(), near(node.getSyntaxErrorMessage())));
			}
		}
		return errors;
	}

	private static List<String> near(SyntaxErrorMessage message) {
		return message.getIssueData() == null ? List.of() : List.of(message.getIssueData());
	}

	private static Source source(String file, INode node) {
		LineAndColumn at = NodeModelUtils.getLineAndColumn(node, node.getOffset());
		return new Source(file, at.getLine(), at.getColumn(), node.getOffset(), node.getLength() > LONGEST ? 1 : node.getLength());
	}
}
