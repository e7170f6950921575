// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisRangeTest {
	@Test
	void surroundsAllValuesWithAMargin() {
		AxisRange range = AxisRange.around(new double[][] {{2, Double.NaN}, {4}}, false);
		assertThat(range.low()).isLessThan(2).isGreaterThan(1.5);
		assertThat(range.high()).isGreaterThan(4).isLessThan(4.5);
	}

	@Test
	void leavesOutWhatALogarithmicAxisCannotShow() {
		AxisRange range = AxisRange.around(new double[][] {{-5, 0, 1, 1000}}, true);
		assertThat(range.low()).isPositive().isLessThan(1);
		assertThat(range.high()).isGreaterThan(1000);
		assertThat(range.fraction(Math.sqrt(1000))).isCloseTo(0.5, within(1e-9));
	}

	@Test
	void aSingleValueStillHasARange() {
		AxisRange range = AxisRange.around(new double[][] {{3, 3}}, false);
		assertThat(range.low()).isLessThan(3);
		assertThat(range.high()).isGreaterThan(3);
	}

	@Test
	void withoutValuesThereIsARangeToo() {
		assertThat(AxisRange.around(new double[0][], false)).isEqualTo(new AxisRange(0, 1, false));
		assertThat(AxisRange.around(new double[][] {{-1}}, true)).isEqualTo(new AxisRange(1, 10, true));
	}

	@Test
	void zoomingKeepsTheValueUnderThePointer() {
		for (boolean logarithmic : new boolean[] {false, true}) {
			AxisRange range = new AxisRange(1, 1000, logarithmic);
			double pointer = range.value(0.3);
			AxisRange zoomed = range.zoomed(0.5, 0.3);
			assertThat(zoomed.fraction(pointer)).isCloseTo(0.3, within(1e-9));
			assertThat(zoomed.high() / zoomed.low()).isLessThan(1000);
		}
	}

	@Test
	void shiftingALogarithmicAxisKeepsItsDecades() {
		AxisRange shifted = new AxisRange(1, 100, true).shifted(0.5);
		assertThat(shifted.low()).isCloseTo(10, within(1e-9));
		assertThat(shifted.high()).isCloseTo(1000, within(1e-6));
	}

	@Test
	void refusesARangeTooNarrowToDraw() {
		AxisRange range = new AxisRange(1, 2, false);
		assertThat(range.part(0.5, 0.5)).isEqualTo(range);
	}
}
