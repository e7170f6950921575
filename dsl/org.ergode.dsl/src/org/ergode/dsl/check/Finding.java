// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.List;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.elaborate.Severity;
import org.ergode.dsl.ir.Source;

/**
 * Something that is wrong, or doubtful, in a text.
 *
 * @param code of the rule, such as {@code unit.unknown}
 * @param message a sentence in the user's names
 * @param source the exact range
 * @param fixes changes of the text that make it go away
 */
public record Finding(Severity severity, String code, String message, Source source, List<Fix> fixes) {
	public boolean isError() {
		return severity == Severity.ERROR;
	}

	/** {@code levy.erg:4:13: the mean …} */
	@Override
	public String toString() {
		return source.file() + ":" + source.line() + ":" + source.column() + ": " + message;
	}
}
