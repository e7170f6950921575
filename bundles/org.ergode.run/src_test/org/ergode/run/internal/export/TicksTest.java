// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
	@ParameterizedTest
	@CsvSource({"0, 1, 0.25, 0.25", "0, 1e3, 1000, 1000", "-1, 1, -0.5, −0.5", "0, 5e7, 2e7, 2·10⁷", "0, 1e-5, 5e-6, 5·10⁻⁶", "0, 1, 1e-17, 0"})
	void numbersAreWrittenAsPeopleDo(double low, double high, double v, String expected) {
		assertThat(new Ticks(low, high).label(v)).isEqualTo(expected);
	}
}
