// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.util.List;

/** The one list of all laws, by their names in the language. */
public final class Laws {
	/**
	 * A law as a function of its parameters.
	 *
	 * @param name as in the language
	 * @param parameters their names, in order
	 * @param maker makes the law from one array a parameter: one number, or the members of a set
	 */
	public record Kind(String name, List<String> parameters, Maker maker) {
		/**
		 * @throws IllegalArgumentException if the number of arguments is wrong or one is out of its range
		 */
		public Law of(double[]... arguments) {
			if (arguments.length != parameters.size()) {
				throw new IllegalArgumentException(name + " has " + parameters.size() + " parameters "
						+ parameters + ", found " + arguments.length);
			}
			return maker.of(arguments);
		}
	}

	/** See {@link Kind#of}. */
	@FunctionalInterface
	public interface Maker {
		Law of(double[][] arguments);
	}

	private static final List<Kind> ALL = List.of(
			new Kind("exponential", List.of("mean"), a -> Exponential.of(a[0][0])),
			new Kind("pareto", List.of("alpha", "scale"), a -> Pareto.of(a[0][0], a[1][0])),
			new Kind("mittag_leffler", List.of("alpha", "scale"), a -> MittagLeffler.of(a[0][0], a[1][0])),
			new Kind("gamma", List.of("shape", "scale"), a -> Gamma.of(a[0][0], a[1][0])),
			new Kind("weibull", List.of("shape", "scale"), a -> Weibull.of(a[0][0], a[1][0])),
			new Kind("lognormal", List.of("mu", "sigma"), a -> Lognormal.of(a[0][0], a[1][0])),
			new Kind("uniform", List.of("low", "high"), a -> Uniform.of(a[0][0], a[1][0])),
			new Kind("normal", List.of("mean", "sd"), a -> Normal.of(a[0][0], a[1][0])),
			new Kind("laplace", List.of("mean", "scale"), a -> Laplace.of(a[0][0], a[1][0])),
			new Kind("stable", List.of("alpha", "beta", "scale", "location"),
					a -> Stable.of(a[0][0], a[1][0], a[2][0], a[3][0])),
			new Kind("student", List.of("nu", "location", "scale"), a -> Student.of(a[0][0], a[1][0], a[2][0])),
			new Kind("fixed", List.of("value"), a -> Fixed.of(a[0][0])),
			new Kind("choice", List.of("values", "weights"), a -> Choice.of(a[0], a[1])),
			new Kind("poisson", List.of("mean"), a -> Poisson.of(a[0][0])),
			new Kind("bernoulli", List.of("p"), a -> Bernoulli.of(a[0][0])),
			new Kind("binomial", List.of("trials", "p"), a -> Binomial.of(a[0][0], a[1][0])),
			new Kind("categorical", List.of("weights"), a -> Categorical.of(a[0])));

	private Laws() {}

	public static List<Kind> all() {
		return ALL;
	}

	/** @throws IllegalArgumentException if there is no law of this name */
	public static Kind named(String name) {
		return ALL.stream().filter(k -> k.name().equals(name)).findFirst().orElseThrow(() -> new IllegalArgumentException(
				"no law is called " + name + "; known are " + ALL.stream().map(Kind::name).toList()));
	}
}
