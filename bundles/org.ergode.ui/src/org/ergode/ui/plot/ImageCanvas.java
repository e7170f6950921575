// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.Picture;

/** Matrices as pictures, with a colour scale; the pointer reads the value of a cell. */
final class ImageCanvas implements PictureCanvas {
	private static final int SCALE_WIDTH = 14;
	private static final List<Double> SCALE_PARTS = List.of(0.0, 0.5, 1.0);
	private static final int MARGIN = 8;
	private static final int FIGURE_CELL = 26;

	private final Canvas canvas;
	private Palette palette;
	private final Consumer<String> readout;
	private ImageModel image;
	private ImageLayout layout;

	ImageCanvas(Composite parent, ImageModel image, Consumer<String> readout) {
		this.image = image;
		this.readout = readout;
		canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
		canvas.addListener(SWT.Paint, event -> paint(event.gc, canvas.getClientArea()));
		canvas.addListener(SWT.MouseMove, this::tellCell);
		canvas.addListener(SWT.MouseExit, event -> readout.accept(""));
	}

	@Override
	public Control control() {
		return canvas;
	}

	@Override
	public Picture picture() {
		return image;
	}

	@Override
	public void update(Picture picture) {
		if (picture != image) {
			image = (ImageModel) picture;
			canvas.redraw();
		}
	}

	@Override
	public void reset() {
		canvas.redraw();
	}

	private int across() {
		return Math.clamp(image.across(), 1, image.panels().size());
	}

	/** The ground is the theme's, which may have changed. */
	private void paint(GC gc, Rectangle area) {
		palette = Palette.on(canvas.getParent().getBackground());
		gc.setBackground(palette.ground());
		gc.fillRectangle(area);
		gc.setForeground(palette.ink());
		int line = gc.getFontMetrics().getHeight();
		boolean titled = image.panels().stream().anyMatch(p -> !p.title().isEmpty());
		boolean columnLabels = image.panels().stream().anyMatch(p -> !p.columnLabels().isEmpty());
		boolean columnTitle = image.panels().stream().anyMatch(p -> !p.columnTitle().isEmpty());
		int labelWidth = labelWidth(gc, line);
		int labelHeight = (columnLabels ? line : 0) + (columnTitle ? line : 0);
		layout = ImageLayout.of(image, area.width - scaleSpace(gc), area.height - 2 * MARGIN, titled ? line + 2 : 0, labelWidth, labelHeight);
		for (int p = 0; p < image.panels().size(); p++) {
			paintPanel(gc, image.panels().get(p), layout.x(p, across()), layout.y(p, across()) + MARGIN, line);
		}
		paintScale(gc, area, line);
	}

	private int labelWidth(GC gc, int line) {
		int widest = image.panels().stream().flatMap(p -> p.rowLabels().stream()).mapToInt(l -> gc.textExtent(l).x).max().orElse(0);
		boolean rowTitle = image.panels().stream().anyMatch(p -> !p.rowTitle().isEmpty());
		return (widest > 0 ? widest + MARGIN : 0) + (rowTitle ? line + MARGIN / 2 : 0);
	}

	private void paintPanel(GC gc, ImageModel.Panel panel, int x, int y, int line) {
		double cell = layout.cell();
		Image cells = new Image(gc.getDevice(), cells(panel));
		try {
			gc.setInterpolation(cell < 1 ? SWT.HIGH : SWT.NONE);
			if (layout.perLine() < panel.columns()) {
				for (int from = 0; from < panel.columns(); from += layout.perLine()) {
					int count = Math.min(layout.perLine(), panel.columns() - from);
					gc.drawImage(cells, from, 0, count, 1, x, y + layout.entryY(from), pixels(count), pixels(1));
				}
			} else {
				gc.drawImage(cells, 0, 0, panel.columns(), panel.rows(), x, y, pixels(panel.columns()), pixels(panel.rows()));
			}
		} finally {
			cells.dispose();
		}
		if (!panel.title().isEmpty()) {
			gc.drawText(panel.title(), x, y - line - 2, true);
		}
		paintLabels(gc, panel, x, y, line);
		if (image.figures() && cell >= FIGURE_CELL) {
			paintFigures(gc, panel, x, y);
		}
	}

	/** Of so many cells side by side. */
	private int pixels(int cells) {
		return Math.max(1, (int) Math.round(cells * layout.cell()));
	}

	private ImageData cells(ImageModel.Panel panel) {
		ImageData data = new ImageData(panel.columns(), panel.rows(), 24, new PaletteData(0xFF0000, 0xFF00, 0xFF));
		for (int i = 0; i < panel.values().length; i++) {
			data.setPixel(i % panel.columns(), i / panel.columns(), image.colour(panel.values()[i]));
		}
		return data;
	}

