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
		int last = layout.x(9, 10) + 8 * layout.cell();
		assertThat(last).isLessThanOrEqualTo(900);
		assertThat(layout.x(1, 10) - layout.x(0, 10)).isGreaterThan(8 * layout.cell());
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
	void aSurfaceThatIsTooSmallStillHasCells() {
		assertThat(ImageLayout.of(images(100, 10, 8, 8), 20, 20, 0, 0, 0).cell()).isEqualTo(1);
	}
}
