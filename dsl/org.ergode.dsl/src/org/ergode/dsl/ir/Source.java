// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

/**
 * Where something stands in the text.
 *
 * @param file name as messages show it
 * @param line from 1
 * @param column from 1
 * @param offset from 0
 * @param length in characters
 */
public record Source(String file, int line, int column, int offset, int length) {
	public static final Source NONE = new Source("", 0, 0, 0, 0);
}
