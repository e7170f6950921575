// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.List;
import org.ergode.run.picture.ImageModel;

/**
 * Where the panels of an image go on a surface, in pixels: cells are squares as large as fits, of a whole number of pixels where there is room for that; panels stand in
 * lines of {@code across}, centred. A single row that is too long for readable cells is folded into several.
 *
 * @param cell side of a cell; below 1 where there are more cells than pixels
 * @param perLine cells in a line of a panel: its columns, or fewer when its row is folded
 * @param lineStep from one line of a folded row to the next
 * @param left of the first panel
 * @param top of the first panel's cells
 * @param stepX from one panel to the next
 * @param stepY from one line of panels to the next
 */
record ImageLayout(double cell, int perLine, int lineStep, int left, int top, int stepX, int stepY) {
	private static final int GAP = 6;
	/** Side of a cell below which a single row is folded. */
	private static final int SMALL = 26;

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
		double fitX = (double) (width - across * (labelWidth + GAP) - GAP) / (across * columns);
		double fitY = (double) (height - lines * (titleHeight + labelHeight + GAP) - GAP) / (lines * rows);
		if (panels.size() == 1 && rows == 1 && titleHeight + labelWidth + labelHeight == 0 && Math.min(fitX, fitY) < SMALL) {
			for (int cell = SMALL; cell > 1; cell--) {
				ImageLayout folded = folded(columns, cell, width - 2 * GAP, height - 2 * GAP);
				if (folded != null) {
					return folded;
				}
			}
		}
		double fit = Math.min(fitX, fitY);
		double cell = fit >= 1 ? Math.floor(fit) : Math.max(fit, 1e-3);
		int stepX = (int) Math.ceil(columns * cell) + labelWidth + GAP;
		int stepY = (int) Math.ceil(rows * cell) + titleHeight + labelHeight + GAP;
		int left = Math.max(GAP, (width - across * stepX + GAP) / 2) + labelWidth;
		int top = Math.max(GAP, (height - lines * stepY + GAP) / 2) + titleHeight;
		return new ImageLayout(cell, columns, 0, left, top, stepX, stepY);
	}

	/** Tens of cells in a line, so that they can be counted. @return null if they do not fit */
	private static ImageLayout folded(int columns, int cell, int width, int height) {
		int most = Math.min(columns, width / cell);
		int perLine = most > 10 && most < columns ? most - most % 10 : most;
		if (perLine < 1) {
			return null;
		}
		int lines = (columns + perLine - 1) / perLine;
		int step = cell + Math.max(1, cell / 4);
		if (lines * step > height) {
			return null;
		}
		return new ImageLayout(cell, perLine, step, GAP + (width - perLine * cell) / 2, GAP + (height - lines * step) / 2, 0, 0);
	}

	int x(int panel, int across) {
		return left + panel % Math.max(1, across) * stepX;
	}

	int y(int panel, int across) {
		return top + panel / Math.max(1, across) * stepY;
	}

	/** @return the entry of a panel, row-major, under a point to the right of and below its corner; -1 if there is none */
	int entry(ImageModel.Panel panel, int right, int below) {
		if (right < 0 || below < 0) {
			return -1;
		}
		int column = (int) (right / cell);
		int row = (int) (below / (lineStep > 0 ? lineStep : cell));
		if (column >= perLine || lineStep > 0 && below % lineStep >= cell) {
			return -1;
		}
		int entry = row * perLine + column;
		return entry < panel.values().length ? entry : -1;
	}

	/** @return to the right of the panel's corner */
	int entryX(int entry) {
		return (int) (entry % perLine * cell);
	}

	/** @return below the panel's corner */
	int entryY(int entry) {
		return (int) (entry / perLine * (lineStep > 0 ? lineStep : cell));
	}
}
