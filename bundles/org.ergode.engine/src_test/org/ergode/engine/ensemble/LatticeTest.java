// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatticeTest {
	@ParameterizedTest
	@ValueSource(strings = {"1e-6", "1e-7", "0.3e-6", "2.5e-9", "3.8e-10", "1", "250"})
	void aSiteIsTheNumberThatATextMeans(String spacing) {
		Lattice lattice = Lattice.of(Double.parseDouble(spacing));
		for (int n = -1000; n <= 1000; n++) {
			double meant = new BigDecimal(spacing).multiply(BigDecimal.valueOf(n)).doubleValue();
			assertThat(lattice.nearest(meant + 0.2 * lattice.spacing())).isEqualTo(meant + 0.);
			assertThat(lattice.snap(meant)).isEqualTo(meant + 0.);
		}
	}

	@Test
	void aSpacingThatIsNoDecimalNumberHasMultiplesToo() {
		Lattice lattice = Lattice.of(Math.PI);
		assertThat(lattice.nearest(9.5)).isEqualTo(3 * Math.PI);
		assertThat(lattice.snap(Math.nextUp(Math.nextUp(3 * Math.PI)))).isEqualTo(3 * Math.PI);
	}

	@Test
	void aPlaceBetweenSitesIsNotMoved() {
		assertThat(Lattice.of(1e-6).snap(9.5e-6)).isEqualTo(9.5e-6);
	}

	@Test
	void aSpacingIsPositive() {
		assertThatThrownBy(() -> Lattice.of(0)).hasMessage("the spacing of a lattice is not strictly positive: 0.0 m");
		assertThatThrownBy(() -> Lattice.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
	}
}
