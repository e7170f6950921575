// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import org.ergode.dsl.ir.Source;

/** A derivative was asked for that does not exist. */
public final class NotDifferentiable extends NetworkProblem {
	private static final long serialVersionUID = 1L;

	public NotDifferentiable(Source source, String message) {
		super(source, "network.derivative", message);
	}
}