	private void paintLabels(GC gc, ImageModel.Panel panel, int x, int y, int line) {
		gc.setForeground(palette.ink());
		for (int row = 0; row < panel.rowLabels().size(); row++) {
			Point size = gc.textExtent(panel.rowLabels().get(row));
			gc.drawText(panel.rowLabels().get(row), x - size.x - MARGIN / 2, y + pixels(2 * row + 1) / 2 - size.y / 2, true);
		}
		int below = y + pixels(panel.rows());
		for (int column = 0; column < panel.columnLabels().size(); column++) {
			Point size = gc.textExtent(panel.columnLabels().get(column));
			gc.drawText(panel.columnLabels().get(column), x + pixels(2 * column + 1) / 2 - size.x / 2, below, true);
		}
		if (!panel.columnTitle().isEmpty()) {
			Point size = gc.textExtent(panel.columnTitle());
			gc.drawText(panel.columnTitle(), x + (pixels(panel.columns()) - size.x) / 2, below + (panel.columnLabels().isEmpty() ? 0 : line), true);
		}
		if (!panel.rowTitle().isEmpty()) {
			paintUpright(gc, panel.rowTitle(), x - labelWidth(gc, line), y + pixels(panel.rows()) / 2);
		}
	}

	private static void paintUpright(GC gc, String text, int x, int middle) {
		Transform turned = new Transform(gc.getDevice());
		try {
			turned.translate(x, middle + gc.textExtent(text).x / 2f);
			turned.rotate(-90);
			gc.setTransform(turned);
			gc.drawText(text, 0, 0, true);
			gc.setTransform(null);
		} finally {
			turned.dispose();
		}
	}

	private void paintFigures(GC gc, ImageModel.Panel panel, int x, int y) {
		int cell = (int) layout.cell();
		for (int i = 0; i < panel.values().length; i++) {
			double value = panel.values()[i];
			int rgb = image.colour(value);
			boolean dark = 0.3 * (rgb >> 16 & 255) + 0.59 * (rgb >> 8 & 255) + 0.11 * (rgb & 255) < 128;
			gc.setForeground(dark ? new Color(255, 255, 255) : new Color(40, 40, 40));
			String text = figure(value);
			Point size = gc.textExtent(text);
			gc.drawText(text, x + layout.entryX(i) + (cell - size.x) / 2, y + layout.entryY(i) + (cell - size.y) / 2, true);
		}
	}

	private static String figure(double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e6 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value).replaceFirst("e\\+?(-?)0*", "e$1");
	}

	/** What stands beside the colours. @param part 0 at the top, 1 at the bottom */
	private String scaleLabel(double part) {
		return figure(image.high() - part * (image.high() - image.low()));
	}

	private int scaleSpace(GC gc) {
		return MARGIN + SCALE_WIDTH + MARGIN + SCALE_PARTS.stream().mapToInt(part -> gc.textExtent(scaleLabel(part)).x).max().orElse(0) + MARGIN;
	}

	private void paintScale(GC gc, Rectangle area, int line) {
		int height = Math.min(area.height - 2 * MARGIN - line, 240);
		int x = area.width - scaleSpace(gc) + MARGIN;
		int top = (area.height - height) / 2;
		if (height < 3 * line) {
			return;
		}
		for (int i = 0; i < height; i++) {
			int rgb = image.colour(image.high() - (image.high() - image.low()) * i / (height - 1));
			gc.setForeground(new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255));
			gc.drawLine(x, top + i, x + SCALE_WIDTH, top + i);
		}
		gc.setForeground(palette.ink());
		for (double part : SCALE_PARTS) {
			gc.drawText(scaleLabel(part), x + SCALE_WIDTH + MARGIN, (int) (top + part * height) - line / 2, true);
		}
	}

	private void tellCell(Event event) {
		if (layout == null) {
			return;
		}
		for (int p = 0; p < image.panels().size(); p++) {
			ImageModel.Panel panel = image.panels().get(p);
			int entry = layout.entry(panel, event.x - layout.x(p, across()), event.y - layout.y(p, across()) - MARGIN);
			if (entry >= 0) {
				String name = panel.title().isEmpty() ? "" : panel.title() + "  ";
				String place = panel.rows() == 1 ? "" + (entry + 1) : (entry / panel.columns() + 1) + ", " + (entry % panel.columns() + 1);
				readout.accept(name + "[" + place + "] = " + String.format(Locale.ROOT, "%.4g", panel.values()[entry]));
				return;
			}
		}
		readout.accept("");
	}

	@Override
	public ImageData snapshot() {
		Rectangle area = canvas.getClientArea();
		Image picture = new Image(canvas.getDisplay(), Math.max(1, area.width), Math.max(1, area.height));
		GC gc = new GC(picture);
		try {
			paint(gc, area);
			return picture.getImageData();
		} finally {
			gc.dispose();
			picture.dispose();
		}
	}
}
