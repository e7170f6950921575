// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
	/** Far from zero, where sums of squares would cancel. */
	private static double[] sample(int n, long seed) {
		return new Random(seed).doubles(n, 1e6, 1e6 + 1).toArray();
	}

	@Test
	void mergedMomentsAreThoseOfTheWhole() {
		double[] v = sample(1000, 1);
		Tally.Moments whole = new Tally.Moments(1);
		Tally.Moments first = new Tally.Moments(1);
		Tally.Moments second = new Tally.Moments(1);
		for (int i = 0; i < v.length; i++) {
			whole.add(0, v[i]);
			(i < 300 ? first : second).add(0, v[i]);
		}
		first.merge(second);
		first.merge(new Tally.Moments(1));
		double mean = Arrays.stream(v).average().orElseThrow();
		double variance = Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum() / (v.length - 1);
		assertThat(whole.estimate(Statistic.VARIANCE, 0)[0]).isEqualTo(variance, within(1e-9 * variance));
		assertThat(first.estimate(Statistic.VARIANCE, 0)[0]).isEqualTo(variance, within(1e-9 * variance));
		assertThat(first.estimate(Statistic.SD, 0)[0]).isEqualTo(Math.sqrt(variance), within(1e-9));
	}

	@Test
	void oneValueHasNoVariance() {
		Tally.Moments one = new Tally.Moments(1);
		one.add(0, 5);
		assertThat(one.estimate(Statistic.VARIANCE, 0)).containsExactly(Double.NaN);
	}

	@Test
	void sumsAndExtremesMergeRowByRow() {
		Tally.Sums a = new Tally.Sums(2);
		Tally.Sums b = new Tally.Sums(2);
		a.add(0, 1);
		b.add(0, 3);
		b.add(1, 7);
		a.merge(b);
		assertThat(a.estimate(Statistic.MEAN, 0)).containsExactly(2, 7);
		assertThat(a.estimate(Statistic.SUM, 0)).containsExactly(4, 7);
		Tally.Extremes e = new Tally.Extremes(1);
		Tally.Extremes f = new Tally.Extremes(1);
		e.add(0, -2);
		f.add(0, 9);
		e.merge(f);
		assertThat(e.estimate(Statistic.MIN, 0)).containsExactly(-2);
		assertThat(e.estimate(Statistic.MAX, 0)).containsExactly(9);
	}

	@Test
	void quantilesWithoutAGroupAreThoseOfTheOthers() {
		Random random = new Random(2);
		for (int round = 0; round < 50; round++) {
			double[][] groups = new double[4][];
			for (int g = 0; g < groups.length; g++) {
				groups[g] = random.ints(1 + random.nextInt(9), 0, 6).asDoubleStream().toArray(); // with ties
			}
			double[][] copy = Arrays.stream(groups).map(double[]::clone).toArray(double[][]::new);
			Quantiles q = new Quantiles(groups);
			for (double p : new double[] {0, 0.1, 0.25, 0.5, 0.9, 1}) {
				assertThat(q.of(p)).isEqualTo(bySorting(copy, -1, p), within(1e-12));
				for (int g = 0; g < groups.length; g++) {
					assertThat(q.without(g, p)).as("without " + g).isEqualTo(bySorting(copy, g, p), within(1e-12));
				}
			}
		}
	}

	private static double bySorting(double[][] groups, int without, double p) {
		double[] all = java.util.stream.IntStream.range(0, groups.length).filter(g -> g != without).boxed().flatMapToDouble(g -> Arrays.stream(groups[g]))
				.sorted().toArray();
		double h = p * (all.length - 1);
		int low = (int) h;
		return low + 1 < all.length ? all[low] + (h - low) * (all[low + 1] - all[low]) : all[low];
	}
}
