// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.core;

import static org.ergode.unit.DistributionPrimitive.DimensionOf.ANY_SET;
import static org.ergode.unit.DistributionPrimitive.DimensionOf.NONE;
import static org.ergode.unit.DistributionPrimitive.DimensionOf.NONE_SET;
import static org.ergode.unit.DistributionPrimitive.DimensionOf.SAME;

import java.util.List;
import org.ergode.math.law.Bernoulli;
import org.ergode.math.law.Binomial;
import org.ergode.math.law.Categorical;
import org.ergode.math.law.Choice;
import org.ergode.math.law.Exponential;
import org.ergode.math.law.Fixed;
import org.ergode.math.law.Gamma;
import org.ergode.math.law.Laplace;
import org.ergode.math.law.Law;
import org.ergode.math.law.Lognormal;
import org.ergode.math.law.MittagLeffler;
import org.ergode.math.law.Normal;
import org.ergode.math.law.Pareto;
import org.ergode.math.law.Poisson;
import org.ergode.math.law.Stable;
import org.ergode.math.law.Student;
import org.ergode.math.law.Uniform;
import org.ergode.math.law.Weibull;
import org.ergode.math.special.Elementary;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.DistributionPrimitive.DimensionOf;
import org.ergode.unit.DistributionPrimitive.Maker;
import org.ergode.unit.DistributionPrimitive.Parameter;

/** The one list of distributions, by the names and parameters of the language. */
final class CoreDistributions {
	private static final String POSITIVE = "> 0";
	private static final String FINITE = "finite";
	private static final String PROBABILITY = "in [0, 1]";

	/** Stands for no probabilities: as one, 0 is not legal. */
	private static final double ALIKE = 0;

	private CoreDistributions() {
	}

