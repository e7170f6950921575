// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.List;
import java.util.Optional;
import org.ergode.math.law.Law;
import org.ergode.unit.DistributionPrimitive;

/** A distribution with its parameters, as {@code ~} binds it. */
public sealed interface LawIr {
	Type type();

	Source source();

	/**
	 * A primitive distribution. Parameters may vary by walker (they then read symbols such as {@code x} or {@code waiting}).
	 *
	 * @param parameters one expression each, in the primitive's order, defaults filled in; a set is an {@link Expr.Assemble}
	 */
	record Primitive(DistributionPrimitive distribution, List<Expr> parameters, Type type, Source source) implements LawIr {
		/** @return the law in SI, if all its parameters are known and legal */
		public Optional<Law> known() {
			if (!parameters.stream().allMatch(Expr.Constant.class::isInstance)) {
				return Optional.empty();
			}
			try {
				return Optional.of(distribution.maker().of(parameters.stream().map(e -> ((Expr.Constant) e).values()).toArray(double[][]::new)));
			} catch (IllegalArgumentException e) {
				return Optional.empty(); // an error of its own
			}
		}
	}

	/** {@code isotropic(D)}: length |~ D| in a uniform direction. For a stable D it is the isotropic stable law of that index. */
	record Isotropic(LawIr length, int dimension, Type type, Source source) implements LawIr {
	}

	/** A user's law: the quantile at a uniform {@code p}. */
	record ByQuantile(Symbol p, Expr quantile, String name, Type type, Source source) implements LawIr {
	}

	/** Several numbers that depend on each other: {@code multinormal(mean, covariance)}. @param parameters constants */
	record Joint(String name, List<Expr> parameters, Type type, Source source) implements LawIr {
	}

	/** Named start values of a network parameter: {@code glorot}, {@code he}, {@code lecun}; its sizes are the parameter's own. */
	record Initializer(String name, Type type, Source source) implements LawIr {
	}
}
