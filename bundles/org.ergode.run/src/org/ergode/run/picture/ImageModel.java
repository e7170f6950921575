// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.picture;

import java.util.List;

/**
 * Matrices as pictures: receptive fields, weights, a confusion table.
 *
 * @param panels at least one, read line by line
 * @param across how many panels a line has
 * @param colours how values become colours; one scale, {@code low} to {@code high}, for all panels
 * @param figures whether each cell shows its value
 */
public record ImageModel(String name, String title, int line, List<Panel> panels, int across, Colours colours, double low, double high,
		boolean figures) implements Picture {
	public ImageModel {
		panels = List.copyOf(panels);
	}

	public enum Colours {
		/** From white through shades of one colour: counts, probabilities. */
		SEQUENTIAL,
		/** Two colours that meet in white at zero: weights. {@code low = -high}. */
		DIVERGING
	}

	/**
	 * @param title above the panel; empty without one
	 * @param values row-major
	 * @param rowLabels empty, or one a row
	 * @param columnLabels empty, or one a column
	 * @param rowTitle what the rows are; empty without
	 * @param columnTitle what the columns are; empty without
	 */
	public record Panel(String title, int rows, int columns, double[] values, List<String> rowLabels, List<String> columnLabels,
			String rowTitle, String columnTitle) {
		public static Panel of(String title, int rows, int columns, double[] values) {
			return new Panel(title, rows, columns, values, List.of(), List.of(), "", "");
		}
	}

	/** The colour of a value, {@code 0xRRGGBB}: perceptually even, safe for colour-blind readers. */
	public int colour(double value) {
		return ColourMap.colour(colours, low, high, value);
	}
}
