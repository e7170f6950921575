// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit;

import java.util.List;
import org.ergode.math.law.Law;

/**
 * A distribution that a unit brings to the language.
 *
 * @param name as written in a model
 * @param parameters in the order of positional arguments
 * @param documentation a sentence for the hover, Markdown
 * @param formula of the density, in Unicode
 * @param maker makes the law from the parameters' values in SI
 */
public record DistributionPrimitive(String name, List<Parameter> parameters, String documentation, String formula, Maker maker) {

	/**
	 * @param name as written in a model
	 * @param dimension how it relates to the drawn value
	 * @param defaultValue NaN if the argument is required
	 * @param rule what values are legal, for the message: {@code > 0}, {@code in (0, 2]}; empty for any
	 */
	public record Parameter(String name, DimensionOf dimension, double defaultValue, String rule) {
	}

	/** The dimension of a parameter beside that of a draw: one number, or with {@code SET} the members of a set. */
	public enum DimensionOf {
		/** As a draw: a mean, a scale. */
		SAME,
		/** A pure number: an exponent, a probability. */
		NONE,
		/** One over a draw's: a rate. */
		INVERSE,
		/** A set of values as they are drawn. */
		ANY_SET,
		/** A set of pure numbers, such as probabilities. */
		NONE_SET
	}

	/** @see Law */
	@FunctionalInterface
	public interface Maker {
		/**
		 * @param parameters one array a parameter: one number, or the members of a set
		 * @throws IllegalArgumentException if a value is not legal; the message names parameter, rule, value and legal values
		 */
		Law of(double[]... parameters);
	}
}
