// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.control;

/**
 * Where in a model's text something stands, for messages.
 *
 * @param file name as messages show it
 * @param line from 1
 * @param column from 1
 */
public record Place(String file, int line, int column) {
	@Override
	public String toString() {
		return file + ":" + line + ":" + column;
	}
}
