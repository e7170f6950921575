// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.editor;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.ergode.ui.ErgodeUi;
import org.ergode.ui.Images;
import org.ergode.ui.language.OpenModel;

/** One line of the completion list. It stays while what is typed begins, or abbreviates, what it offers. */
final class CompletionProposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3,
		ICompletionProposalExtension5, ICompletionProposalExtension6 {
	private final CompletionItem item;
	private final Snippet snippet;
	private final int start;
	private final int replacedEnd;
	private final int askedAt;
	private IRegion selection;

	private CompletionProposal(CompletionItem item, Snippet snippet, int start, int replacedEnd, int askedAt) {
		this.item = item;
		this.snippet = snippet;
		this.start = start;
		this.replacedEnd = replacedEnd;
		this.askedAt = askedAt;
	}

	static CompletionProposal of(CompletionItem item, OpenModel model, int offset) {
		String text = item.getInsertText() != null ? item.getInsertText() : item.getLabel();
		int start = wordStart(model.document(), offset);
		int end = offset;
		if (item.getTextEdit() != null && item.getTextEdit().isLeft()) {
			text = item.getTextEdit().getLeft().getNewText();
			try {
				IRegion region = model.region(item.getTextEdit().getLeft().getRange());
				start = region.getOffset();
				end = Math.max(offset, start + region.getLength());
			} catch (BadLocationException e) {
				// the text changed since: the word at the cursor is the best that is known
			}
		}
		Snippet snippet = item.getInsertTextFormat() == InsertTextFormat.Snippet ? Snippet.parse(text) : Snippet.plain(text);
		return new CompletionProposal(item, snippet, start, end, offset);
	}

	private static int wordStart(IDocument document, int offset) {
		try {
			int i = offset;
			while (i > 0 && ErgLexer.isNamePart(document.getChar(i - 1))) {
				i--;
			}
			return i;
		} catch (BadLocationException e) {
			return offset;
		}
	}

	/** @return whether what stands before the cursor begins or abbreviates this proposal */
	boolean fits(IDocument document, int offset) {
		try {
			String typed = document.get(start, Math.max(0, offset - start));
			String filter = item.getFilterText() != null ? item.getFilterText() : item.getLabel();
			return matches(typed.strip(), filter);
		} catch (BadLocationException e) {
			return false;
		}
	}

	/** {@code ml} abbreviates {@code mittag_leffler}: letters in order, the first one first. */
	static boolean matches(String typed, String offered) {
		String pattern = typed.toLowerCase(Locale.ROOT);
		String text = offered.toLowerCase(Locale.ROOT);
		if (pattern.isEmpty() || text.startsWith(pattern)) {
			return true;
		}
		if (text.isEmpty() || pattern.charAt(0) != text.charAt(0)) {
			return false;
		}
		int found = 0;
		for (int i = 0; i < text.length() && found < pattern.length(); i++) {
			if (text.charAt(i) == pattern.charAt(found)) {
				found++;
			}
		}
		return found == pattern.length();
	}

	@Override
	public boolean validate(IDocument document, int offset, DocumentEvent event) {
		return offset >= start && fits(document, offset);
	}

	@Override
	public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
		IDocument document = viewer.getDocument();
		if (!validate(document, offset, null)) {
			return; // typed on, faster than the list could follow
		}
		try {
			int end = replacedEnd + offset - askedAt;
			document.replace(start, Math.max(0, end - start), snippet.text());
			selection = new Region(start + snippet.end(), 0);
			if (isOneGap()) {
				selection = new Region(start + snippet.stops().getFirst().region().getOffset(), 0);
			} else if (!snippet.stops().isEmpty()) {
				linkStops(viewer, document);
			}
		} catch (BadLocationException e) {
			ErgodeUi.log("cannot complete", e);
		}
	}

	/** {@code normal(|)}: the cursor goes there, and steps over the bracket when that is typed. Nothing to hop between. */
	private boolean isOneGap() {
		return snippet.stops().size() == 1 && snippet.stops().getFirst().region().getLength() == 0;
	}

	private void linkStops(ITextViewer viewer, IDocument document) throws BadLocationException {
		SortedMap<Integer, LinkedPositionGroup> groups = new TreeMap<>();
		for (Snippet.Stop stop : snippet.stops()) {
			int turn = groups.containsKey(stop.number()) ? LinkedPositionGroup.NO_STOP : groups.size();
			groups.computeIfAbsent(stop.number(), number -> new LinkedPositionGroup())
					.addPosition(new LinkedPosition(document, start + stop.region().getOffset(), stop.region().getLength(), turn));
		}
		LinkedModeModel links = new LinkedModeModel();
		for (LinkedPositionGroup group : groups.values()) { // a group that is added is closed
			links.addGroup(group);
		}
		links.forceInstall();
		LinkedModeUI ui = new LinkedModeUI(links, viewer);
		ui.setExitPosition(viewer, start + snippet.end(), 0, Integer.MAX_VALUE);
		ui.enter();
		selection = ui.getSelectedRegion();
	}

	@Override
	public void apply(IDocument document) {
		try {
			document.replace(start, Math.max(0, replacedEnd - start), snippet.text());
		} catch (BadLocationException e) {
			ErgodeUi.log("cannot complete", e);
		}
	}

	@Override
	public Point getSelection(IDocument document) {
		return selection == null ? null : new Point(selection.getOffset(), selection.getLength());
	}

	@Override
	public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
		if (item.getDocumentation() == null) {
			return null;
		}
		String markdown = item.getDocumentation().isLeft() ? item.getDocumentation().getLeft() : item.getDocumentation().getRight().getValue();
		return Markdown.toHtml(markdown);
	}

	@Override
	public String getAdditionalProposalInfo() {
		return null;
	}

	@Override
	public IInformationControlCreator getInformationControlCreator() {
		return Hover.control();
	}

	@Override
	public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
		return snippet.text();
	}

	@Override
	public int getPrefixCompletionStart(IDocument document, int completionOffset) {
		return start;
	}

	@Override
	public StyledString getStyledDisplayString() {
		StyledString text = new StyledString(item.getLabel());
		if (item.getDetail() != null && !item.getDetail().isBlank()) {
			text.append("  " + item.getDetail(), StyledString.QUALIFIER_STYLER);
		}
		return text;
	}

	@Override
	public String getDisplayString() {
		return getStyledDisplayString().getString();
	}

	@Override
	public Image getImage() {
		CompletionItemKind kind = item.getKind() == null ? CompletionItemKind.Text : item.getKind();
		return Images.get(switch (kind) {
			case Keyword -> "keyword";
			case Unit -> "unit";
			case Function, Method, Constructor, Operator -> "function";
			case Class, Struct, Interface, Module, TypeParameter -> "distribution";
			case Snippet -> "template";
			case Property, Field, Value, EnumMember, Enum -> "parameter";
			case Variable, Constant -> "state";
			default -> "member";
		});
	}

	@Override
	public IContextInformation getContextInformation() {
		return null;
	}

	@Override
	public void selected(ITextViewer viewer, boolean smartToggle) {
	}

	@Override
	public void unselected(ITextViewer viewer) {
	}
}