	static List<DistributionPrimitive> all() {
		return List.of(
				of("exponential", "e^(−x/mean)/mean, x ≥ 0", "Waiting times without memory: events at a constant rate.",
						a -> Exponential.of(a[0][0]), required("mean", SAME, POSITIVE)),
				of("pareto", "α scaleᵅ/x^(1 + α), x ≥ scale", "A power law above `scale`. The mean is infinite for alpha ≤ 1, the variance for alpha ≤ 2.",
						a -> Pareto.of(a[0][0], a[1][0]), required("alpha", NONE, POSITIVE), required("scale", SAME, POSITIVE)),
				of("mittag_leffler", "P(X > x) = E_α(−(x/scale)ᵅ)", "The waiting times of fractional diffusion: a power law tail for alpha < 1, exponential for alpha = 1.",
						a -> MittagLeffler.of(a[0][0], a[1][0]), required("alpha", NONE, "in (0, 1]"), required("scale", SAME, POSITIVE)),
				of("gamma", "x^(k − 1) e^(−x/scale)/(Γ(k) scaleᵏ), x ≥ 0", "The sum of `shape` exponential times of mean `scale`.",
						a -> Gamma.of(a[0][0], a[1][0]), required("shape", NONE, POSITIVE), required("scale", SAME, POSITIVE)),
				of("weibull", "P(X > x) = e^(−(x/scale)ᵏ), x ≥ 0", "Life times; a stretched exponential for shape < 1.",
						a -> Weibull.of(a[0][0], a[1][0]), required("shape", NONE, POSITIVE), required("scale", SAME, POSITIVE)),
				of("lognormal", "e^(−(ln(x/scale) − μ)²/2σ²)/(x σ √2π), x > 0", "The exponential of a normal number, times `scale`.",
						a -> Lognormal.of(a[0][0] + Elementary.log(positive("scale", a[2][0])), a[1][0]),
						required("mu", NONE, FINITE), required("sigma", NONE, POSITIVE), optional("scale", SAME, 1, POSITIVE)),
				of("uniform", "1/(max − min), min ≤ x ≤ max", "Any number between `min` and `max` alike.",
						a -> uniform(a[0][0], a[1][0]), required("min", SAME, "< max"), required("max", SAME, "> min")),
				of("normal", "e^(−(x − mean)²/2sd²)/(sd √2π)", "The normal distribution, by its mean and standard deviation.",
						a -> Normal.of(a[0][0], a[1][0]), required("mean", SAME, FINITE), required("sd", SAME, POSITIVE)),
				of("laplace", "e^(−|x − mean|/scale)/(2 scale)", "An exponential to either side.",
						a -> Laplace.of(a[0][0], a[1][0]), required("mean", SAME, FINITE), required("scale", SAME, POSITIVE)),
				of("stable", "E e^(ikX) = e^(−|scale k|ᵅ (1 − iβ sgn k tan(πα/2)) + i k location)",
						"Lévy's stable law, in Nolan's parameters. The variance is infinite for alpha < 2, the mean for alpha ≤ 1 does not exist.",
						a -> Stable.of(a[0][0], a[1][0], a[2][0], a[3][0]),
						required("alpha", NONE, "in (0, 2]"), optional("beta", NONE, 0, "in [-1, 1]"), optional("scale", SAME, 1, POSITIVE), optional("location", SAME, 0, FINITE)),
				of("student", "∝ (1 + ((x − location)/scale)²/ν)^(−(ν + 1)/2)", "Student's t; the mean exists for nu > 1, the variance for nu > 2.",
						a -> Student.of(positive("nu", a[0][0]), a[1][0], a[2][0]), required("nu", NONE, POSITIVE), optional("location", SAME, 0, FINITE), optional("scale", SAME, 1, POSITIVE)),
				of("fixed", "P(X = value) = 1", "Always the same value.",
						a -> Fixed.of(a[0][0]), required("value", SAME, FINITE)),
				of("choice", "P(X = valuesᵢ) = probabilitiesᵢ", "One of some values, each with its probability; without `probabilities` all alike.",
						a -> choice(a[0], a[1]), required("values", ANY_SET, FINITE), optional("probabilities", NONE_SET, ALIKE, ">= 0, not all 0")),
				of("poisson", "meanⁿ e^(−mean)/n!", "How many independent events happen.",
						a -> Poisson.of(a[0][0]), required("mean", NONE, POSITIVE)),
				of("bernoulli", "P(X = 1) = p", "1 with probability p, else 0.",
						a -> Bernoulli.of(a[0][0]), required("p", NONE, PROBABILITY)),
				of("binomial", "(n choose k) pᵏ (1 − p)^(n − k)", "How many of n independent trials succeed.",
						a -> binomial(a[0][0], a[1][0]), required("n", NONE, "a whole number >= 0"), required("p", NONE, PROBABILITY)),
				of("categorical", "P(X = i) = pᵢ", "A class from 1 to the number of probabilities.",
						a -> Categorical.of(a[0]), required("p", NONE_SET, ">= 0, not all 0")));
	}

	private static DistributionPrimitive of(String name, String formula, String documentation, Maker maker, Parameter... parameters) {
		return new DistributionPrimitive(name, List.of(parameters), documentation, formula, maker);
	}

	private static Parameter required(String name, DimensionOf dimension, String rule) {
		return new Parameter(name, dimension, Double.NaN, rule);
	}

	private static Parameter optional(String name, DimensionOf dimension, double value, String rule) {
		return new Parameter(name, dimension, value, rule);
	}

	// The laws below have other names for their parameters; a message must have the language's.

	private static Law uniform(double min, double max) {
		if (!(min < max && Double.isFinite(min) && Double.isFinite(max))) {
			throw new IllegalArgumentException("min is not below max: " + min + " and " + max);
		}
		return Uniform.of(min, max);
	}

	private static Law binomial(double n, double p) {
		if (!(n >= 0 && n == Math.rint(n) && n <= Integer.MAX_VALUE)) {
			throw new IllegalArgumentException("n is not a whole number >= 0: " + n);
		}
		return Binomial.of(n, p);
	}

	private static Law choice(double[] values, double[] probabilities) {
		if (probabilities.length == 1 && probabilities[0] == ALIKE) {
			return Choice.of(values);
		}
		if (values.length != probabilities.length) {
			throw new IllegalArgumentException("there are " + values.length + " values and " + probabilities.length + " probabilities; expected as many");
		}
		return Choice.of(values, probabilities);
	}

	private static double positive(String name, double value) {
		if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
			throw new IllegalArgumentException(name + " is not strictly positive and finite: " + value);
		}
		return value;
	}
}
