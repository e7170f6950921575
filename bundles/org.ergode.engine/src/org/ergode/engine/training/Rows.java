// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

/**
 * Columns {@code at .. at + n} of a table, one row a sample, in both precisions.
 *
 * @param all row-major
 * @param single the same
 * @param width entries of a row
 * @param at first column
 */
public record Rows(double[] all, float[] single, int width, int at) {
	public static Rows of(double[] all, int width) {
		float[] single = new float[all.length];
		for (int i = 0; i < single.length; i++) {
			single[i] = (float) all[i];
		}
		return new Rows(all, single, width, 0);
	}

	/** The same table, other columns. */
	public Rows from(int column) {
		return new Rows(all, single, width, column);
	}
}
