// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.ergode.engine.quantity.Quantities;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.ImageModel.Panel;

/** Draws matrices: a grid of panels with one colour scale, and the scale beside them. */
final class ImagePainter {
	private static final Color INK = new Color(0x222222);
	private static final int EDGE = 20;
	private static final int GAP = 8;
	private static final int SCALE = 90;
	private static final int LONGEST = 900;

	private final ImageModel image;
	private final int cell;
	private final int across;
	private final int down;
	private final int left;
	private final int top;
	private final int titleHeight;
	private final int panelWidth;
	private final int panelHeight;

	ImagePainter(ImageModel image) {
		this.image = image;
		across = Math.min(image.across(), image.panels().size());
		down = (image.panels().size() + across - 1) / across;
		int rows = image.panels().stream().mapToInt(Panel::rows).max().orElse(1);
		int columns = image.panels().stream().mapToInt(Panel::columns).max().orElse(1);
		boolean labels = image.panels().stream().anyMatch(p -> !p.rowLabels().isEmpty() || !p.columnLabels().isEmpty());
		boolean titles = image.panels().stream().anyMatch(p -> !p.title().isEmpty());
		cell = Math.clamp(Math.min((LONGEST - GAP * across) / (across * columns), (LONGEST - GAP * down) / (down * rows)), 1, image.figures() ? 46 : 28);
		left = labels ? 56 : 0;
		top = (labels ? 48 : 0) + (titles && image.panels().size() > 1 ? 22 : 0);
		titleHeight = image.title().isEmpty() ? 0 : 40;
		panelWidth = columns * cell + left + GAP;
		panelHeight = rows * cell + top + GAP;
	}

	Dimension size() {
		return new Dimension(2 * EDGE + Math.max(across * panelWidth, 260) + SCALE, 2 * EDGE + titleHeight + Math.max(down * panelHeight, 160));
	}

	void paint(Graphics2D g) {
		Dimension size = size();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, size.width, size.height);
		g.setColor(INK);
		if (titleHeight > 0) {
			g.setFont(PlotPainter.font(Font.BOLD, 19));
			g.drawString(image.title(), EDGE, EDGE + 18);
		}
		for (int i = 0; i < image.panels().size(); i++) {
			panel(g, image.panels().get(i), EDGE + i % across * panelWidth, EDGE + titleHeight + i / across * panelHeight);
		}
		scale(g, size.width - EDGE - SCALE + 24, EDGE + titleHeight + top, Math.min(240, size.height - 2 * EDGE - titleHeight - top));
	}

	private void panel(Graphics2D g, Panel p, int x, int y) {
		int x0 = x + left;
		int y0 = y + top;
		g.setFont(PlotPainter.font(Font.PLAIN, 14));
		g.setColor(INK);
		if (!p.title().isEmpty() && image.panels().size() > 1) {
			g.drawString(p.title(), x0, y + 14);
		}
		for (int r = 0; r < p.rows(); r++) {
			for (int c = 0; c < p.columns(); c++) {
				double v = p.values()[r * p.columns() + c];
				g.setColor(new Color(image.colour(v)));
				g.fill(new Rectangle2D.Double(x0 + c * cell, y0 + r * cell, cell, cell));
				if (image.figures()) {
					figure(g, v, x0 + c * cell, y0 + r * cell);
				}
			}
		}
		labels(g, p, x0, y0);
	}

	private void figure(Graphics2D g, double v, int x, int y) {
		if (v == 0) {
			return;
		}
		int rgb = image.colour(v);
		double luminance = 0.3 * (rgb >> 16 & 255) + 0.59 * (rgb >> 8 & 255) + 0.11 * (rgb & 255);
		g.setColor(luminance < 140 ? Color.WHITE : INK);
		centred(g, Quantities.number(v), x + cell / 2, y + cell / 2);
	}

	private void labels(Graphics2D g, Panel p, int x0, int y0) {
		g.setColor(INK);
		for (int r = 0; r < p.rowLabels().size(); r++) {
			right(g, p.rowLabels().get(r), x0 - 8, y0 + r * cell + cell / 2);
		}
		for (int c = 0; c < p.columnLabels().size(); c++) {
			centred(g, p.columnLabels().get(c), x0 + c * cell + cell / 2, y0 - 12);
		}
		if (!p.columnTitle().isEmpty()) {
			centred(g, p.columnTitle(), x0 + p.columns() * cell / 2, y0 - 36);
		}
		if (!p.rowTitle().isEmpty()) {
			Graphics2D turned = (Graphics2D) g.create();
			turned.rotate(-Math.PI / 2, x0 - 42, y0 + p.rows() * cell / 2.0);
			centred(turned, p.rowTitle(), x0 - 42, y0 + p.rows() * cell / 2);
			turned.dispose();
		}
	}

	private void scale(Graphics2D g, int x, int y, int height) {
		int steps = 60;
		for (int i = 0; i < steps; i++) {
			double v = image.high() - (image.high() - image.low()) * (i + 0.5) / steps;
			g.setColor(new Color(image.colour(v)));
			g.fill(new Rectangle2D.Double(x, y + (double) i * height / steps, 14, (double) height / steps + 0.5));
		}
		g.setColor(INK);
		g.setFont(PlotPainter.font(Font.PLAIN, 14));
		int baseline = g.getFontMetrics().getAscent() / 2 - 1;
		for (int i = 0; i <= 2; i++) {
			double v = image.high() + (image.low() - image.high()) * i / 2;
			g.drawString(Quantities.number(Math.abs(v) < 1e-12 * image.high() ? 0 : v), x + 20, y + i * height / 2 + baseline);
		}
	}

	private static void centred(Graphics2D g, String text, int x, int y) {
		FontMetrics m = g.getFontMetrics();
		g.drawString(text, x - m.stringWidth(text) / 2, y + m.getAscent() / 2 - 1);
	}

	private static void right(Graphics2D g, String text, int x, int y) {
		FontMetrics m = g.getFontMetrics();
		g.drawString(text, x - m.stringWidth(text), y + m.getAscent() / 2 - 1);
	}
}
