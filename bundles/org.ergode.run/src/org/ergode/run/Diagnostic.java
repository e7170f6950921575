// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.util.List;

/**
 * Something that is wrong, or doubtful, in a model or in a call.
 *
 * @param file name as the user gave it; empty if the call itself is wrong
 * @param line from 1; 0 without a place
 * @param column from 1; 0 without a place
 * @param code of the rule, such as {@code unit.unknown}
 * @param message a sentence in the user's names
 */
public record Diagnostic(String file, int line, int column, Severity severity, String code, String message) {
	public enum Severity { ERROR, WARNING }

	/** Wrong call: no place in a text. */
	public static Diagnostic ofCall(String code, String message) {
		return new Diagnostic("", 0, 0, Severity.ERROR, code, message);
	}

	public static boolean anyError(List<Diagnostic> diagnostics) {
		return diagnostics.stream().anyMatch(d -> d.severity == Severity.ERROR);
	}

	/** {@code levy.erg:4:13: the mean waiting time is infinite}. */
	@Override
	public String toString() {
		String place = file.isEmpty() ? "" : line > 0 ? file + ":" + line + ":" + column + ": " : file + ": ";
		return place + (severity == Severity.WARNING ? "warning: " : "") + message;
	}
}
