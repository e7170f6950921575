// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Element;
import org.ergode.dsl.erg.Layer;
import org.ergode.dsl.erg.LearningRule;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Occurrence;
import org.ergode.dsl.Words;

/** The colours of a text: names by what they mean, the rest by what it is. */
public final class SemanticColours {
	private static final List<String> TYPES = List.of("keyword", "unit", "function", "method", "class", "type", "parameter", "property", "variable", "number", "string", "comment");
	public static final SemanticTokensLegend LEGEND = new SemanticTokensLegend(TYPES, List.of("declaration"));

	private SemanticColours() {
	}

	static SemanticTokens of(Analysis a) {
		return of(a, 0, Integer.MAX_VALUE);
	}

	/** What an editor shows first of a long text: the tokens that reach into a range. */
	static SemanticTokens of(Analysis a, Range range) {
		return of(a, a.lines().offset(range.getStart()), a.lines().offset(range.getEnd()));
	}

	private static SemanticTokens of(Analysis a, int from, int to) {
		Map<Integer, Occurrence> byOffset = new HashMap<>();
		a.occurrences().forEach(m -> byOffset.putIfAbsent(m.offset(), m));
		List<Integer> data = new ArrayList<>();
		int[] last = {0, 0};
		if (a.root() != null) {
			for (ILeafNode leaf : a.root().getLeafNodes()) {
				if (leaf.getOffset() + leaf.getLength() < from || leaf.getOffset() > to) {
					continue;
				}
				leaf(leaf, byOffset, a.lines(), data, last);
			}
		}
		return new SemanticTokens(data);
	}

	private static void leaf(ILeafNode leaf, Map<Integer, Occurrence> names, Lines lines, List<Integer> data, int[] last) {
		String s = leaf.getText();
		if (s.isBlank()) {
			return;
		}
		Occurrence m = names.get(leaf.getOffset());
		Occurrence inside = m == null ? names.get(leaf.getOffset() + 1) : null;
		if (inside != null && inside.offset() + inside.length() == leaf.getOffset() + s.length()) { // x of dx/dt
			token(inside.offset(), inside.length(), type(inside), inside.isDeclaration(), lines, data, last);
			return;
		}
		String type = m != null ? type(m) : lexical(leaf, s);
		if (type != null) {
			int offset = leaf.getOffset();
			for (String line : s.stripTrailing().split("\n", -1)) {
				token(offset, line.length(), type, m != null && m.isDeclaration(), lines, data, last);
				offset += line.length() + 1;
			}
		}
	}

	private static void token(int offset, int length, String type, boolean declares, Lines lines, List<Integer> data, int[] last) {
		int line = lines.line(offset);
		int column = offset - lines.starts()[line];
		if (length == 0 || line < last[0] || line == last[0] && column < last[1]) {
			return;
		}
		data.addAll(List.of(line - last[0], line == last[0] ? column - last[1] : column, length, TYPES.indexOf(type), declares ? 1 : 0));
		last[0] = line;
		last[1] = column;
	}

	private static String lexical(ILeafNode leaf, String s) {
		char c = s.charAt(0);
		if (leaf.isHidden()) {
			return "comment";
		}
		if (Character.isLetter(c) && NodeModelUtils.findActualSemanticObjectFor(leaf) instanceof Argument a && s.equals(a.getName())) {
			return "property";
		}
		return c == '"' ? "string" : Character.isDigit(c) ? "number" : Words.keywords().contains(s) ? "keyword" : null;
	}

	private static String type(Occurrence m) {
		return switch (m.meaning()) {
			case Meaning.Unit _ -> "unit";
			case Meaning.Function _, Meaning.Distribution _, Meaning.Observable _, Meaning.Builtin _ -> "function";
			case Meaning.Declared(LearningRule _) -> "method";
			case Meaning.Declared(Element _) -> "class";
			case Meaning.Declared(Layer _) -> "type";
			case Meaning.Declared(Parameter _), Meaning.Declared(RuleParameter _) -> "parameter";
			case Meaning.Role _ -> "type";
			default -> "variable";
		};
	}
}
