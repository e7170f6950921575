// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.equation;

import org.ergode.dsl.formula.Formula;

/** A relation that was derived. */
public record Derived(Kind kind, Formula.Relation relation) {

	/** What it is about. */
	public enum Kind { COMPONENTS, DISTRIBUTION, CONDITIONAL, FREE_ENERGY, ERROR, GRADIENT, UPDATE }
}
