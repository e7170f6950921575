// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import org.ergode.engine.result.Claim;

/**
 * A claim as it is shown: figures in the author's units, rounded to what their errors allow.
 *
 * @param claim the verdict, in SI
 * @param found such as {@code 0.4981 um^2/s}
 * @param error Monte-Carlo standard error in the unit of {@code found}; empty without one
 * @param expected such as {@code 0.5 +- 0.025 um^2/s} or {@code > 0.2}
 * @param note why the verdict says little: the tolerance is smaller than the Monte-Carlo error; empty if it does not
 */
public record ClaimReport(Claim claim, String found, String error, String expected, String note) {
	/** As written in the model. */
	public String text() {
		return claim.text();
	}

	/** The sweep point; empty without sweep. */
	public String condition() {
		return claim.condition();
	}

	public boolean met() {
		return claim.met();
	}

	/** From 1, in the model's file. */
	public int line() {
		return claim.line();
	}
}
