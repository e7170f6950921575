// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.step;

import java.util.List;

/**
 * Where a session waits: before a statement.
 *
 * @param statement as it is written, on one line; equations that are done together with semicolons between
 * @param address of the text that the statement stands in: a file's, a library's
 * @param line from 1
 * @param offset in the text @param length of the statement
 * @param path what surrounds it, the outermost first: {@code train Rbm}, {@code epoch 3 of 10}, {@code batch 12 of 90}, {@code phase positive}
 * @param values all that has a name here, in the order in which it came to be
 * @param past whether this is a look back: the session itself waits further on
 */
public record Stop(String statement, String address, int line, int offset, int length, List<String> path, List<StepValue> values, boolean past) {
	public Stop {
		path = List.copyOf(path);
		values = List.copyOf(values);
	}

	Stop inThePast() {
		return new Stop(statement, address, line, offset, length, path, values, true);
	}
}
