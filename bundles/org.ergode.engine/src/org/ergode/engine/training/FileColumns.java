// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import java.util.List;

/**
 * Which columns of a file are taken, in this order: by number from 1, or by the names in its first line; all where both are empty.
 *
 * @param numbers of columns; empty if they are named
 * @param names of columns; empty if they are numbered
 */
public record FileColumns(List<Integer> numbers, List<String> names) {
	public static final FileColumns ALL = new FileColumns(List.of(), List.of());

	public FileColumns {
		numbers = List.copyOf(numbers);
		names = List.copyOf(names);
	}

	/** How many there are; 0 for all. */
	public int count() {
		return numbers.size() + names.size();
	}
}
