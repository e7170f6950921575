// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.ergode.ui.editor.CodeColours;
import org.ergode.ui.handbook.PageText.Block;
import org.ergode.ui.handbook.PageText.Heading;
import org.ergode.ui.handbook.PageText.Kind;
import org.ergode.ui.handbook.PageText.Style;

/** Shows a page: fonts, colours, indents; follows links by mouse, and by Enter. Call on the UI thread. */
final class PageWidget {
	private static final int MARGIN = 18;
	private static final int INDENT = 12;
	private static final int GAP = 16;

	private final StyledText widget;
	private final LocalResourceManager resources;
	private final Consumer<String> follow;
	private PageText page = PageReader.read("", "");
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
		widget.setRedraw(false);
		try {
			widget.setText(page.text());
			paint();
		} finally {
			widget.setRedraw(true);
		}
	}

	/** Also after a change of the theme. */
	void paint() {
		tones = Tones.on(widget.getBackground());
		indent();
		style();
	}

	/** Brings a place to the upper part of the window. */
	void reveal(int offset) {
		widget.setCaretOffset(offset);
		if (offset == 0) {
			widget.setTopPixel(0);
		} else {
			widget.setTopIndex(line(offset));
		}
	}

	private void indent() {
		for (Heading heading : page.headings()) {
			widget.setLineVerticalIndent(line(heading.start()), heading.start() == 0 ? 0 : heading.level() > 2 ? 18 : 26);
		}
		for (int i = 0; i < widget.getLineCount(); i++) {
			int start = widget.getOffsetAtLine(i);
			if (page.headings().stream().noneMatch(h -> h.start() == start) && page.blocks().stream().noneMatch(b -> b.start() <= start && start <= b.end())) {
				widget.setLineVerticalIndent(i, isModelLink(start) ? 4 : 9);
			}
		}
		for (Block block : page.blocks()) {
			int first = line(block.start());
			int count = line(block.end()) - first + 1;
			widget.setLineVerticalIndent(first, 9);
			switch (block.kind()) {
				case MODEL, CODE -> {
					widget.setLineBackground(first, count, tones.code());
					widget.setLineIndent(first, count, INDENT);
					widget.setLineWrapIndent(first, count, 3 * INDENT);
				}
				case TABLE -> tab(first, count, firstColumn(block) + GAP);
				case LIST -> tab(first, count, GAP);
			}
		}
	}

	private boolean isModelLink(int start) {
		return page.linkAt(start).filter(link -> link.target().startsWith("model:")).isPresent();
	}

	private void tab(int first, int count, int stop) {
		for (int i = first + 1; i < first + count; i++) {
			widget.setLineVerticalIndent(i, 3);
		}
		widget.setLineTabStops(first, count, new int[] {stop});
		widget.setLineWrapIndent(first, count, stop);
	}

	private int firstColumn(Block table) {
		GC gc = new GC(widget);
		try {
			int width = 0;
			for (String row : page.text().substring(table.start(), table.end()).split("\n")) {
				gc.setFont(font(Set.of(Style.CODE)));
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

	private void style() {
		List<StyleRange> styles = new ArrayList<>();
		for (PageText.Run run : page.runs()) {
			StyleRange style = new StyleRange(run.start(), run.end() - run.start(), null, null);
			style.font = font(run.styles());
			if (run.styles().contains(Style.LINK)) {
				style.foreground = JFaceColors.getHyperlinkText(widget.getDisplay());
				style.underline = true;
			}
			styles.add(style);
		}
		for (Block block : page.blocks()) {
			if (block.kind() == Kind.MODEL || block.kind() == Kind.CODE) {
				styles.addAll(code(block));
			}
		}
		styles.sort(Comparator.comparingInt(style -> style.start));
		widget.setStyleRanges(styles.toArray(StyleRange[]::new));
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
		unmark();
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
		unmark();
		current = index;
		mark();
	}

	/** From 0; -1 for none. */
	int current() {
		return current;
	}

	private void unmark() {
		if (!found.isEmpty()) {
			style();
		}
	}

	private void mark() {
		for (int i = 0; i < found.size(); i++) {
			for (StyleRange range : ranges(found.get(i))) {
				range.background = i == current ? tones.current() : tones.found();
				widget.setStyleRange(range);
			}
		}
		if (current >= 0) {
			widget.setCaretOffset(found.get(current));
			int line = line(found.get(current));
			boolean seen = line > widget.getTopIndex() && line < widget.getLineIndex(widget.getClientArea().height) - 1;
			if (!seen) {
				widget.setTopIndex(Math.max(0, line - 4));
			}
		}
	}

	private List<StyleRange> ranges(int place) {
		List<StyleRange> ranges = new ArrayList<>();
		int done = place;
		for (StyleRange range : widget.getStyleRanges(place, foundLength)) {
			if (range.start > done) {
				ranges.add(new StyleRange(done, range.start - done, null, null));
			}
			ranges.add(range);
			done = range.start + range.length;
		}
		if (done < place + foundLength) {
			ranges.add(new StyleRange(done, place + foundLength - done, null, null));
		}
		return ranges;
	}
}
