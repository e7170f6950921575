// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FractionalNoiseTest {
	/** Covariances at distance 0, 1, 2 and 7 over 4,000 series, within 5 standard errors (8 x 6e-7 for each H). */
	@ParameterizedTest
	@ValueSource(doubles = {0.1, 0.3, 0.5, 0.75, 0.95})
	void covariancesAreThoseOfTheFormula(double hurst) {
		int n = 100;
		int runs = 4000;
		FractionalNoise noise = FractionalNoise.of(hurst, 2, n);
		Stream s = Stream.of("FractionalNoiseTest".hashCode(), Math.round(100 * hurst), 0);
		double[] x = new double[n];
		int[] distances = {0, 1, 2, 7};
		double[] sum = new double[4];
		double[] squares = new double[4];
		for (int r = 0; r < runs; r++) {
			noise.fill(s, x, 0, n);
			for (int d = 0; d < 4; d++) {
				double v = x[90] * x[90 - distances[d]];
				sum[d] += v / runs;
				squares[d] += v * v / runs;
			}
		}
		for (int d = 0; d < 4; d++) {
			double error = Math.sqrt((squares[d] - sum[d] * sum[d]) / runs);
			assertThat(sum[d]).isCloseTo(4 * FractionalNoise.covariance(hurst, distances[d]), offset(5 * error));
		}
	}

	/** Var(sum of n) = n^2H: what makes it fractional. 2,000 series, 5 standard errors. */
	@ParameterizedTest
	@ValueSource(doubles = {0.25, 0.75})
	void sumsSpreadAsAPowerOfTheirLength(double hurst) {
		int n = 1000;
		int runs = 2000;
		FractionalNoise noise = FractionalNoise.of(hurst, 1, n);
		Stream s = Stream.of("FractionalNoiseTest".hashCode(), 0, 1);
		double[] x = new double[n];
		double square = 0;
		for (int r = 0; r < runs; r++) {
			noise.fill(s, x, 0, n);
			double sum = 0;
			for (double v : x) {
				sum += v;
			}
			square += sum * sum / runs;
		}
		assertThat(square / Math.pow(n, 2 * hurst)).isCloseTo(1, offset(5 * Math.sqrt(2.0 / runs)));
	}

	@Test
	void theCovarianceIsSmoothWhereItsSeriesTakesOver() {
		for (double h : new double[] {0.2, 0.5, 0.9}) {
			double ratio = FractionalNoise.covariance(h, 1001) / FractionalNoise.covariance(h, 1000);
			assertThat(h == 0.5 ? FractionalNoise.covariance(h, 1001) : ratio)
					.isCloseTo(h == 0.5 ? 0 : Math.pow(1001 / 1000.0, 2 * h - 2), offset(1e-6));
		}
	}

	@Test
	void oneNumberIsJustNormalAndWrongInputIsRefused() {
		double[] x = new double[1];
		FractionalNoise.of(0.7, 3, 1).fill(Stream.of(1, 1, 1), x, 0, 1);
		assertThat(x[0]).isNotZero().isFinite();
		assertThatThrownBy(() -> FractionalNoise.of(1, 1, 10)).hasMessageContaining("hurst is out of range: 1.0");
		assertThatThrownBy(() -> FractionalNoise.of(0.5, 0, 10)).hasMessageContaining("sd");
		assertThatThrownBy(() -> FractionalNoise.of(0.5, 1, 0)).hasMessageContaining("length");
		assertThatThrownBy(() -> FractionalNoise.of(0.5, 1, 4).fill(Stream.of(0, 0, 0), new double[9], 0, 5))
				.hasMessageContaining("5 numbers; expected at most 4");
	}
}
