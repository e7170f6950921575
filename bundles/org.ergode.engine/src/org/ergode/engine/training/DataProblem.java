// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

/** A data file is not what the model says of it. The message names the file, the row, the column and the value. */
public final class DataProblem extends RuntimeException {
	private static final long serialVersionUID = 1L;

	public DataProblem(String message) {
		super(message);
	}
}
