// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.control;

/**
 * The model cannot be run, or went wrong while it ran: a waiting time that is not positive, a state that is no number, more values
 * than there is memory. The message speaks of the model's names and values; the front end shows it at its {@link #place}.
 */
public final class ModelFault extends RuntimeException {
	private static final long serialVersionUID = 1L;
	private final transient Place place;

	public ModelFault(Place place, String message) {
		super(message, null, false, false);
		this.place = place;
	}

	public Place place() {
		return place;
	}

	/** {@code file:line:column: message}. */
	@Override
	public String toString() {
		return place + ": " + getMessage();
	}
}
