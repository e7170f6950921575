// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.ergode.math.random.Draws;
import org.ergode.math.random.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** One variate at a time: the same laws as in bulk. */
class DrawsTest {
	private static final int SAMPLE = 50_000;
	private static final int BINS = 40;
	/** For each of 15 laws: one false alarm in 6,700 changes of the seed. */
	private static final double FALSE_ALARM = 1e-5;

	private static Map<Law, ToDoubleFunction<Stream>> draws() {
		Map<Law, ToDoubleFunction<Stream>> all = new LinkedHashMap<>();
		all.put(Uniform.of(-1, 3), s -> Draws.uniform(s, -1, 3));
		all.put(Exponential.of(2), s -> Draws.exponential(s, 2));
		all.put(Normal.of(1, 2), s -> Draws.normal(s, 1, 2));
		all.put(Lognormal.of(0.5, 0.7), s -> Draws.lognormal(s, 0.5, 0.7));
		all.put(Pareto.of(0.7, 2), s -> Draws.pareto(s, 0.7, 2));
		all.put(Weibull.of(0.7, 2), s -> Draws.weibull(s, 0.7, 2));
		all.put(Laplace.of(1, 2), s -> Draws.laplace(s, 1, 2));
		all.put(MittagLeffler.of(0.6, 2), s -> Draws.mittagLeffler(s, 0.6, 2));
		all.put(Stable.of(1.4, 0.5, 2, 1), s -> Draws.stable(s, 1.4, 0.5, 2, 1));
		all.put(Stable.of(1, 0.5, 2, 1), s -> Draws.stable(s, 1, 0.5, 2, 1));
		all.put(Gamma.of(2.5, 0.5), s -> Draws.gamma(s, 2.5, 0.5));
		all.put(Student.of(3, 1, 2), s -> Draws.student(s, 3, 1, 2));
		all.put(Bernoulli.of(0.3), s -> Draws.bernoulli(s, 0.3));
		all.put(Poisson.of(6.5), s -> Draws.poisson(s, 6.5));
		all.put(Binomial.of(12, 0.3), s -> Draws.binomial(s, 12, 0.3));
		all.put(Binomial.of(200, 0.3), s -> Draws.binomial(s, 200, 0.3));
		all.put(Choice.of(1, 2, 5), s -> Draws.choice(s, new double[] {1, 2, 5}));
		return all;
	}

	@TestFactory
	java.util.stream.Stream<DynamicTest> drawsFitTheirLaws() {
		return draws().entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey().toString(), () -> {
			Law law = e.getKey();
			double[] edges = new double[BINS - 1];
			for (int i = 0; i < edges.length; i++) {
				edges[i] = law.quantile((i + 1.0) / BINS);
			}
			edges = Arrays.stream(edges).distinct().toArray();
			int[] counts = new int[edges.length + 1];
			Stream s = Stream.of("DrawsTest".hashCode(), law.toString().hashCode(), 0);
			for (int i = 0; i < SAMPLE; i++) {
				int at = Arrays.binarySearch(edges, e.getValue().applyAsDouble(s));
				counts[at < 0 ? -at - 1 : at]++;
			}
			double chi2 = 0;
			int bins = 0;
			for (int i = 0; i < counts.length; i++) {
				double p = (i < edges.length ? law.cdf(edges[i]) : 1) - (i == 0 ? 0 : law.cdf(edges[i - 1]));
				if (p > 1e-9) {
					chi2 += Math.pow(counts[i] - p * SAMPLE, 2) / (p * SAMPLE);
					bins++;
				}
			}
			assertThat(ChiSquaredDistribution.of(bins - 1).survivalProbability(chi2)).isGreaterThan(FALSE_ALARM);
		}));
	}
}
