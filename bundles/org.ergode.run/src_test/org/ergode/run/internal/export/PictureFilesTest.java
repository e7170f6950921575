// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.ImageModel.Colours;
import org.ergode.run.picture.ImageModel.Panel;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.picture.PlotModel.Scale;
import org.ergode.run.picture.PlotModel.Series;
import org.ergode.run.picture.PlotModel.Style;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

class PictureFilesTest {
	@BeforeAll
	static void withoutDisplay() {
		System.setProperty("java.awt.headless", "true");
	}

	private static PlotModel plot(Style style, boolean log, double... y) {
		double[] x = new double[y.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = Math.pow(10, i);
		}
		return new PlotModel("p", "Title & <more>", 1, new Scale("t", "s", log), new Scale("msd", "um^2", log), List.of(new Series("msd", style, x, y, new double[0])));
	}

	private static Set<Integer> coloursOf(byte[] png) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
		Set<Integer> colours = new TreeSet<>();
		for (int i = 0; i < image.getWidth(); i++) {
			for (int j = 0; j < image.getHeight(); j++) {
				colours.add(image.getRGB(i, j) & 0xFFFFFF);
			}
		}
		return colours;
	}

	@ParameterizedTest
	@EnumSource(Style.class)
	void everyStyleIsDrawnInItsColour(Style style) throws IOException {
		assertThat(coloursOf(PictureFiles.png(plot(style, false, 1, 3, 2)))).contains(0x0072B2);
	}

	@Test
	void theSvgIsWellFormedAndTheSameEachTime() throws Exception {
		byte[] svg = PictureFiles.svg(plot(Style.LINE, true, 1, 10, 100));
		Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
				.parse(new ByteArrayInputStream(new String(svg, StandardCharsets.UTF_8).replaceFirst("<!DOCTYPE[^>]*>", "").getBytes(StandardCharsets.UTF_8)));
		assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
		assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(10);
		assertThat(PictureFiles.svg(plot(Style.LINE, true, 1, 10, 100))).isEqualTo(svg);
	}

	@Test
	void aPlotWithoutPointsIsStillAPlot() throws IOException {
		assertThat(coloursOf(PictureFiles.png(plot(Style.LINE, true)))).contains(0x222222);
		assertThat(coloursOf(PictureFiles.png(plot(Style.BARS, false, 5)))).anyMatch(c -> (c & 255) > (c >> 16 & 255) + 40);
		assertThat(coloursOf(PictureFiles.png(plot(Style.POINTS, true, 7, 7)))).contains(0x0072B2);
	}

	@Test
	void aLineOfOnePointIsAMark() throws IOException {
		assertThat(coloursOf(PictureFiles.png(plot(Style.LINE, false, 5)))).contains(0x0072B2);
		assertThat(Style.LINE.marks(1)).isTrue();
		assertThat(Style.LINE.marks(2)).isFalse();
		assertThat(Style.BARS.marks(1)).isFalse();
	}

	@Test
	void barsStandOnTheirAxis() throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(PictureFiles.png(plot(Style.BARS, false, 3, 5, 4))));
		int middle = image.getWidth() * 2 / 3;
		int lowest = 0;
		int axis = 0;
		for (int y = 0; y < image.getHeight(); y++) {
			int rgb = image.getRGB(middle, y);
			boolean bar = (rgb & 255) > (rgb >> 16 & 255) + 40;
			boolean ink = (rgb & 0xFFFFFF) == 0x222222 || (rgb & 255) < 0x60;
			lowest = bar ? y : lowest;
			axis = axis == 0 && lowest > 0 && ink ? y : axis;
		}
		assertThat(axis - lowest).isBetween(0, 4);
	}

	@Test
	void matricesHaveTheColoursOfTheirValues() throws IOException {
		ImageModel image = new ImageModel("W", "", 1, List.of(Panel.of("", 1, 2, new double[] {-1, 1})), 1, Colours.DIVERGING, -1, 1, false);
		assertThat(coloursOf(PictureFiles.png(image))).contains(0x053061, 0x67001F);
		assertThat(image.colour(0)).isEqualTo(0xF7F7F7);
		assertThat(image.colour(Double.NaN)).isEqualTo(0xBBBBBB);
	}

	@Test
	void lettersOfAnSvgAreOutlinesThatNeedNoFont() throws IOException {
		ImageModel image = new ImageModel("W", "A title", 1, List.of(Panel.of("a", 1, 2, new double[] {-1, 1})), 1, Colours.DIVERGING, -1, 1, false);
		String svg = new String(PictureFiles.svg(image), StandardCharsets.UTF_8);
		assertThat(svg).doesNotContain("<text").doesNotContain("font-family").contains("<path");
	}
}
