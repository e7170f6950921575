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
		assertThat(TickFormat.logarithmic(100)).isEqualTo("100");
		assertThat(TickFormat.logarithmic(0.01)).isEqualTo("0.01");
		assertThat(TickFormat.logarithmic(1e6)).isEqualTo("10\u2076");
		assertThat(TickFormat.logarithmic(1e-12)).isEqualTo("10\u207B\u00B9\u00B2");
	}

	@Test
	void writesWhatIsBetweenPowersOfTenByItsFirstDigit() {
		assertThat(TickFormat.logarithmic(20)).isEqualTo("20");
		assertThat(TickFormat.logarithmic(0.3)).isEqualTo("0.3");
		assertThat(TickFormat.logarithmic(7e4)).isEqualTo("7\u00B710\u2074");
		assertThat(TickFormat.logarithmic(9e-7)).isEqualTo("9\u00B710\u207B\u2077");
	}

	/** The chart asks for the value of a label, and leaves out those that have another. */
	@Test
	void readsItsLabelsBack() throws ParseException {
		Format format = TickFormat.logarithmic(value -> true);
		for (double value : new double[] {1e-12, 3e-5, 0.1, 1, 40, 1000, 7e4, 1e5}) {
			assertThat(((Number) format.parseObject(format.format(value))).doubleValue()).isCloseTo(value, withinPercentage(1e-9));
		}
	}

	@Test
	void anEmptyLabelSaysNoValue() throws ParseException {
		Format format = TickFormat.logarithmic(value -> false);
		assertThat(format.format(10.0)).isEmpty();
		assertThat(((Number) format.parseObject("")).doubleValue()).isNaN();
	}

	@Test
	void showsAsManyDecimalsAsTheRangeNeeds() {
		assertThat(TickFormat.linear(new AxisRange(0, 40, false)).format(12.5)).isEqualTo("12.5");
		assertThat(TickFormat.linear(new AxisRange(0.031, 0.034, false)).format(0.0325)).isEqualTo("0.0325");
		assertThat(TickFormat.linear(new AxisRange(0, 2e-7, false)).format(1e-7)).isEqualTo("1E-7");
	}
}
