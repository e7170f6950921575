// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.ergode.math.random.Stream;
import org.junit.jupiter.api.Test;

/** Laws that have formulas, made again from their densities or distribution functions alone. */
class TabulatedLawTest {
	private static final List<Law> LAWS = List.of(Normal.of(0, 1e-6), Normal.of(5e-6, 1e-7), Exponential.of(3e-9), Gamma.of(0.5, 2), Pareto.of(0.7, 1), Pareto.of(2.5, 1e4),
			Uniform.of(-2, 7), Laplace.of(1, 0.1), Weibull.of(0.5, 1e-3), Student.of(3, 0, 1e-6));

	/** Places that a user's parameters would name. */
	private static double[] places(Law law) {
		return new double[] {law.quantile(0.5), law.quantile(0.9) - law.quantile(0.5), law.quantile(0), law.quantile(1)};
	}

	@Test
	void quantilesAreThoseOfTheFormula() {
		for (Law law : LAWS) {
			for (TabulatedLaw table : List.of(TabulatedLaw.ofDensity(law::pdf, places(law)), TabulatedLaw.ofDistribution(law::cdf, places(law)))) {
				for (double p : new double[] {1e-4, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.9999}) {
					assertThat(law.cdf(table.quantile(p))).as("%s at %s", law, p).isCloseTo(p, within(2e-6 + 2e-3 * Math.min(p, 1 - p)));
					assertThat(table.cdf(law.quantile(p))).as("%s at %s", law, p).isCloseTo(p, within(2e-6 + 2e-3 * Math.min(p, 1 - p)));
				}
			}
		}
	}

	@Test
	void momentsAreThoseOfTheFormulaOrDoNotExist() {
		for (Law law : LAWS) {
			TabulatedLaw table = TabulatedLaw.ofDensity(law::pdf, places(law));
			assertThat(table.undefinedMoment(1) == null).as("%s", law).isEqualTo(law.undefinedMoment(1) == null);
			assertThat(table.undefinedMoment(2) == null).as("%s", law).isEqualTo(law.undefinedMoment(2) == null);
			if (law.undefinedMoment(1) == null) {
				double size = Math.abs(law.mean()) + (law.undefinedMoment(2) == null ? Math.sqrt(law.variance()) : 0);
				assertThat(table.mean()).as("%s", law).isCloseTo(law.mean(), within(2e-3 * size));
			}
			if (law.undefinedMoment(2) == null && law.undefinedMoment(3) == null) {
				assertThat(table.variance()).as("%s", law).isCloseTo(law.variance(), within(3e-3 * law.variance()));
			}
		}
	}

	/** Kolmogorov and Smirnov at 1.95/sqrt(n): a false alarm in 1000 for each of the ten seeded runs. */
	@Test
	void drawsHaveTheDistribution() {
		int n = 50_000;
		for (Law law : LAWS) {
			double[] draws = new double[n];
			TabulatedLaw.ofDensity(law::pdf, places(law)).sampler().fill(Stream.of(7, 1, 2), draws, 0, n);
			Arrays.sort(draws);
			double worst = 0;
			for (int i = 0; i < n; i++) {
				worst = Math.max(worst, Math.abs(law.cdf(draws[i]) - (i + 0.5) / n));
			}
			assertThat(worst).as("%s", law).isLessThan(1.95 / Math.sqrt(n));
		}
	}

	/** Neither says that it means r > 0. */
	@Test
	void whatIsOneOnThePositiveSideIsPositive() {
		TabulatedLaw byDistribution = TabulatedLaw.ofDistribution(r -> 1 - Math.exp(-r * r / 2), 1);
		TabulatedLaw byDensity = TabulatedLaw.ofDensity(r -> r * Math.exp(-r * r / 2), 1);
		for (TabulatedLaw rayleigh : List.of(byDistribution, byDensity)) {
			assertThat(rayleigh.quantile(0)).isBetween(0.0, 1e-7);
			assertThat(rayleigh.mean()).isCloseTo(Math.sqrt(Math.PI / 2), within(1e-4));
		}
	}

	@Test
	void whatIsNoLawIsRefused() {
		assertThatThrownBy(() -> TabulatedLaw.ofDensity(x -> Math.exp(-x * x))).hasMessage("the density integrates to 1.772; expected 1");
		assertThatThrownBy(() -> TabulatedLaw.ofDensity(x -> Math.abs(x) < 1 ? 0.5 + 2 * x : 0)).hasMessageContaining("the density is negative at");
		assertThatThrownBy(() -> TabulatedLaw.ofDistribution(x -> Math.atan(x) / Math.PI)).hasMessageContaining("goes from 0 to 0.5; expected 0 to 1");
		assertThatThrownBy(() -> TabulatedLaw.ofDistribution(x -> Math.sin(x) * Math.exp(-x * x) + (x > 0 ? 1 : 0))).hasMessageContaining("falls before");
	}
}
