// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
	@ParameterizedTest
	@CsvSource({"5.02e-13, m^2/s, 0.502 um^2/s", "5.02e-14, m^2/s, 0.0502 um^2/s", "5e-8, m^2, 0.05 mm^2", "2e-9, s, 2 ns", "10000, s, 10000 s", "0.3, 1/s, 0.3 /s", "4.11e-21, J, 4.11e-21 J", "1e-6, m, 1 um", "0, m, 0 m", "-3e-6, m, -3 um"})
	void choosesAReadablePrefix(double value, String unit, String text) {
		assertThat(Quantities.display(value, Units.parse(unit).orElseThrow().dimension())).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({"5e-7, m, nm, 500 nm", "5e-7, m, s, 5e-7 m", "120, s, min, 2 min"})
	void orTheAuthorsUnit(double value, String dimension, String unit, String text) {
		assertThat(Quantities.display(value, Units.parse(dimension).orElseThrow().dimension(), unit)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({"0.50249, 0.5025", "1, 1", "123456, 123456", "1234567, 1.235e6", "1e-9, 1e-9", "0.001, 0.001", "NaN, not a number", "-Infinity, -infinity"})
	void numbers(double value, String text) {
		assertThat(Quantities.number(value)).isEqualTo(text);
	}
}
