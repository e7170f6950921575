// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ergode.engine.quantity.Dimension;
import org.ergode.run.internal.DisplayUnits.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayUnitsTest {
	private static final Dimension AREA = Dimension.LENGTH.power(2);
	private static final String WALK = """
			process Pollen {
			  waiting ~ exponential(mean = 1 s)   // not 3 hours
			  jump    ~ normal(mean = 0 um, sd = 1 um)
			}
			""";

	@Test
	void powersOfTheAuthorsUnitsAreUsed() {
		Unit unit = DisplayUnits.of(WALK).unit(AREA, 1e-11);
		assertThat(unit.symbol()).isEqualTo("um^2");
		assertThat(unit.of(1e-11)).isCloseTo(10, within(1e-9));
	}

	@Test
	void productsOfTheAuthorsUnitsAreUsed() {
		DisplayUnits units = DisplayUnits.of(WALK);
		assertThat(units.unit(AREA.over(Dimension.TIME), 5e-13).symbol()).isEqualTo("um^2/s");
		assertThat(units.unit(AREA.over(Dimension.TIME.power(0.7)), 5e-13).symbol()).isEqualTo("um^2/s^0.7");
	}

	@Test
	void aReadableSizeGoesBeforeTheFirstUnit() {
		DisplayUnits units = DisplayUnits.of("from 10 ns to 20 us, step 2 ns, for 3 s");
		assertThat(units.unit(Dimension.TIME, 5e-7).symbol()).isEqualTo("ns");
		assertThat(units.unit(Dimension.TIME, 5e-3).symbol()).isEqualTo("us");
		assertThat(units.unit(Dimension.TIME, 50).symbol()).isEqualTo("s");
	}

	@Test
	void aCompoundUnitIsReadToItsLongestBeginning() {
		DisplayUnits units = DisplayUnits.of("jump = 1 um/s*waiting");
		assertThat(units.exact(Dimension.LENGTH.over(Dimension.TIME))).map(Unit::symbol).contains("um/s");
		assertThat(units.exact(Dimension.LENGTH)).isEmpty();
	}

	@Test
	void commentsAndNamesAreNoUnits() {
		DisplayUnits units = DisplayUnits.of("// 5 km\nx2 m\nlet y = 3*s");
		assertThat(units.exact(Dimension.LENGTH)).isEmpty();
		assertThat(units.exact(Dimension.TIME)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({"0 m/s, 2, m^2/s^2", "1 /um, 2, 1/um^2", "1 um, -1, 1/um"})
	void unitsAreRaised(String text, int power, String expected) {
		Dimension base = text.contains("/s") ? Dimension.LENGTH.over(Dimension.TIME) : text.contains("/um") ? Dimension.LENGTH.power(-1) : Dimension.LENGTH;
		assertThat(DisplayUnits.of(text).unit(base.power(power), Double.NaN).symbol()).isEqualTo(expected);
	}

	@Test
	void pureNumbersHaveNoUnit() {
		assertThat(DisplayUnits.of(WALK).unit(Dimension.NONE, 3)).isEqualTo(Unit.NONE);
	}

	@Test
	void withoutAnyUnitInTheTextSiIsUsedWithAPrefix() {
		assertThat(DisplayUnits.of("").unit(Dimension.LENGTH, 2e-6).symbol()).isEqualTo("um");
	}
}
