// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

/**
 * An experiment as it stands in a model's text.
 *
 * @param title empty without one
 * @param line of its first word, from 1
 * @param endLine of its closing brace
 */
public record ExperimentInfo(String name, String title, int line, int endLine) {
	public boolean contains(int someLine) {
		return line <= someLine && someLine <= endLine;
	}
}
