// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.text.Format;
import java.text.ParseException;
import org.junit.jupiter.api.Test;

class TickFormatTest {
	@Test
	void writesPowersOfTenOnALogarithmicAxis() {
		Format format = TickFormat.of(new AxisRange(1e-5, 1e6, true));
		assertThat(format.format(100.0)).isEqualTo("100");
		assertThat(format.format(1e6)).isEqualTo("10\u2076");
		assertThat(format.format(1e-12)).isEqualTo("10\u207B\u00B9\u00B2");
	}

	@Test
	void readsItsLabelsBack() throws ParseException {
		Format format = TickFormat.of(new AxisRange(1e-5, 1e6, true));
		for (double value : new double[] {1e-12, 0.1, 1, 40, 1000, 7e4, 1e5}) {
			assertThat(((Number) format.parseObject(format.format(value))).doubleValue()).isCloseTo(value, withinPercentage(1e-9));
		}
	}

	@Test
	void writesWhatIsBetweenPowersOfTenAsItIs() {
		assertThat(TickFormat.of(new AxisRange(1, 1000, true)).format(20.0)).isEqualTo("20");
		assertThat(TickFormat.of(new AxisRange(20, 60, true)).format(30.0)).isEqualTo("30");
	}

	@Test
	void showsAsManyDecimalsAsTheRangeNeeds() {
		assertThat(TickFormat.of(new AxisRange(0, 40, false)).format(12.5)).isEqualTo("12.5");
		assertThat(TickFormat.of(new AxisRange(0.031, 0.034, false)).format(0.0325)).isEqualTo("0.0325");
		assertThat(TickFormat.of(new AxisRange(0, 2e-7, false)).format(1e-7)).isEqualTo("1E-7");
	}
}
