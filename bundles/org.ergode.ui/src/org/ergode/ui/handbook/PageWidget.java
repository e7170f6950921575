// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.LineBackgroundEvent;
import org.eclipse.swt.custom.LineStyleEvent;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.ergode.ui.editor.CodeColours;
import org.ergode.ui.handbook.PageText.Block;
import org.ergode.ui.handbook.PageText.Kind;
import org.ergode.ui.handbook.PageText.Style;

/** Shows a page: fonts, colours, indents; follows links by mouse, and by Enter. Call on the UI thread. */
final class PageWidget {
	private static final int MARGIN = 18;
	private static final int INDENT = 12;
	private static final int COLUMN_GAP = 16;

	private final StyledText widget;
	private final LocalResourceManager resources;
	private final Consumer<String> follow;
	private PageText page = PageReader.read("", "");
	private NavigableMap<Integer, StyleRange> styles = new TreeMap<>();
	/** Widths of the first columns of tables, in pixels. */
	private final Map<Block, Integer> firstColumns = new HashMap<>();
	private Tones tones;
	/** Places of what is looked for, and which of them the reader is at; -1 for none. */
	private List<Integer> found = List.of();
	private int current = -1;
	private int foundLength;

	/** @param follow is given the target of a link */
	PageWidget(Composite parent, Consumer<String> follow) {
		this.follow = follow;
		widget = new StyledText(parent, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
		widget.setMargins(MARGIN, INDENT, MARGIN, INDENT);
		resources = new LocalResourceManager(JFaceResources.getResources(), widget);
		widget.addLineStyleListener(this::layOut);
		widget.addLineBackgroundListener(this::ground);
		widget.addListener(SWT.MouseMove, this::point);
		widget.addListener(SWT.MouseUp, this::click);
		widget.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
				followLinkAt(widget.getCaretOffset());
			}
		});
	}

	StyledText control() {
		return widget;
	}

	PageText page() {
		return page;
	}

	void show(PageText shown) {
		page = shown;
		found = List.of();
		current = -1;
		firstColumns.clear();
		prepare();
		widget.setText(page.text());
	}

	/** After a change of the theme. */
	void paint() {
		prepare();
		forgetLines();
	}

	private void prepare() {
		tones = Tones.on(widget.getBackground());
		styles = styles();
	}

	/** The widget keeps lines as it has drawn them; a font that is set makes it ask again. */
	private void forgetLines() {
		int top = widget.getTopPixel();
		widget.setFont(widget.getFont());
		widget.setTopPixel(top);
	}

	/** Brings a place to the upper part of the window. */
	void reveal(int offset) {
		widget.setCaretOffset(offset);
		if (offset == 0) {
			widget.setTopPixel(0);
		} else {
			int line = line(offset);
			boolean apart = line > 0 && widget.getLine(line - 1).isEmpty();
			widget.setTopIndex(apart ? line - 1 : line);
		}
	}

	/** Lines are asked for as they come into sight: to lay out all of a long page at once takes a second. */
	private void layOut(LineStyleEvent line) {
		page.blockAt(line.lineOffset).filter(block -> !line.lineText.isEmpty() || isCode(block)).ifPresent(block -> {
			switch (block.kind()) {
				case MODEL, CODE -> {
					line.indent = INDENT;
					line.wrapIndent = 3 * INDENT;
				}
				case TABLE, LIST -> {
					int stop = block.kind() == Kind.LIST ? COLUMN_GAP : firstColumns.computeIfAbsent(block, this::firstColumn) + COLUMN_GAP;
					line.tabStops = new int[] {stop};
					line.wrapIndent = stop;
				}
			}
		});
		line.styles = marked(line.lineOffset, line.lineOffset + line.lineText.length()).toArray(StyleRange[]::new);
	}

	private void ground(LineBackgroundEvent line) {
		if (page.blockAt(line.lineOffset).filter(PageWidget::isCode).isPresent()) {
			line.lineBackground = tones.code();
		}
	}

	private static boolean isCode(Block block) {
		return block.kind() == Kind.MODEL || block.kind() == Kind.CODE;
	}

	private int firstColumn(Block table) {
		GC gc = new GC(widget);
		try {
			int width = 0;
			gc.setFont(font(Set.of(Style.CODE)));
			for (String row : page.text().substring(table.start(), table.end()).split("\n")) {
				width = Math.max(width, gc.textExtent(row.substring(0, row.indexOf('\t'))).x);
			}
			return width;
		} finally {
			gc.dispose();
		}
	}

	private int line(int offset) {
		return widget.getLineAtOffset(offset);
	}

	/** By where they start. */
	private NavigableMap<Integer, StyleRange> styles() {
		NavigableMap<Integer, StyleRange> all = new TreeMap<>();
		for (PageText.Run run : page.runs()) {
			StyleRange style = new StyleRange(run.start(), run.end() - run.start(), null, null);
			style.font = font(run.styles());
			if (run.styles().contains(Style.LINK)) {
				style.foreground = JFaceColors.getHyperlinkText(widget.getDisplay());
				style.underline = true;
			}
			all.put(style.start, style);
		}
		page.blocks().stream().filter(PageWidget::isCode).forEach(block -> code(block).forEach(piece -> all.put(piece.start, piece)));
		return all;
	}

	/** The pieces that the editor would colour, and between them the plain ones. */
	private List<StyleRange> code(Block block) {
		List<StyleRange> pieces = new ArrayList<>();
		List<StyleRange> coloured = block.kind() == Kind.MODEL ? CodeColours.of(page.text().substring(block.start(), block.end()), block.start()) : List.of();
		int done = block.start();
		for (StyleRange piece : coloured) {
			plain(pieces, done, piece.start);
			piece.font = font(piece.fontStyle == SWT.BOLD ? Set.of(Style.CODE, Style.BOLD) : piece.fontStyle == SWT.ITALIC ? Set.of(Style.CODE, Style.ITALIC) : Set.of(Style.CODE));
			pieces.add(piece);
			done = piece.start + piece.length;
		}
		plain(pieces, done, block.end());
		return pieces;
	}

	private void plain(List<StyleRange> pieces, int start, int end) {
		if (end > start) {
			StyleRange style = new StyleRange(start, end - start, null, null);
			style.font = font(Set.of(Style.CODE));
			pieces.add(style);
		}
	}

	private Font font(Set<Style> styles) {
		boolean code = styles.contains(Style.CODE);
		boolean heading = styles.contains(Style.TITLE) || styles.contains(Style.SECTION) || styles.contains(Style.ENTRY);
		FontDescriptor base = code ? JFaceResources.getTextFontDescriptor() : JFaceResources.getDialogFontDescriptor();
		int size = JFaceResources.getDialogFont().getFontData()[0].getHeight();
		double factor = styles.contains(Style.TITLE) ? 1.7 : styles.contains(Style.SECTION) ? 1.35 : styles.contains(Style.ENTRY) ? 1.1 : 1;
		int style = (heading || styles.contains(Style.BOLD) ? SWT.BOLD : SWT.NORMAL) | (styles.contains(Style.ITALIC) ? SWT.ITALIC : SWT.NORMAL);
		return resources.create(base.setHeight((int) Math.round(size * factor)).setStyle(style));
	}

	private void point(Event event) {
		int offset = widget.getOffsetAtPoint(new Point(event.x, event.y));
		boolean link = offset >= 0 && page.linkAt(offset).isPresent();
		widget.setCursor(link ? widget.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null);
	}

	private void click(Event event) {
		int offset = widget.getOffsetAtPoint(new Point(event.x, event.y));
		if (event.button == 1 && offset >= 0 && widget.getSelectionCount() == 0) {
			followLinkAt(offset);
		}
	}

	private void followLinkAt(int offset) {
		page.linkAt(offset).ifPresent(link -> follow.accept(link.target()));
	}

	/** Marks all places of a text in this page, and goes to the first from where the reader is. @return how many there are */
	int find(List<Integer> places, int length) {
		found = places;
		foundLength = length;
		current = places.isEmpty() ? -1 : 0;
		int top = widget.getOffsetAtLine(widget.getTopIndex());
		for (int i = 0; i < places.size(); i++) {
			if (places.get(i) >= top) {
				current = i;
				break;
			}
		}
		mark();
		return places.size();
	}

	/** @return false if there is none further on */
	boolean goOn(int step) {
		int next = current + step;
		if (next < 0 || next >= found.size()) {
			return false;
		}
		goTo(next);
		return true;
	}

	void goTo(int index) {
		current = index;
		mark();
	}

	/** From 0; -1 for none. */
	int current() {
		return current;
	}

	private void mark() {
		forgetLines();
		if (current >= 0) {
			widget.setCaretOffset(found.get(current));
			int line = line(found.get(current));
			boolean seen = line > widget.getTopIndex() && line < widget.getLineIndex(widget.getClientArea().height) - 1;
			if (!seen) {
				widget.setTopIndex(Math.max(0, line - 4));
			}
		}
	}

	/** @return the styles of a line, with the marks of what was found in it */
	private List<StyleRange> marked(int start, int end) {
		List<StyleRange> pieces = new ArrayList<>();
		Integer first = styles.floorKey(start);
		styles.subMap(first == null ? start : first, end).values().stream().filter(style -> style.start + style.length > start).forEach(style -> pieces.add(cut(style, start, end)));
		for (int i = 0; i < found.size(); i++) {
			int place = found.get(i);
			if (place >= start && place + foundLength <= end) {
				mark(pieces, place, place + foundLength, i == current ? tones.current() : tones.found());
			}
		}
		return pieces;
	}

	private static StyleRange cut(StyleRange style, int start, int end) {
		StyleRange piece = (StyleRange) style.clone();
		piece.start = Math.max(start, style.start);
		piece.length = Math.min(end, style.start + style.length) - piece.start;
		return piece;
	}

	/** Colours the ground of a part, splitting the pieces at its ends and filling what lies between them. */
	private static void mark(List<StyleRange> pieces, int start, int end, Color ground) {
		List<StyleRange> all = new ArrayList<>();
		int done = start;
		for (StyleRange piece : pieces) {
			int pieceEnd = piece.start + piece.length;
			if (piece.start < start) {
				all.add(cut(piece, piece.start, Math.min(pieceEnd, start)));
			}
			if (piece.start < end && pieceEnd > start) {
				int from = Math.max(start, piece.start);
				if (from > done) {
					all.add(new StyleRange(done, from - done, null, ground));
				}
				StyleRange inside = cut(piece, from, Math.min(end, pieceEnd));
				inside.background = ground;
				all.add(inside);
				done = inside.start + inside.length;
			}
			if (pieceEnd > end) {
				if (done < end && piece.start >= end) {
					all.add(new StyleRange(done, end - done, null, ground));
					done = end;
				}
				all.add(cut(piece, Math.max(end, piece.start), pieceEnd));
			}
		}
		if (done < end) {
			all.add(new StyleRange(done, end - done, null, ground));
		}
		pieces.clear();
		pieces.addAll(all);
	}
}
