// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.ergode.math.law.Law;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.DistributionPrimitive.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoreDistributionsTest {
	/** Legal values of parameters, by the name that they have in every distribution. */
	private static final Map<String, double[]> LEGAL = Map.ofEntries(Map.entry("mean", n(2)), Map.entry("alpha", n(0.8)), Map.entry("scale", n(3)),
			Map.entry("shape", n(1.5)), Map.entry("mu", n(0.5)), Map.entry("sigma", n(0.4)), Map.entry("min", n(-1)), Map.entry("max", n(4)), Map.entry("sd", n(2)),
			Map.entry("beta", n(0.5)), Map.entry("location", n(1)), Map.entry("nu", n(5)), Map.entry("value", n(7)), Map.entry("values", new double[] {1, 2, 5}),
			Map.entry("probabilities", new double[] {0.2, 0.3, 0.5}), Map.entry("n", n(10)), Map.entry("p", new double[] {0.3}));

	static Stream<DistributionPrimitive> distributions() {
		return CoreDistributions.all().stream();
	}

	@Test
	void allOfTheLanguageAreThere() {
		assertThat(distributions().map(DistributionPrimitive::name)).containsExactlyInAnyOrder("exponential", "pareto", "mittag_leffler", "gamma", "weibull", "lognormal",
				"uniform", "normal", "laplace", "stable", "student", "fixed", "choice", "poisson", "bernoulli", "binomial", "categorical");
	}

	@ParameterizedTest
	@MethodSource("distributions")
	void makesALawWhoseCdfRisesToOne(DistributionPrimitive d) {
		Law law = d.maker().of(legal(d));
		double last = 0;
		for (double x : new double[] {-1e9, -3, -1, 0, 0.5, 1, 2, 3, 5, 7, 10, 1e12}) {
			assertThat(law.cdf(x)).as("cdf(%s)", x).isBetween(last, 1.0);
			last = law.cdf(x);
		}
		assertThat(last).isGreaterThan(0.999);
		assertThat(law.cdf(law.quantile(0.5))).isGreaterThanOrEqualTo(0.5 - 1e-9);
	}

	@ParameterizedTest
	@MethodSource("distributions")
	void refusesNotANumberForEachParameterByItsName(DistributionPrimitive d) {
		for (int i = 0; i < d.parameters().size(); i++) {
			double[][] arguments = legal(d);
			arguments[i] = arguments[i].clone();
			arguments[i][0] = Double.NaN;
			assertThatThrownBy(() -> d.maker().of(arguments)).as(d.parameters().get(i).name()).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
		}
	}

	@ParameterizedTest
	@MethodSource("distributions")
	void defaultsAreLegal(DistributionPrimitive d) {
		double[][] arguments = legal(d);
		List<Parameter> parameters = d.parameters();
		for (int i = 0; i < parameters.size(); i++) {
			if (!Double.isNaN(parameters.get(i).defaultValue())) {
				arguments[i] = n(parameters.get(i).defaultValue());
			}
		}
		assertThat(d.maker().of(arguments)).isNotNull();
		assertThat(d.documentation()).endsWith(".");
		assertThat(d.formula()).isNotEmpty();
	}

	@Test
	void scaleOfTheLognormalIsItsMedianAtMuZero() {
		DistributionPrimitive d = distributions().filter(x -> x.name().equals("lognormal")).findFirst().orElseThrow();
		assertThat(d.maker().of(n(0), n(0.7), n(3)).quantile(0.5)).isEqualTo(3, Offset.offset(1e-12));
	}

	@Test
	void messagesUseTheNamesOfTheLanguage() {
		assertThatThrownBy(() -> of("uniform").maker().of(n(2), n(1))).hasMessage("min is not below max: 2.0 and 1.0");
		assertThatThrownBy(() -> of("binomial").maker().of(n(2.5), n(1))).hasMessage("n is not a whole number >= 0: 2.5");
		assertThatThrownBy(() -> of("stable").maker().of(n(2.5), n(0), n(1), n(0))).hasMessage("alpha is out of range: 2.5; expected a value in (0, 2]");
	}

	private static DistributionPrimitive of(String name) {
		return distributions().filter(x -> x.name().equals(name)).findFirst().orElseThrow();
	}

	private static double[][] legal(DistributionPrimitive d) {
		return d.parameters().stream().map(p -> LEGAL.get(p.name())).toArray(double[][]::new);
	}

	private static double[] n(double x) {
		return new double[] {x};
	}
}
