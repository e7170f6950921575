// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.ergode.run.picture.ImageModel;
import org.junit.jupiter.api.Test;

class ImageLayoutTest {
	private static ImageModel images(int count, int across, int rows, int columns) {
		ImageModel.Panel panel = ImageModel.Panel.of("", rows, columns, new double[rows * columns]);
		return new ImageModel("W", "", 1, Collections.nCopies(count, panel), across, ImageModel.Colours.DIVERGING, -1, 1, false);
	}

	@Test
	void panelsStayInsideTheSurfaceAndApart() {
		ImageLayout layout = ImageLayout.of(images(100, 10, 8, 8), 900, 900, 0, 0, 0);
		assertThat(layout.cell()).isEqualTo(10);
		double last = layout.x(9, 10) + 8 * layout.cell();
		assertThat(last).isLessThanOrEqualTo(900);
		assertThat(layout.x(1, 10) - layout.x(0, 10)).isGreaterThan((int) (8 * layout.cell()));
		assertThat(layout.y(99, 10) + 8 * layout.cell()).isLessThanOrEqualTo(900);
	}

	@Test
	void thereIsRoomForLabels() {
		ImageLayout layout = ImageLayout.of(images(1, 1, 10, 10), 300, 300, 20, 40, 30);
		assertThat(layout.left()).isGreaterThanOrEqualTo(40);
		assertThat(layout.top()).isGreaterThanOrEqualTo(20);
		assertThat(layout.y(0, 1) + 10 * layout.cell() + 30).isLessThanOrEqualTo(300);
	}

	@Test
	void moreCellsThanPixelsAreDrawnSmallerThanAPixel() {
		ImageLayout layout = ImageLayout.of(images(1, 1, 784, 100), 400, 196, 0, 0, 0);
		assertThat(layout.cell()).isBetween(0.2, 0.25);
		assertThat(layout.y(0, 1) + layout.entryY(783 * 100)).isBetween(150, 196);
	}

	@Test
	void aLongRowIsFoldedIntoLinesOfTens() {
		ImageLayout layout = ImageLayout.of(images(1, 1, 1, 801), 460, 160, 0, 0, 0);
		assertThat(layout.cell()).isGreaterThan(5);
		assertThat(layout.perLine() % 10).isZero();
		assertThat(layout.y(0, 1) + layout.entryY(800) + layout.cell()).isLessThanOrEqualTo(160);
		assertThat(layout.x(0, 1) + layout.entryX(layout.perLine() - 1) + layout.cell()).isLessThanOrEqualTo(460);
	}

	@Test
	void thePointerFindsTheEntryThatIsDrawnThere() {
		ImageModel image = images(1, 1, 1, 801);
		ImageLayout layout = ImageLayout.of(image, 460, 160, 0, 0, 0);
		for (int entry : new int[] {0, 9, 10, 400, 800}) {
			assertThat(layout.entry(image.panels().getFirst(), layout.entryX(entry) + 1, layout.entryY(entry) + 1)).isEqualTo(entry);
		}
		assertThat(layout.entry(image.panels().getFirst(), layout.entryX(800) + (int) layout.cell() + 1, layout.entryY(800))).isEqualTo(-1);
		assertThat(layout.entry(image.panels().getFirst(), -1, 0)).isEqualTo(-1);
	}
}
