// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import org.ergode.dsl.ir.Source;

/** A derived figure cannot be computed; the message says why in the user's names. */
public final class AnalysisProblem extends RuntimeException {
	private static final long serialVersionUID = 1L;
	private final transient Source source;
	private final String code;

	public AnalysisProblem(Source source, String code, String message) {
		super(message);
		this.source = source;
		this.code = code;
	}

	public Source source() {
		return source;
	}

	/** Of the rule: {@code fit.points}. */
	public String code() {
		return code;
	}
}
