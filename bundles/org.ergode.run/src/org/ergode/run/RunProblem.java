// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.util.List;

/** The model or the call is wrong; nothing was run, or not to its end. The diagnostics say what to change. */
public final class RunProblem extends Exception {
	private static final long serialVersionUID = 1L;
	private final transient List<Diagnostic> diagnostics;

	public RunProblem(List<Diagnostic> diagnostics) {
		super(diagnostics.isEmpty() ? "" : diagnostics.getFirst().toString());
		this.diagnostics = List.copyOf(diagnostics);
	}

	public RunProblem(String code, String message) {
		this(List.of(Diagnostic.ofCall(code, message)));
	}

	public List<Diagnostic> diagnostics() {
		return diagnostics;
	}
}
