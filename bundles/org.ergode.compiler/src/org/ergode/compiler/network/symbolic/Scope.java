// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import org.ergode.dsl.ir.Expr;

/** What the names in an expression stand for, at the point where it is read. */
public interface Scope {
	/** @throws org.ergode.compiler.network.symbolic.NetworkProblem if the symbol means nothing here */
	Term read(Expr.Read read);

	/** @throws org.ergode.compiler.network.symbolic.NetworkProblem if there is no such derivative */
	Term derivative(Expr.Derivative derivative);

	/** An average of a phase, where a rule has phases. */
	Term average(Expr.PhaseAverage average);

	/** What only a network knows, such as a reconstruction. */
	Term special(Expr.Special special);
}
