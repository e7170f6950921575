// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.Gamma;
import org.junit.jupiter.api.Test;

class MittagLefflerFunctionTest {
	/** Published and computed independently, 12 digits. */
	@Test
	void knownValuesAreMet() {
		assertThat(MittagLefflerFunction.value(0.5, -1)).isCloseTo(0.427583576156, offset(1e-12));
		assertThat(MittagLefflerFunction.value(0.75, -1)).isCloseTo(0.393108302816, offset(1e-12));
		assertThat(MittagLefflerFunction.value(0.25, -1)).isCloseTo(0.463852760802, offset(1e-12));
	}

	/** E_1/2(-x) = exp(x^2) erfc(x), over eight decades. */
	@Test
	void oneHalfIsTheScaledErrorFunction() {
		for (double x = 1e-4; x < 1e5; x *= 1.7) {
			assertThat(MittagLefflerFunction.value(0.5, -x) / Erfcx.value(x)).as("x = %s", x).isCloseTo(1, offset(1e-11));
		}
		for (double x = 0.1; x < 6; x += 0.3) {
			double expected = Math.exp(x * x) * (1 + Erf.value(x));
			assertThat(MittagLefflerFunction.value(0.5, x) / expected).isCloseTo(1, offset(1e-12));
		}
		assertThat(MittagLefflerFunction.value(0.5, 8) / (2 * Math.exp(64))).isCloseTo(1, offset(1e-12));
	}

	@Test
	void alphaOneIsExponential() {
		assertThat(MittagLefflerFunction.value(1, -3)).isCloseTo(Math.exp(-3), offset(1e-15));
		assertThat(MittagLefflerFunction.value(1, 2, -3)).isCloseTo((1 - Math.exp(-3)) / 3, offset(1e-13));
		assertThat(MittagLefflerFunction.value(0.999999, -3)).isCloseTo(Math.exp(-3), offset(1e-6));
		assertThat(MittagLefflerFunction.value(2, 4)).isCloseTo(Math.cosh(2), offset(1e-13));
	}

	@Test
	void smallAndLargeArgumentsFollowTheirSeries() {
		for (double alpha : new double[] {0.1, 0.4, 0.8}) {
			double small = 1 - 1e-5 / Gamma.value(1 + alpha) + 1e-10 / Gamma.value(1 + 2 * alpha);
			assertThat(MittagLefflerFunction.value(alpha, -1e-5)).isCloseTo(small, offset(1e-13));
			double large = 1e-6 / Gamma.value(1 - alpha) - 1e-12 / Gamma.value(1 - 2 * alpha);
			assertThat(MittagLefflerFunction.value(alpha, -1e6) / large).isCloseTo(1, offset(1e-10));
			double density = 1e-12 * alpha / Gamma.value(1 - alpha);
			assertThat(MittagLefflerFunction.value(alpha, alpha, -1e6) / density).isCloseTo(1, offset(1e-4));
		}
	}

	@Test
	void illegalParametersAreRefused() {
		assertThatThrownBy(() -> MittagLefflerFunction.value(1.5, -1)).hasMessageContaining("alpha is out of range: 1.5");
		assertThatThrownBy(() -> MittagLefflerFunction.value(Double.NaN, 1)).hasMessageContaining("NaN");
		assertThatThrownBy(() -> MittagLefflerFunction.value(0.5, 2, -1)).hasMessageContaining("beta is out of range: 2.0");
	}
}
