// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.Picture;
import org.ergode.run.picture.PlotModel;

/** Pictures as files; needs no display. */
public final class PictureFiles {
	/** Pixels of a PNG by unit of the drawing, so that it is sharp on paper and on dense screens. */
	private static final double DENSITY = 1.6;

	private static final Pattern CLIP = Pattern.compile("clip\\d+");

	private PictureFiles() {
	}

	public static byte[] png(Picture picture) throws IOException {
		Drawing d = drawing(picture);
		BufferedImage image = new BufferedImage((int) (d.size.width * DENSITY), (int) (d.size.height * DENSITY), BufferedImage.TYPE_INT_RGB);
		Graphics2D g = image.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		g.scale(DENSITY, DENSITY);
		d.paint.accept(g);
		g.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.setUseCache(false);
		ImageIO.write(image, "png", out);
		return out.toByteArray();
	}

	public static byte[] svg(Picture picture) throws IOException {
		Drawing d = drawing(picture);
		VectorGraphics2D g = new OutlinedText();
		d.paint.accept(g);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		new SVGProcessor().getDocument(g.getCommands(), new PageSize(d.size.width, d.size.height)).writeTo(out);
		return numbered(out.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
	}

	/** The library names clips by addresses in memory, which differ from run to run. */
	private static String numbered(String svg) {
		Map<String, String> names = new HashMap<>();
		return CLIP.matcher(svg).replaceAll(m -> names.computeIfAbsent(m.group(), id -> "clip" + (names.size() + 1)));
	}

	/**
	 * Letters as outlines, as XChart draws its own: they look the same where the font is missing, and the library need not compare all fonts
	 * of the machine, once for each text, to name the one behind "SansSerif".
	 */
	private static final class OutlinedText extends VectorGraphics2D {
		@Override
		public void drawString(String text, int x, int y) {
			drawString(text, (float) x, (float) y);
		}

		@Override
		public void drawString(String text, float x, float y) {
			fill(getFont().createGlyphVector(getFontRenderContext(), text).getOutline(x, y));
		}
	}

	private record Drawing(Dimension size, Consumer<Graphics2D> paint) {
	}

	private static Drawing drawing(Picture picture) {
		return switch (picture) {
			case PlotModel plot -> new Drawing(new Dimension(PlotPainter.WIDTH, PlotPainter.HEIGHT), g -> PlotPainter.paint(plot, g));
			case ImageModel image -> {
				ImagePainter painter = new ImagePainter(image);
				yield new Drawing(painter.size(), painter::paint);
			}
		};
	}
}
