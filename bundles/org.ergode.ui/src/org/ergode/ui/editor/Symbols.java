// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.ergode.ui.Images;
import org.ergode.ui.language.OpenModel;

/** A model's elements as a tree, for the Outline view and the quick outline. */
final class Symbols {
	private Symbols() {
	}

	/** @return the elements at the top; never null */
	static CompletableFuture<List<DocumentSymbol>> of(OpenModel model) {
		return model.ask((server, id) -> server.documentSymbol(new DocumentSymbolParams(id))).thenApply(answer -> {
			List<DocumentSymbol> symbols = new ArrayList<>();
			answer.forEach(symbol -> {
				if (symbol.isRight()) {
					symbols.add(symbol.getRight());
				}
			});
			return symbols;
		});
	}

	/** @return the innermost symbol around a position */
	static Optional<DocumentSymbol> at(List<DocumentSymbol> symbols, Position position) {
		for (DocumentSymbol symbol : symbols) {
			if (contains(symbol.getRange(), position)) {
				return children(symbol).isEmpty() ? Optional.of(symbol) : at(children(symbol), position).or(() -> Optional.of(symbol));
			}
		}
		return Optional.empty();
	}

	private static boolean contains(Range range, Position p) {
		return compare(range.getStart(), p) <= 0 && compare(p, range.getEnd()) <= 0;
	}

	private static int compare(Position a, Position b) {
		return a.getLine() != b.getLine() ? Integer.compare(a.getLine(), b.getLine()) : Integer.compare(a.getCharacter(), b.getCharacter());
	}

	static List<DocumentSymbol> children(DocumentSymbol symbol) {
		return symbol.getChildren() == null ? List.of() : symbol.getChildren();
	}

	/** The tree of a list of symbols. */
	static final class Content implements ITreeContentProvider {
		@Override
		public Object[] getElements(Object input) {
			return ((List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return children((DocumentSymbol) parent).toArray();
		}

		@Override
		public Object getParent(Object element) {
			return null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return !children((DocumentSymbol) element).isEmpty();
		}
	}

	/** A symbol's name and detail, with the icon of the word that declares it. */
	static final class Labels extends StyledCellLabelProvider {
		private final IDocument document;

		Labels(IDocument document) {
			this.document = document;
		}

		@Override
		public void update(ViewerCell cell) {
			DocumentSymbol symbol = (DocumentSymbol) cell.getElement();
			StyledString text = new StyledString(symbol.getName());
			if (symbol.getDetail() != null && !symbol.getDetail().isBlank()) {
				text.append("  " + symbol.getDetail(), StyledString.QUALIFIER_STYLER);
			}
			cell.setText(text.getString());
			cell.setStyleRanges(text.getStyleRanges());
			cell.setImage(Images.get(icon(declaringWord(symbol))));
			super.update(cell);
		}

		private String declaringWord(DocumentSymbol symbol) {
			try {
				int offset = OpenModel.offset(document, symbol.getRange().getStart());
				return Words.at(document, offset).map(r -> document.get().substring(r.getOffset(), r.getOffset() + r.getLength())).orElse("");
			} catch (BadLocationException e) {
				return "";
			}
		}

		private static String icon(String word) {
			return switch (word) {
				case "process", "field", "network", "learning", "data", "experiment", "distribution", "function", "parameter", "state" -> word;
				case "input", "visible", "hidden", "output" -> "layer";
				case "simulate", "train", "recall" -> "run";
				case "plot", "show" -> "plots";
				case "expect", "check" -> "claims";
				case "energy", "loss", "fit", "update", "let" -> "equation";
				default -> "member";
			};
		}
	}
}
