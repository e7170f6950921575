// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.RuleParameter;

/** Takes a declaration out of the text: a statement with the lines that it has for itself, a parameter of a rule with its comma. */
final class Removal {
	private final String text;
	private int from;
	private int to;

	private Removal(INode node) {
		text = node.getRootNode().getText();
		from = node.getOffset();
		to = from + node.getLength();
	}

	static Fix of(EObject declaration, String title) {
		Removal r = new Removal(NodeModelUtils.findActualNodeFor(declaration));
		if (declaration instanceof RuleParameter) {
			r.parameter(declaration.eContainer() instanceof FunctionDefinition);
		} else {
			r.statement();
		}
		return new Fix(title, r.from, r.to - r.from, "");
	}

	private void statement() {
		int begin = from - blanksBefore(from);
		int end = to + blanksAfter(to);
		if (text.startsWith("//", end)) { // a note to what goes away
			end = text.indexOf('\n', end) < 0 ? text.length() : text.indexOf('\n', end);
		}
		boolean first = begin == 0 || text.charAt(begin - 1) == '\n';
		boolean last = end == text.length() || text.charAt(end) == '\n';
		if (first && last) {
			from = begin;
			to = Math.min(text.length(), end + 1);
		} else if (last) {
			from = begin;
			to = end;
		} else {
			to = to + blanksAfter(to);
		}
	}

	/** @param emptyList whether parentheses may stand around nothing */
	private void parameter(boolean emptyList) {
		int before = from - 1;
		while (before > 0 && Character.isWhitespace(text.charAt(before))) {
			before--;
		}
		int after = to;
		while (after < text.length() - 1 && Character.isWhitespace(text.charAt(after))) {
			after++;
		}
		if (text.charAt(before) == ',') {
			from = before;
		} else if (text.charAt(after) == ',') {
			to = after + 1 + blanksAfter(after + 1);
		} else if (!emptyList) {
			from = before;
			to = after + 1;
		}
	}

	private int blanksBefore(int offset) {
		int n = 0;
		while (offset - n > 0 && isBlank(text.charAt(offset - n - 1))) {
			n++;
		}
		return n;
	}

	private int blanksAfter(int offset) {
		int n = 0;
		while (offset + n < text.length() && isBlank(text.charAt(offset + n))) {
			n++;
		}
		return n;
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\t' || c == '\r';
	}
}
