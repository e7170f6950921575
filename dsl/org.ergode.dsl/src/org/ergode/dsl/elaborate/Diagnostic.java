// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.ir.Source;

/**
 * One thing to say about a model.
 *
 * @param code one of {@link Issues}
 * @param message in the user's names, values and units
 * @param where what it concerns
 * @param feature of {@code where} that is underlined; null for all of it
 * @param index of a feature with several values; -1 for the feature as a whole
 * @param fixes changes of the text that make it go away
 */
public record Diagnostic(Severity severity, String code, String message, EObject where, String feature, int index, List<Fix> fixes) {
	public Source source() {
		return Sources.of(where, feature, index);
	}

	/** {@code levy.erg:4:13: the mean …} */
	@Override
	public String toString() {
		Source s = source();
		return s.file() + ":" + s.line() + ":" + s.column() + ": " + message;
	}
}
