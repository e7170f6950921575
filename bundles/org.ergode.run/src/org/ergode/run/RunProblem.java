// SPDX-License-Identifier: EPL-2.0
package org.ergode.run;

import java.util.List;

/** The model or the call is wrong; nothing was run, or not to its end. The diagnostics say what to change. */
public final class RunProblem extends Exception {
	private static final long serialVersionUID = 1L;
	private static final String UNEXPLAINED = "this cannot be run, and no check has found out why: a fault of Ergode; please report it with the model";
	private final transient List<Diagnostic> diagnostics;

	/** @param diagnostics what is wrong; if there is nothing, that is said, because a run never ends without a word */
	public RunProblem(List<Diagnostic> diagnostics) {
		super(explained(diagnostics).getFirst().toString());
		this.diagnostics = explained(diagnostics);
	}

	private static List<Diagnostic> explained(List<Diagnostic> diagnostics) {
		return diagnostics.isEmpty() ? List.of(Diagnostic.ofCall("internal", UNEXPLAINED)) : List.copyOf(diagnostics);
	}

	public RunProblem(String code, String message) {
		this(List.of(Diagnostic.ofCall(code, message)));
	}

	public List<Diagnostic> diagnostics() {
		return diagnostics;
	}
}
