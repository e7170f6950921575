// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formatting2;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.ergode.dsl.formatting2.Piece.Kind;

/** Reads the pieces of a parsed text, line by line. */
final class Pieces {
	private static final int TAB = 4;
	/** Features whose members stand on lines of their own. */
	private static final Set<String> LINES = Set.of("imports", "elements", "statements", "members", "rows");

	private final Set<Integer> starts = new HashSet<>();
	private final List<List<Piece>> lines = new ArrayList<>();
	private int breaks;
	private int gap;
	private int column;

	private Pieces() {
	}

	/** @return the lines that have something on them */
	static List<List<Piece>> lines(IParseResult result) {
		ICompositeNode root = result.getRootNode();
		Pieces pieces = new Pieces();
		if (result.getRootASTElement() != null) {
			result.getRootASTElement().eAllContents().forEachRemaining(pieces::start);
		}
		for (ILeafNode leaf : root.getLeafNodes()) {
			pieces.leaf(leaf);
		}
		return pieces.lines;
	}

	private void start(EObject e) {
		if (LINES.contains(e.eContainingFeature().getName()) && !e.eContainer().eClass().getName().equals("Braces")) {
			ICompositeNode node = NodeModelUtils.getNode(e);
			if (node != null) {
				starts.add(node.getOffset());
			}
		}
	}

	private void leaf(ILeafNode leaf) {
		String s = leaf.getText();
		if (s.isEmpty()) {
			return;
		}
		boolean comment = s.startsWith("//") || s.startsWith("/*");
		if (leaf.isHidden() && !comment) {
			blank(s);
			return;
		}
		String shown = s.startsWith("//") ? s.stripTrailing() : s;
		Piece piece = new Piece(shown, kind(leaf, shown, comment), leaf.getOffset(), breaks, gap, column, starts.contains(leaf.getOffset()));
		if (breaks > 0 || lines.isEmpty()) {
			lines.add(new ArrayList<>());
		}
		lines.getLast().add(piece);
		breaks = 0;
		gap = 0;
		int newline = shown.lastIndexOf('\n');
		column = newline < 0 ? column + shown.length() : shown.length() - newline - 1;
		blank(s.substring(shown.length()));
	}

	private void blank(String s) {
		for (int i = 0; i < s.length(); i++) {
			switch (s.charAt(i)) {
				case '\n' -> {
					breaks++;
					column = 0;
					gap = 0;
				}
				case '\t' -> {
					int next = (column / TAB + 1) * TAB;
					gap += next - column;
					column = next;
				}
				case '\r', '\uFEFF' -> {
				}
				default -> {
					gap++;
					column++;
				}
			}
		}
	}

	private static Kind kind(ILeafNode leaf, String s, boolean comment) {
		if (comment) {
			return Kind.COMMENT;
		}
		if (leaf.getGrammarElement() != null) {
			AbstractRule rule = GrammarUtil.containingRule(leaf.getGrammarElement());
			if (rule != null && rule.getName().equals("PrefixOperator") || s.equals("-") && rule != null && rule.getName().equals("UnitExponent")) {
				return Kind.PREFIX;
			}
			if (leaf.getGrammarElement() instanceof RuleCall call && call.getRule().getName().equals("ID")) {
				return Kind.CALLABLE;
			}
		}
		char c = s.charAt(0);
		return Character.isLetterOrDigit(c) || c == '_' || c == '"' ? Kind.WORD : Kind.OPERATOR;
	}
}
