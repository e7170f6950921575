// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * A function of numbers that a unit brings to the language; on tensors it works elementwise.
 *
 * @param name as written in a model
 * @param parameters their names, in order; 1 to 3
 * @param documentation a sentence for the hover, Markdown
 * @param formula in Unicode, such as {@code 1/(1 + e⁻ˣ)}
 * @param handle exact type {@code (double, …)double}; pure, thread-safe, allocates nothing
 * @param derivatives expressions in the language, one a parameter, over the parameters' names and {@code self} (the value):
 *     {@code "self*(1 - self)"}; empty if the function has no derivative
 * @param dimension how the result's dimension follows
 */
public record FunctionPrimitive(String name, List<String> parameters, String documentation, String formula, MethodHandle handle,
		List<String> derivatives, DimensionRule dimension) {

	/** How the dimension of a result follows from those of the arguments. */
	public enum DimensionRule {
		/** Arguments and result are pure numbers: exp, log, tanh. */
		NONE,
		/** All arguments have one dimension, and so has the result: abs, min, max. */
		SAME,
		/** The root of the argument's dimension. */
		SQUARE_ROOT,
		/** Any argument, or several in one dimension, a pure number out: sign, step, atan2. */
		ANY_TO_NONE
	}
}
