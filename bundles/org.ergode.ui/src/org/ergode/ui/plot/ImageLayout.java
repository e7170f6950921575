// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.List;
import org.ergode.run.picture.ImageModel;

/**
 * Where the panels of an image go on a surface, in pixels: cells are squares of a whole number of pixels as large as fits, panels
 * stand in lines of {@code across}, centred.
 *
 * @param cell side of a cell
 * @param left of the first panel
 * @param top of the first panel's cells
 * @param stepX from one panel to the next
 * @param stepY from one line of panels to the next
 */
record ImageLayout(int cell, int left, int top, int stepX, int stepY) {
	private static final int GAP = 6;

	/**
	 * @param titleHeight of a line of text above each panel; 0 if no panel has a title
	 * @param labelWidth to the left of each panel
	 * @param labelHeight below each panel
	 */
	static ImageLayout of(ImageModel image, int width, int height, int titleHeight, int labelWidth, int labelHeight) {
		List<ImageModel.Panel> panels = image.panels();
		int across = Math.clamp(image.across(), 1, panels.size());
		int lines = (panels.size() + across - 1) / across;
		int columns = panels.stream().mapToInt(ImageModel.Panel::columns).max().orElse(1);
		int rows = panels.stream().mapToInt(ImageModel.Panel::rows).max().orElse(1);
		int fitX = (width - across * (labelWidth + GAP) - GAP) / (across * columns);
		int fitY = (height - lines * (titleHeight + labelHeight + GAP) - GAP) / (lines * rows);
		int cell = Math.max(1, Math.min(fitX, fitY));
		int stepX = columns * cell + labelWidth + GAP;
		int stepY = rows * cell + titleHeight + labelHeight + GAP;
		int left = Math.max(GAP, (width - across * stepX + GAP) / 2) + labelWidth;
		int top = Math.max(GAP, (height - lines * stepY + GAP) / 2) + titleHeight;
		return new ImageLayout(cell, left, top, stepX, stepY);
	}

	int x(int panel, int across) {
		return left + panel % Math.max(1, across) * stepX;
	}

	int y(int panel, int across) {
		return top + panel / Math.max(1, across) * stepY;
	}
}
