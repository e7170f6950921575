// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.ergode.run.Equations;
import org.ergode.run.Equations.Section;
import org.ergode.ui.Theme;
import org.ergode.ui.equation.Typesetter.Extent;

/** Sections of equations below each other, typeset for the width that there is; what is wider can be scrolled to. Takes its colours from its ground. */
final class EquationCanvas {
	private static final int MARGIN = 14;
	private static final double EM = 19;
	private static final double SMALLEST_ZOOM = 0.5;
	private static final double LARGEST_ZOOM = 4;

	private final ScrolledComposite scroll;
	private final Canvas canvas;
	private final Fonts fonts;
	private final String hint;
	private ScreenPen pen;
	private Equations shown;
	private double zoom = 1;
	private Page page = new Page(List.of(), 0, 0);

	/** Typeset for one width. */
	private record Page(List<Piece> pieces, int width, int height) {
	}

	/** A heading or a block. @param box null for a heading @param selected what of the block has a bar beside it, from its top */
	private record Piece(String text, boolean isTitle, Box box, double x, double y, List<Extent> selected) {
		static Piece heading(String text, boolean isTitle, double y) {
			return new Piece(text, isTitle, null, MARGIN, y, List.of());
		}
	}

	/** Of headings. */
	private record Fonts(Font title, Font caption) {
		/** @param times as large as in dialogs */
		static Fonts of(LocalResourceManager resources, int times) {
			FontDescriptor dialog = FontDescriptor.createFrom(JFaceResources.getDialogFont());
			int height = JFaceResources.getDialogFont().getFontData()[0].getHeight();
			FontDescriptor scaled = times == 1 ? dialog : dialog.setHeight(times * height);
			return new Fonts(resources.create(scaled.setStyle(SWT.BOLD)), resources.create(scaled));
		}
	}

	/** @param hint what is shown before there is anything */
	EquationCanvas(Composite parent, String hint) {
		this.hint = hint;
		scroll = new ScrolledComposite(parent, SWT.H_SCROLL | SWT.V_SCROLL);
		canvas = Theme.page(new Canvas(scroll, SWT.DOUBLE_BUFFERED));
		canvas.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		canvas.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
		fonts = Fonts.of(new LocalResourceManager(JFaceResources.getResources(), canvas), 1);
		pen = new ScreenPen(parent.getDisplay());
		scroll.setContent(canvas);
		scroll.setExpandHorizontal(true);
		scroll.setExpandVertical(true);
		scroll.getVerticalBar().setIncrement(24);
		scroll.addListener(SWT.Resize, e -> typeset());
		scroll.addListener(SWT.ZoomChanged, e -> renew());
		canvas.addPaintListener(e -> paint(e.gc));
		canvas.addListener(SWT.MouseVerticalWheel, e -> {
			if ((e.stateMask & SWT.MOD1) != 0) {
				zoom(e.count > 0 ? 1.1 : 1 / 1.1);
				e.doit = false;
			}
		});
		canvas.addDisposeListener(e -> pen.dispose());
	}

	Control control() {
		return scroll;
	}

	/** What menus are put on and keys are typed into. */
	Canvas canvas() {
		return canvas;
	}

	Equations shown() {
		return shown;
	}

	void show(Equations equations) {
		boolean other = shown == null || !shown.title().equals(equations.title());
		shown = equations;
		typeset();
		if (other) {
			scroll.setOrigin(0, 0);
		}
		reveal();
	}

	/** What the cursor is on, if it is out of sight; the first of it has the caption of its section above. */
	private void reveal() {
		page.pieces().stream().filter(p -> !p.selected().isEmpty()).findFirst().ifPresent(p -> {
			int top = (int) (p.y() + p.selected().getFirst().top()) - 2 * MARGIN;
			int bottom = (int) (p.y() + p.selected().getFirst().bottom()) + MARGIN;
			int from = scroll.getOrigin().y;
			int height = scroll.getClientArea().height;
			if (top < from || bottom > from + height) {
				scroll.setOrigin(0, Math.max(0, Math.min(top, bottom - height)));
			}
		});
	}

	/** Larger or smaller by that factor. */
	void zoom(double by) {
		zoom = Math.clamp(zoom * by, SMALLEST_ZOOM, LARGEST_ZOOM);
		typeset();
	}

	double zoom() {
		return zoom;
	}

	private void renew() {
		pen.dispose();
		pen = new ScreenPen(canvas.getDisplay());
		typeset();
	}

	// ------------------------------------------------------------------ layout

	private void typeset() {
		int width = Math.max(80, scroll.getClientArea().width);
		GC gc = new GC(canvas);
		try {
			page = shown == null ? new Page(List.of(), 0, 0) : page(gc, pen, fonts, width, zoom);
		} finally {
			gc.dispose();
		}
		scroll.setMinSize(page.width(), page.height());
		canvas.redraw();
	}

