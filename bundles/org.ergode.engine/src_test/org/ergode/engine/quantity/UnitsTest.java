// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
	@ParameterizedTest
	@CsvSource({"um, 1e-6, m", "nm, 1e-9, m", "kg, 1, kg", "g, 1e-3, kg", "ms, 1e-3, s", "min, 60, s", "h, 3600, s", "day, 86400, s", "Pa, 1, kg/m/s^2", "mM, 1, mol/m^3",
			"K, 1, K", "mT, 1e-3, kg/s^2/A", "L, 1e-3, m^3", "pN, 1e-12, kg*m/s^2", "kHz, 1e3, 1/s", "angstrom, 1e-10, m", "bar, 1e5, kg/m/s^2", "eV, 1.602176634e-19, kg*m^2/s^2",
			"degree, 0.017453292519943295, 1", "cd, 1, cd"})
	void unitsByName(String name, double factor, String dimension) {
		Units.Named unit = Units.find(name).orElseThrow();
		assertThat(unit.factorToSi()).isCloseTo(factor, within(1e-12 * factor));
		assertThat(unit.dimension()).hasToString(dimension);
	}

	@Test
	void whatIsNoUnitIsNotFound() {
		assertThat(Units.find("sec")).isEmpty();
		assertThat(Units.find("kmin")).isEmpty();
		assertThat(Units.find("MM")).isPresent();
		assertThat(Units.parse("um^x")).isEmpty();
		assertThat(Units.parse("um^2/parsec")).isEmpty();
	}

	@Test
	void compoundUnits() {
		assertThat(Units.parse("um^2/s").orElseThrow().factor()).isCloseTo(1e-12, within(1e-24));
		assertThat(Units.parse("1/s").orElseThrow().dimension()).hasToString("1/s");
		assertThat(Units.parse("Pa*s").orElseThrow().dimension()).hasToString("kg/m/s");
	}

	/** 2 ns is the double nearest to 2e-9, not 2 times the double nearest to 1e-9. */
	@Test
	void aQuantityIsRoundedOnce() {
		for (String number : new String[] {"2", "3", "5.5", "0.7", "41.1"}) {
			assertThat(Units.find("ns").get().toSi(new BigDecimal(number), 1)).isEqualTo(Double.parseDouble(number + "e-9"));
			assertThat(Units.find("um").get().toSi(new BigDecimal(number), 2)).isEqualTo(Double.parseDouble(number + "e-12"));
		}
	}
}
