// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.equation;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.LineAttributes;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.TextLayout;

/**
 * Measures and draws with the fonts of the system: the first of the serif families that mathematics is printed in; what that lacks the system
 * takes from its others. Belongs to the thread of its device; dispose it.
 */
final class ScreenPen implements Pen {
	private static final String[] FAMILIES = {"STIX Two Text", "STIX Two Math", "Latin Modern Roman", "TeX Gyre Termes", "Libertinus Serif", "Cambria", "Cambria Math", "Times New Roman",
			"Nimbus Roman", "Liberation Serif", "DejaVu Serif"};

	private final Device device;
	private final TextLayout layout;
	private final String family;
	/** Pixels of one point of a font. */
	private final double pixels;
	private final Map<Long, Font> fonts = new HashMap<>();
	private final Map<Object, Double> widths = new HashMap<>();

	private record Key(String text, Slant slant, long size) {
	}

	ScreenPen(Device device) {
		this.device = device;
		layout = new TextLayout(device);
		family = family(device);
		pixels = device.getDPI().y / 72.0;
	}

	private static String family(Device device) {
		for (String f : FAMILIES) {
			if (device.getFontList(f, true).length > 0) {
				return f;
			}
		}
		return "Serif";
	}

	private static long tenths(double size) {
		return Math.round(size * 10);
	}

	private Font font(Face face) {
		long key = tenths(face.size()) * 4 + face.slant().ordinal();
		return fonts.computeIfAbsent(key, k -> {
			int style = face.slant() == Slant.ITALIC ? SWT.ITALIC : face.slant() == Slant.BOLD ? SWT.BOLD : SWT.NORMAL;
			FontData data = new FontData(family, Math.max(1, (int) Math.round(face.size() / pixels)), style);
			data.height = (float) (face.size() / pixels);
			return new Font(device, data);
		});
	}

	@Override
	public double width(String text, Face face) {
		return text.isEmpty() ? 0 : widths.computeIfAbsent(new Key(text, face.slant(), tenths(face.size())), k -> {
			layout.setFont(font(face));
			// between two bars, so that a space at an end counts too
			layout.setText("|" + text + "|");
			double whole = layout.getBounds().width;
			layout.setText("||");
			return whole - layout.getBounds().width;
		});
	}

	/** @param x of the box's left end; @param y of its baseline */
	void draw(GC gc, Box box, double x, double y, Color ink) {
		gc.setAntialias(SWT.ON);
		gc.setTextAntialias(SWT.ON);
		gc.setForeground(ink);
		for (Box.Mark m : box.marks()) {
			switch (m) {
				case Box.Letters l -> letters(gc, l, x, y);
				case Box.Bar b -> {
					gc.setBackground(ink);
					int height = Math.max(1, (int) Math.round(b.height()));
					gc.fillRectangle((int) Math.round(x + b.x()), (int) Math.round(y + b.y()), (int) Math.round(b.width()), height);
				}
				case Box.Curve c -> curve(gc, c, x, y, ink);
			}
		}
	}

	private void letters(GC gc, Box.Letters l, double x, double y) {
		gc.setFont(font(l.face()));
		layout.setFont(font(l.face()));
		layout.setText(l.text());
		int top = (int) Math.round(y + l.y()) - layout.getLineMetrics(0).getAscent() - layout.getLineMetrics(0).getLeading();
		layout.draw(gc, (int) Math.round(x + l.x()), top);
	}

	private void curve(GC gc, Box.Curve c, double x, double y, Color ink) {
		Path path = new Path(device);
		try {
			double[] p = c.points();
			path.moveTo((float) (x + p[0]), (float) (y + p[1]));
			if (c.thickness() > 0) {
				for (int i = 2; i < p.length; i += 2) {
					path.lineTo((float) (x + p[i]), (float) (y + p[i + 1]));
				}
				gc.setLineAttributes(new LineAttributes((float) c.thickness(), SWT.CAP_ROUND, SWT.JOIN_ROUND));
				gc.drawPath(path);
			} else {
				for (int i = 2; i + 3 < p.length; i += 4) {
					path.quadTo((float) (x + p[i]), (float) (y + p[i + 1]), (float) (x + p[i + 2]), (float) (y + p[i + 3]));
				}
				path.close();
				gc.setBackground(ink);
				gc.fillPath(path);
			}
		} finally {
			path.dispose();
		}
	}

	void dispose() {
		layout.dispose();
		fonts.values().forEach(Font::dispose);
		fonts.clear();
	}
}