	private Page page(GC gc, ScreenPen with, Fonts f, int width, double scale) {
		Typesetter typesetter = new Typesetter(with, EM * scale);
		List<Piece> pieces = new ArrayList<>();
		double y = MARGIN;
		double widest = MARGIN + gc.textExtent(shown.title()).x;
		gc.setFont(f.title());
		pieces.add(Piece.heading(shown.title(), true, y));
		y += gc.textExtent(shown.title()).y + 10;
		gc.setFont(f.caption());
		for (Section s : shown.sections()) {
			if (!s.caption().isEmpty()) {
				pieces.add(Piece.heading(s.caption(), false, y));
				y += gc.textExtent(s.caption()).y + 8;
			}
			double x = MARGIN + 14 * Math.min(scale, 1.5);
			List<Extent> extents = new ArrayList<>();
			Box box = typesetter.aligned(s.relations(), width - x - MARGIN, extents);
			pieces.add(new Piece(s.caption(), false, box, x, y, bars(s.selected(), extents)));
			y += box.height() + 20;
			widest = Math.max(widest, x + box.width() + MARGIN);
		}
		return new Page(pieces, (int) Math.ceil(widest), (int) Math.ceil(y + MARGIN - 6));
	}

	/** One for each run of relations that follow each other. */
	private static List<Extent> bars(Set<Integer> selected, List<Extent> extents) {
		List<Extent> bars = new ArrayList<>();
		for (int i = 0; i < extents.size(); i++) {
			if (selected.contains(i)) {
				double top = selected.contains(i - 1) ? bars.removeLast().top() : extents.get(i).top();
				bars.add(new Extent(top, extents.get(i).bottom()));
			}
		}
		return bars;
	}

	// ------------------------------------------------------------------ drawing

	private void paint(GC gc) {
		Color ground = canvas.getBackground();
		gc.setBackground(ground);
		gc.fillRectangle(canvas.getClientArea());
		if (shown == null) {
			gc.setForeground(faint(ground, canvas.getForeground()));
			gc.setFont(fonts.caption());
			gc.drawText(hint, MARGIN, MARGIN, true);
			return;
		}
		draw(gc, page, pen, fonts, ground, canvas.getForeground(), true);
	}

	private void draw(GC gc, Page p, ScreenPen with, Fonts f, Color ground, Color ink, boolean marked) {
		Color faint = faint(ground, ink);
		for (Piece piece : p.pieces()) {
			if (piece.box() == null) {
				gc.setFont(piece.isTitle() ? f.title() : f.caption());
				gc.setForeground(piece.isTitle() ? ink : faint);
				gc.drawText(piece.text(), (int) piece.x(), (int) piece.y(), true);
			} else {
				gc.setBackground(canvas.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
				for (Extent bar : marked ? piece.selected() : List.<Extent>of()) {
					gc.fillRoundRectangle(MARGIN, (int) (piece.y() + bar.top()), 4, (int) Math.ceil(bar.bottom() - bar.top()), 4, 4);
				}
				with.draw(gc, piece.box(), piece.x(), piece.y() + piece.box().ascent(), ink);
			}
		}
	}

	/** Between ink and ground. */
	private static Color faint(Color ground, Color ink) {
		RGB a = ground.getRGB();
		RGB b = ink.getRGB();
		return new Color((2 * a.red + 3 * b.red) / 5, (2 * a.green + 3 * b.green) / 5, (2 * a.blue + 3 * b.blue) / 5);
	}

	/** @return the whole page, black on white, as wide as it is shown and twice as fine */
	ImageData picture() {
		Display display = canvas.getDisplay();
		ScreenPen fine = new ScreenPen(display);
		LocalResourceManager large = new LocalResourceManager(JFaceResources.getResources());
		Fonts f = Fonts.of(large, 2);
		Image sample = new Image(display, 1, 1);
		GC measure = new GC(sample);
		try {
			Page p = page(measure, fine, f, 2 * Math.max(page.width(), scroll.getClientArea().width), 2 * zoom);
			return drawn(p, fine, f);
		} finally {
			measure.dispose();
			sample.dispose();
			large.dispose();
			fine.dispose();
		}
	}

	private ImageData drawn(Page p, ScreenPen with, Fonts f) {
		Display display = canvas.getDisplay();
		Image image = new Image(display, Math.max(1, p.width()), Math.max(1, p.height()));
		GC gc = new GC(image);
		try {
			Color white = display.getSystemColor(SWT.COLOR_WHITE);
			gc.setBackground(white);
			gc.fillRectangle(image.getBounds());
			draw(gc, p, with, f, white, display.getSystemColor(SWT.COLOR_BLACK), false);
			return image.getImageData(100);
		} finally {
			gc.dispose();
			image.dispose();
		}
	}
}
