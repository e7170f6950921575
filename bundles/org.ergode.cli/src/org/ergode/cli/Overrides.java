// SPDX-License-Identifier: EPL-2.0
package org.ergode.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ergode.run.RunProblem;
import org.ergode.run.RunRequest;

/** The option {@code --set}. */
final class Overrides {
	static final String LABEL = "Name.parameter=value";
	static final String DESCRIPTION = "Another value for a parameter, with its unit: --set Bead.radius=\"1 um\"; repeatable.";

	private Overrides() {
	}

	/** @return what they change in a request. @throws RunProblem if one has no name, no value or no sign between */
	static UnaryOperator<RunRequest> of(List<String> overrides) throws RunProblem {
		for (String override : overrides) {
			int equals = override.indexOf('=');
			if (equals < 1 || equals == override.length() - 1) {
				throw new RunProblem("call.set", "--set takes Name.parameter=value, not '" + override + "'");
			}
		}
		return request -> {
			RunRequest changed = request;
			for (String override : overrides) {
				int equals = override.indexOf('=');
				changed = changed.set(override.substring(0, equals).strip(), override.substring(equals + 1).strip());
			}
			return changed;
		};
	}
}
