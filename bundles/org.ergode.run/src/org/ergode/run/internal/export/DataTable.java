// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import java.util.List;

/**
 * Numbers in rows, as a file has them.
 *
 * @param rows each as long as {@code fields}, in the fields' units
 */
public record DataTable(List<Field> fields, List<double[]> rows) {
	/** @param unit empty for a pure number */
	public record Field(String name, String unit) {
		/** {@code t (s)}. */
		public String header() {
			return unit.isEmpty() ? name : name + " (" + unit + ")";
		}
	}
}
