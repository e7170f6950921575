// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HistogramTest {
	@Test
	void itsAreaIsOne() {
		double[] v = Sample.random("area").doubles(5000).map(x -> -Math.log(1 - x)).toArray();
		Histogram h = Histogram.of(v, 0);
		double width = h.centres()[1] - h.centres()[0];
		assertThat(Arrays.stream(h.density()).sum() * width).isCloseTo(1, within(1e-9));
		assertThat(h.density()[0]).isCloseTo(1, within(0.15));
	}

	/** Cauchy's density at 0 is 1/pi; 200 bins from the least value to the greatest would be some hundred wide. */
	@Test
	void aHeavyTailLeavesTheMiddleInSight() {
		double[] v = Sample.random("tail").doubles(20_000).map(x -> Math.tan(Math.PI * (x - 0.5))).toArray();
		Histogram h = Histogram.of(v, 0);
		double width = h.centres()[1] - h.centres()[0];
		assertThat(width).isLessThan(0.5);
		assertThat(h.centres()[0]).isLessThan(-10);
		assertThat(h.centres()[h.centres().length - 1]).isGreaterThan(10);
		assertThat(Arrays.stream(h.density()).max().orElseThrow()).isCloseTo(1 / Math.PI, within(0.04));
		double inside = Arrays.stream(v).filter(x -> Math.abs(x) < 10).count() / 20_000.;
		assertThat(Arrays.stream(h.density()).sum() * width).isBetween(inside, 1.);
	}

	@Test
	void aTailToOneSideIsShownFromItsBeginning() {
		double[] v = Sample.random("pareto").doubles(20_000).map(x -> Math.pow(1 - x, -1 / 0.7)).toArray();
		Histogram h = Histogram.of(v, 0);
		double width = h.centres()[1] - h.centres()[0];
		assertThat(h.centres()[0] - width / 2).isCloseTo(1, within(0.01));
		assertThat(h.density()[0]).isCloseTo((1 - Math.pow(1 + width, -0.7)) / width, within(0.05));
	}

	@Test
	void equalValuesFillOneBin() {
		Histogram h = Histogram.of(new double[] {3, 3, 3}, 0);
		assertThat(h.centres()).containsExactly(3);
		assertThat(h.density()).containsExactly(1 / 3.); // as wide as the value is large
	}

	@Test
	void itHasAsManyBinsAsAskedFor() {
		Histogram h = Histogram.of(new double[] {0, 1, 1, 4}, 4);
		assertThat(h.centres()).containsExactly(0.5, 1.5, 2.5, 3.5);
		assertThat(h.density()).containsExactly(0.25, 0.5, 0, 0.25);
	}

	@Test
	void valuesThatAreNotFiniteAreLeftOut() {
		assertThat(Histogram.of(new double[] {Double.NaN, Double.POSITIVE_INFINITY}, 0).centres()).isEmpty();
	}
}
