// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.ergode.math.fit.LeastSquares.Fit;
import org.ergode.math.fit.LeastSquares.Model;
import org.ergode.math.random.Stream;
import org.junit.jupiter.api.Test;

class LeastSquaresTest {
	private static final Model LINE = (p, x, d) -> {
		d[0] = 1;
		d[1] = x;
		return p[0] + p[1] * x;
	};
	private static final Model POWER = (p, x, d) -> {
		double v = p[0] * Math.pow(x, p[1]);
		d[0] = Math.pow(x, p[1]);
		d[1] = v * Math.log(x);
		return v;
	};

	/** Closed form of the weighted straight line. */
	@Test
	void aLineMeetsItsClosedForm() {
		double[] x = {1, 2, 3, 4, 7};
		double[] y = {2.1, 3.9, 6.2, 7.8, 14.4};
		double[] s = {0.1, 0.2, 0.1, 0.3, 0.5};
		double w = 0;
		double sx = 0;
		double sy = 0;
		double sxx = 0;
		double sxy = 0;
		for (int i = 0; i < x.length; i++) {
			double v = 1 / (s[i] * s[i]);
			w += v;
			sx += v * x[i];
			sy += v * y[i];
			sxx += v * x[i] * x[i];
			sxy += v * x[i] * y[i];
		}
		double det = w * sxx - sx * sx;
		Fit fit = LeastSquares.fit(LINE, x, y, s, new double[] {1, 1});
		assertThat(fit.converged()).isTrue();
		assertThat(fit.estimates()[0]).isCloseTo((sxx * sy - sx * sxy) / det, offset(1e-10));
		assertThat(fit.estimates()[1]).isCloseTo((w * sxy - sx * sy) / det, offset(1e-10));
		assertThat(fit.errors()[0]).isCloseTo(Math.sqrt(sxx / det), offset(1e-10));
		assertThat(fit.errors()[1]).isCloseTo(Math.sqrt(w / det), offset(1e-10));
		assertThat(fit.covariance()[0][1]).isCloseTo(-sx / det, offset(1e-10));
		assertThat(fit.degreesOfFreedom()).isEqualTo(3);
	}

	/** NIST StRD, Misra1a: certified to 11 digits. */
	@Test
	void misra1aMeetsItsCertifiedValues() {
		double[] y = {10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05, 61.01, 66.40, 75.47, 81.78};
		double[] x = {77.6, 114.9, 141.1, 190.8, 239.9, 289.0, 332.8, 378.4, 434.8, 477.3, 536.8, 593.1, 689.1, 760.0};
		Model misra = (p, v, d) -> {
			double e = Math.exp(-p[1] * v);
			d[0] = 1 - e;
			d[1] = p[0] * v * e;
			return p[0] * (1 - e);
		};
		for (double[] start : new double[][] {{500, 0.0001}, {250, 0.0005}}) {
			Fit fit = LeastSquares.fit(misra, x, y, null, start);
			assertThat(fit.converged()).isTrue();
			assertThat(fit.estimates()[0]).isCloseTo(2.3894212918E+02, offset(1e-6));
			assertThat(fit.estimates()[1]).isCloseTo(5.5015643181E-04, offset(1e-11));
			assertThat(fit.errors()[0]).isCloseTo(2.7070075241, offset(1e-5));
			assertThat(fit.errors()[1]).isCloseTo(7.2668688436E-06, offset(1e-11));
			assertThat(fit.chi2()).isCloseTo(1.2455138894E-01, offset(1e-9));
		}
	}

