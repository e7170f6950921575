// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.control;

/** The run was stopped by its user. Not an error: the front end says so and exits with 130. */
public final class Cancelled extends RuntimeException {
	private static final long serialVersionUID = 1L;

	public Cancelled() {
		super("cancelled", null, false, false);
	}
}
