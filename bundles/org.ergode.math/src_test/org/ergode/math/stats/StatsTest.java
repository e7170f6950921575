// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.ergode.math.random.Stream;
import org.junit.jupiter.api.Test;

class StatsTest {
	@Test
	void momentsOfAKnownSample() {
		Moments m = Moments.of(2, 4, 4, 4, 5, 5, 7, 9);
		assertThat(m.count()).isEqualTo(8);
		assertThat(m.mean()).isEqualTo(5);
		assertThat(m.variance()).isCloseTo(32.0 / 7, offset(1e-14));
		assertThat(m.standardErrorOfMean()).isCloseTo(Math.sqrt(4.0 / 7), offset(1e-14));
		assertThat(m.skewness()).isCloseTo(42.0 / 8 / 8, offset(1e-14));
		assertThat(m.kurtosis()).isCloseTo(356.0 / 8 / 16, offset(1e-14));
		assertThat(Moments.of().mean()).isNaN();
		assertThat(Moments.of(1).variance()).isNaN();
	}

	@Test
	void mergedMomentsAreThoseOfTheWhole() {
		double[] x = new double[1000];
		Stream.of("StatsTest".hashCode(), 0, 0).fillExponential(x, 0, x.length);
		Moments whole = Moments.of(x);
		Moments merged = Moments.of();
		for (int from = 0; from < x.length; from += 137) {
			merged.merge(Moments.of(java.util.Arrays.copyOfRange(x, from, Math.min(from + 137, x.length))));
		}
		merged.merge(Moments.of());
		assertThat(merged.count()).isEqualTo(whole.count());
		assertThat(merged.mean()).isCloseTo(whole.mean(), offset(1e-13));
		assertThat(merged.variance()).isCloseTo(whole.variance(), offset(1e-13));
		assertThat(merged.skewness()).isCloseTo(whole.skewness(), offset(1e-12));
		assertThat(merged.kurtosis()).isCloseTo(whole.kurtosis(), offset(1e-11));
	}

	@Test
	void aLargeOffsetDoesNotSpoilTheVariance() {
		Moments m = Moments.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
		assertThat(m.variance()).isCloseTo(30, offset(1e-6));
	}

	/** Over 2,000 samples of 200, the errors predict the scatter to 10 % (4 standard errors for the mean's). */
	@Test
	void standardErrorsPredictTheScatter() {
		Stream s = Stream.of("StatsTest".hashCode(), 1, 0);
		double[] x = new double[200];
		Moments means = Moments.of();
		Moments variances = Moments.of();
		Moments medians = Moments.of();
		double meanError = 0;
		double varianceError = 0;
		double medianError = 0;
		int runs = 2000;
		for (int r = 0; r < runs; r++) {
			s.fillNormal(x, 0, x.length);
			Moments m = Moments.of(x);
			Quantiles q = Quantiles.of(x);
			means.add(m.mean());
			variances.add(m.variance());
			medians.add(q.at(0.5));
			meanError += m.standardErrorOfMean() / runs;
			varianceError += m.standardErrorOfVariance() / runs;
			medianError += q.standardError(0.5) / runs;
		}
		assertThat(meanError / Math.sqrt(means.variance())).isCloseTo(1, offset(0.1));
		assertThat(varianceError / Math.sqrt(variances.variance())).isCloseTo(1, offset(0.1));
		assertThat(medianError / Math.sqrt(medians.variance())).isCloseTo(1, offset(0.1));
	}

	@Test
	void quantilesInterpolate() {
		Quantiles q = Quantiles.of(40, 10, 30, 20);
		assertThat(q.at(0)).isEqualTo(10);
		assertThat(q.at(0.5)).isEqualTo(25);
		assertThat(q.at(0.25)).isEqualTo(17.5);
		assertThat(q.at(1)).isEqualTo(40);
		assertThat(Quantiles.of(1, Double.POSITIVE_INFINITY).at(1)).isEqualTo(Double.POSITIVE_INFINITY);
		assertThatThrownBy(() -> q.at(1.1)).hasMessageContaining("1.1");
		assertThatThrownBy(() -> Quantiles.of()).hasMessageContaining("no values");
		assertThatThrownBy(() -> Quantiles.of(1, Double.NaN)).hasMessageContaining("NaN");
	}

	@Test
	void histogramsCountMergeAndNormalise() {
		Histogram h = Histogram.of(0, 1, 3);
		for (double x : new double[] {-1, 0, 0.5, 1, 2, 3, 3.5, Double.NaN}) {
			h.add(x);
		}
		assertThat(h.counts()).containsExactly(2, 3);
		assertThat(h.below()).isEqualTo(1);
		assertThat(h.above()).isEqualTo(2);
		assertThat(h.density()).containsExactly(2 / 8.0, 3 / 16.0);
		Histogram other = Histogram.of(0, 1, 3);
		other.add(0.1);
		h.merge(other);
		assertThat(h.counts()).containsExactly(3, 3);
		assertThatThrownBy(() -> h.merge(Histogram.of(0, 1))).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> Histogram.of(0, 2, 1)).hasMessageContaining("number 3: 1.0");
		assertThat(Histogram.linear(0, 1, 4).edges()).containsExactly(0, 0.25, 0.5, 0.75, 1);
	}

	@Test
	void aFittingHistogramHoldsTheWholeSample() {
		double[] x = new double[10_000];
		Stream.of("StatsTest".hashCode(), 2, 0).fillNormal(x, 0, x.length);
		Histogram h = Histogram.fitting(x);
		assertThat(h.counts().length).isBetween(30, 90);
		assertThat(java.util.Arrays.stream(h.counts()).sum()).isEqualTo(10_000);
		assertThat(Histogram.fitting(5, 5, 5).counts()).containsExactly(3);
	}
}