	@Test
	void badlyScaledParametersAreFound() {
		double[] x = {1, 2, 5, 10, 20, 50};
		double[] y = new double[x.length];
		double[] s = new double[x.length];
		for (int i = 0; i < x.length; i++) {
			y[i] = 3e-13 * Math.pow(x[i], 0.7);
			s[i] = 0.01 * y[i];
		}
		Fit fit = LeastSquares.fit(POWER, x, y, s, new double[] {1e-12, 1});
		assertThat(fit.converged()).isTrue();
		assertThat(fit.estimates()[0]).isCloseTo(3e-13, offset(1e-21));
		assertThat(fit.estimates()[1]).isCloseTo(0.7, offset(1e-9));
		assertThat(fit.errors()[0] / 3e-13).isBetween(1e-3, 2e-2);
	}

	@Test
	void numericalDerivativesAgree() {
		double[] x = {1, 2, 5, 10};
		double[] y = {1.1, 1.9, 5.5, 9.7};
		double[] s = {0.1, 0.1, 0.2, 0.5};
		Fit exact = LeastSquares.fit(POWER, x, y, s, new double[] {1, 1});
		Fit numeric = LeastSquares.fit(LeastSquares.differentiated((p, v) -> p[0] * Math.pow(v, p[1])), x, y, s,
				new double[] {1, 1});
		for (int j = 0; j < 2; j++) {
			assertThat(numeric.estimates()[j]).isCloseTo(exact.estimates()[j], offset(1e-8));
			assertThat(numeric.errors()[j]).isCloseTo(exact.errors()[j], offset(1e-8));
		}
	}

	/** 1,000 fits: the 68.3 % interval covers between 63 and 73 %, 3.6 standard errors: false alarm 7e-4 with a new seed. */
	@Test
	void standardErrorsCover() {
		Stream random = Stream.of("LeastSquaresTest".hashCode(), 0, 0);
		double[] x = {1, 2, 4, 8, 16, 32};
		int inside = 0;
		for (int run = 0; run < 1000; run++) {
			double[] y = new double[x.length];
			double[] s = new double[x.length];
			for (int i = 0; i < x.length; i++) {
				s[i] = 0.05 * Math.pow(x[i], 0.6);
				y[i] = 2 * Math.pow(x[i], 0.6) + s[i] * random.nextNormal();
			}
			Fit fit = LeastSquares.fit(POWER, x, y, s, new double[] {1, 1});
			inside += Math.abs(fit.estimates()[1] - 0.6) < fit.errors()[1] ? 1 : 0;
		}
		assertThat(inside).isBetween(630, 730);
	}

	@Test
	void aParameterThatDataDoNotDecideHasNoError() {
		Model useless = (p, x, d) -> {
			d[0] = x;
			return p[0] * x;
		};
		Fit fit = LeastSquares.fit(useless, new double[] {1, 2, 3}, new double[] {2, 4, 6}, null, new double[] {1, 5});
		assertThat(fit.estimates()[0]).isCloseTo(2, offset(1e-9));
		assertThat(fit.errors()[1]).isNaN();
	}

	@Test
	void aModelThatFailsIsNotConverged() {
		Fit fit = LeastSquares.fit((p, x, d) -> Double.NaN, new double[] {1, 2}, new double[] {1, 2}, null,
				new double[] {1});
		assertThat(fit.converged()).isFalse();
		assertThat(fit.errors()[0]).isNaN();
	}

	@Test
	void wrongInputIsRefused() {
		double[] two = {1, 2};
		assertThatThrownBy(() -> LeastSquares.fit(LINE, two, new double[3], null, two))
				.hasMessageContaining("'x' has 2 points, 'y' has 3");
		assertThatThrownBy(() -> LeastSquares.fit(LINE, two, two, new double[] {1, 0}, two))
				.hasMessageContaining("sigma is not strictly positive and finite: 0.0");
		assertThatThrownBy(() -> LeastSquares.fit(LINE, two, two, null, new double[3]))
				.hasMessageContaining("3 parameters to 2 points");
		assertThatThrownBy(() -> LeastSquares.fit(LINE, two, new double[] {1, Double.NaN}, null, two))
				.hasMessageContaining("y is not finite: NaN");
	}
}
