// SPDX-License-Identifier: EPL-2.0
package org.ergode.unit.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ergode.math.random.Draws;
import org.ergode.math.random.Stream;
import org.ergode.unit.PathObservable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The ergodicity-breaking parameter EB = variance/mean^2 of time averages over walkers whose waiting times follow Pareto's law, at
 * finite T, against an independent computation (its error in the fourth column), and towards its limit for long paths,
 * 2 Gamma(1 + a)^2/Gamma(1 + 2a) - 1 (He, Burov, Metzler and Barkai 2008). The tolerance is five joint standard errors: a false alarm
 * about once in a million seeds.
 */
@Tag("statistical")
class ErgodicityBreakingTest {
	private static final int WALKERS = 20_000;
	private static final int GROUPS = 32;
	private static final double LAG = 5;

	@Test
	void timeAveragesScatterAsComputedElsewhere() {
		double[][] table = {{0.5, 1e3, 0.755, 0.016}, {0.75, 1e3, 0.390, 0.009}, {0.5, 1e4, 0.635, 0.022}, {0.75, 1e4, 0.316, 0.010}};
		for (double[] row : table) {
			double[] averages = timeAverages(row[0], row[1]);
			double error = Math.hypot(row[3], jackknife(averages));
			assertThat(breaking(averages)).as("alpha = " + row[0] + ", T = " + row[1]).isCloseTo(row[2], within(5 * error));
		}
	}

	@Test
	void longPathsComeNearerToTheLimit() {
		double limit = 0.570796; // alpha = 1/2
		double atThousand = breaking(timeAverages(0.5, 1e3));
		double atTenThousand = breaking(timeAverages(0.5, 1e4));
		assertThat(atTenThousand).isBetween(limit, atThousand);
	}

	private static double[] timeAverages(double alpha, double until) {
		Stream stream = Stream.of(2008, (long) until, (int) (100 * alpha));
		PathObservable.Follower msd = TimeAverageMsd.of(1, until, LAG);
		double[] averages = new double[WALKERS];
		double[] x = new double[1];
		for (int w = 0; w < WALKERS; w++) {
			x[0] = 0;
			msd.start(x);
			for (double t = Draws.pareto(stream, alpha, 1); t <= until; t += Draws.pareto(stream, alpha, 1)) {
				x[0] += Draws.normal(stream, 0, 1);
				msd.moveTo(t, x);
			}
			averages[w] = msd.finish();
		}
		return averages;
	}

	private static double breaking(double[] v) {
		double mean = Arrays.stream(v).average().orElseThrow();
		return Arrays.stream(v).map(a -> (a - mean) * (a - mean)).sum() / (v.length - 1) / (mean * mean);
	}

	private static double jackknife(double[] v) {
		double[] without = new double[GROUPS];
		for (int g = 0; g < GROUPS; g++) {
			int from = v.length * g / GROUPS;
			int to = v.length * (g + 1) / GROUPS;
			double[] rest = Arrays.copyOf(v, v.length - (to - from));
			System.arraycopy(v, to, rest, from, v.length - to);
			without[g] = breaking(rest);
		}
		double mean = Arrays.stream(without).average().orElseThrow();
		return Math.sqrt(Arrays.stream(without).map(b -> (b - mean) * (b - mean)).sum() * (GROUPS - 1) / GROUPS);
	}
}
