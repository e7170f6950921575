// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

/**
 * How the numbers of a file become samples.
 *
 * @param format {@code csv}, {@code idx} or {@code npy}
 * @param skip how many lines of text, or samples of another format, are left out at the beginning
 * @param columns those that are taken, the others of a text need not be numbers
 * @param features how many of these are inputs; 0: all but the label
 * @param classes of a label in the column after the inputs, which becomes one-hot; 0: without a label, and further columns are targets as they are
 * @param scale inputs are multiplied by it
 */
public record FileLayout(String format, int skip, FileColumns columns, int features, int classes, double scale) {
	/** Of a whole file. */
	public static FileLayout of(String format, int features, int classes, double scale) {
		return new FileLayout(format, 0, FileColumns.ALL, features, classes, scale);
	}
}
