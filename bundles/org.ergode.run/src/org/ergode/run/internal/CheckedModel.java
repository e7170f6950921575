// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.List;
import org.ergode.run.Diagnostic;
import org.ergode.run.ExperimentInfo;
import org.ergode.run.Model;

/** A model, read and checked. */
public record CheckedModel(List<Diagnostic> diagnostics, List<ExperimentInfo> experiments) {
	static String shortName(Model model) {
		return model.fileName();
	}

	public static CheckedModel of(Model model) {
		throw new UnsupportedOperationException("waits for the elaborator");
	}
}
