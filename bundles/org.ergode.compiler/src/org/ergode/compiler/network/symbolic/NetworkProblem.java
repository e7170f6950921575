// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import org.ergode.dsl.ir.Source;

/** A network, a rule or its data cannot be compiled: where in the text, by which rule, and why. */
public class NetworkProblem extends RuntimeException {
	private static final long serialVersionUID = 1L;

	private final transient Source source;
	private final String code;

	/**
	 * @param source the place to be marked
	 * @param code names the rule, for quick fixes and documentation
	 * @param message without the place
	 */
	public NetworkProblem(Source source, String code, String message) {
		super(message);
		this.source = source;
		this.code = code;
	}

	public Source source() {
		return source;
	}

	public String code() {
		return code;
	}
}
