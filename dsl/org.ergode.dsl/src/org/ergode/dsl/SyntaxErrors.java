// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.util.LineAndColumn;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.parser.ErgSyntaxErrorMessageProvider;

/** The syntax errors of a parse result: at most one a line, and none at the end after another, because those are nearly always the first's echo. */
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
			Source source = source(file, concerned(node));
			boolean atEnd = node.getTotalEndOffset() >= result.getRootNode().getTotalEndOffset() && !errors.isEmpty();
			if (!atEnd && errors.size() < LIMIT && lines.add(source.line())) {
				errors.add(new Erg.SyntaxError(source, node.getSyntaxErrorMessage().getMessage(), near(node.getSyntaxErrorMessage())));
			}
		}
		return errors;
	}

	private static List<String> near(SyntaxErrorMessage message) {
		return message.getIssueData() == null ? List.of() : List.of(message.getIssueData());
	}

	private static INode concerned(INode node) {
		if (!ErgSyntaxErrorMessageProvider.BEFORE.equals(node.getSyntaxErrorMessage().getIssueCode())) {
			return node;
		}
		ILeafNode before = NodeModelUtils.findLeafNodeAtOffset(node.getRootNode(), node.getOffset() - 1);
		while (before != null && before.isHidden()) {
			before = NodeModelUtils.findLeafNodeAtOffset(node.getRootNode(), before.getOffset() - 1);
		}
		return before == null ? node : before;
	}

	private static Source source(String file, INode node) {
		LineAndColumn at = NodeModelUtils.getLineAndColumn(node, node.getOffset());
		return new Source(file, at.getLine(), at.getColumn(), node.getOffset(), node.getLength() > LONGEST ? 1 : node.getLength());
	}
}
