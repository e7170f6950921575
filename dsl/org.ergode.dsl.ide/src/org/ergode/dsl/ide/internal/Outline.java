// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.erg.Element;

/** The shape of a text: symbols, and what folds. */
final class Outline {
	private Outline() {
	}

	static List<DocumentSymbol> symbols(Analysis a) {
		return children(a.model(), a);
	}

	private static List<DocumentSymbol> children(EObject parent, Analysis a) {
		List<DocumentSymbol> symbols = new ArrayList<>();
		for (EObject child : parent.eContents()) {
			SymbolKind kind = Kinds.symbol(child);
			String label = kind == null ? null : Kinds.label(child);
			INode node = NodeModelUtils.findActualNodeFor(child);
			if (label == null || label.isBlank() || node == null) {
				continue;
			}
			Range range = a.lines().range(node.getOffset(), node.getLength());
			DocumentSymbol symbol = new DocumentSymbol(label, kind, range, nameRange(child, range, a), label.startsWith(Kinds.noun(child)) ? null : Kinds.noun(child));
			symbol.setChildren(children(child, a));
			symbols.add(symbol);
		}
		return symbols;
	}

	/** The name if there is one, else all of it. */
	static Range nameRange(EObject e, Range whole, Analysis a) {
		if (e.eClass().getEStructuralFeature("name") == null) {
			return whole;
		}
		List<INode> nodes = NodeModelUtils.findNodesForFeature(e, e.eClass().getEStructuralFeature("name"));
		return nodes.isEmpty() ? whole : a.lines().range(nodes.getFirst().getOffset(), nodes.getFirst().getLength());
	}

	/** Elements of a file whose name has the query's letters in their order. */
	static List<WorkspaceSymbol> matching(Analysis a, String query) {
		List<WorkspaceSymbol> found = new ArrayList<>();
		for (Element e : a.model().getElements()) {
			INode node = NodeModelUtils.findActualNodeFor(e);
			String name = Kinds.name(e);
			if (node != null && name != null && subsequence(query.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))) {
				Range whole = a.lines().range(node.getOffset(), node.getLength());
				found.add(new WorkspaceSymbol(name, Kinds.symbol(e), Either.forLeft(new Location(a.address(), nameRange(e, whole, a))), Kinds.noun(e)));
			}
		}
		return found;
	}

	private static boolean subsequence(String query, String name) {
		int at = 0;
		for (int i = 0; i < query.length(); i++) {
			at = name.indexOf(query.charAt(i), at) + 1;
			if (at == 0) {
				return false;
			}
		}
		return true;
	}

	/** Blocks of more than one line, and runs of comments that have their lines for themselves. */
	static List<FoldingRange> folds(Analysis a) {
		List<FoldingRange> folds = new ArrayList<>();
		if (a.root() == null) {
			return folds;
		}
		List<Integer> open = new ArrayList<>();
		int comment = -1;
		int last = -2;
		for (ILeafNode leaf : a.root().getLeafNodes()) {
			String s = leaf.getText();
			int line = a.lines().line(leaf.getOffset());
			if (leaf.isHidden() && (s.startsWith("//") || s.startsWith("/*"))) {
				int end = leaf.getOffset() + s.stripTrailing().length();
				boolean alone = a.lines().isBlank(a.lines().starts()[line], leaf.getOffset()) && a.lines().isBlank(end, a.lines().end(a.lines().line(end)));
				if (line != last + 1 || !alone) {
					fold(folds, comment, last, FoldingRangeKind.Comment);
					comment = alone ? line : -1;
				}
				last = alone ? a.lines().line(end - 1) : -2;
			} else if (!leaf.isHidden() && s.equals("{")) {
				open.add(line);
			} else if (!leaf.isHidden() && s.equals("}") && !open.isEmpty()) {
				fold(folds, open.removeLast(), line - 1, FoldingRangeKind.Region);
			}
		}
		fold(folds, comment, last, FoldingRangeKind.Comment);
		return folds;
	}

	private static void fold(List<FoldingRange> folds, int first, int last, String kind) {
		if (first >= 0 && last > first) {
			FoldingRange fold = new FoldingRange(first, last);
			fold.setKind(kind);
			folds.add(fold);
		}
	}
}
