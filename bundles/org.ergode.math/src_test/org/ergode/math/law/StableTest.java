// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.LevyDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

class StableTest {
	@Test
	void alphaOneIsCauchy() {
		CauchyDistribution cauchy = CauchyDistribution.of(1, 2);
		Stable stable = Stable.of(1, 0, 2, 1);
		Stable near = Stable.of(1.000001, 0, 2, 1);
		assertThat(stable.cdf(1 - 2e9)).isCloseTo(1 / (Math.PI * 1e9), offset(1e-20));
		for (double x : new double[] {-1e6, -3, 0, 1, 1.5, 40, 1e9}) {
			assertThat(stable.pdf(x) / cauchy.density(x)).isCloseTo(1, offset(1e-12));
			assertThat(stable.cdf(x)).isCloseTo(cauchy.cumulativeProbability(x), offset(1e-15));
			assertThat(stable.survival(x)).isCloseTo(cauchy.survivalProbability(x), offset(1e-15));
			assertThat(near.cdf(x)).isCloseTo(cauchy.cumulativeProbability(x), offset(1e-6));
		}
	}

	@Test
	void alphaHalfWithFullSkewIsLevy() {
		LevyDistribution levy = LevyDistribution.of(1, 2);
		Stable stable = Stable.of(0.5, 1, 2, 1);
		for (double x : new double[] {1.05, 1.3, 2, 10, 1e4, 1e10}) {
			assertThat(stable.pdf(x) / levy.density(x)).as("pdf %s", x).isCloseTo(1, offset(1e-8));
			assertThat(stable.cdf(x)).isCloseTo(levy.cumulativeProbability(x), offset(1e-11));
			assertThat(stable.survival(x) / levy.survivalProbability(x)).isCloseTo(1, offset(1e-9));
		}
		assertThat(stable.cdf(1)).isZero();
		assertThat(stable.pdf(0.5)).isZero();
	}

	@Test
	void alphaTwoIsNormalAndTheWayThereIsSmooth() {
		NormalDistribution normal = NormalDistribution.of(1, 3 * Math.sqrt(2));
		Stable two = Stable.of(2, 0.7, 3, 1);
		Stable near = Stable.of(1.99999, 0, 3, 1);
		for (double x : new double[] {-8, -1, 1, 2, 5, 12}) {
			assertThat(two.pdf(x) / normal.density(x)).isCloseTo(1, offset(1e-12));
			assertThat(two.cdf(x) / normal.cumulativeProbability(x)).isCloseTo(1, offset(1e-12));
			assertThat(near.cdf(x) / normal.cumulativeProbability(x)).isCloseTo(1, offset(1e-3));
		}
	}

	/** Inverse Fourier transform of the characteristic function: f(x) = (1/pi) integral of Re(exp(-i t x) phi(t)). */
	@Test
	void theDensityIsTheTransformOfTheCharacteristicFunction() {
		for (double alpha : new double[] {0.8, 1, 1.3, 1.8}) {
			for (double beta : new double[] {-1, -0.4, 0, 0.6}) {
				for (double x : new double[] {-2, -0.3, 0, 0.7, 3}) {
					double expected = fourier(alpha, beta, x);
					assertThat(Stable.of(alpha, beta, 1, 0).pdf(x)).as("alpha %s beta %s x %s", alpha, beta, x)
							.isCloseTo(expected, offset(2e-8));
				}
			}
		}
	}

	private static double fourier(double alpha, double beta, double x) {
		double end = Math.pow(40, 1 / alpha);
		// t = s^4 takes the kink of t^alpha away from zero
		return new IterativeLegendreGaussIntegrator(20, 1e-10, 1e-11).integrate(2_000_000, s -> {
			double t = s * s * s * s;
			double phase = alpha == 1 ? -beta * 2 / Math.PI * t * (t == 0 ? 0 : Math.log(t))
					: beta * Math.tan(Math.PI * alpha / 2) * Math.pow(t, alpha);
			return Math.exp(-Math.pow(t, alpha)) * Math.cos(phase - t * x) * 4 * s * s * s;
		}, 0, Math.pow(end, 0.25)) / Math.PI;
	}

	/** P(X > x) x^alpha -> (1 + beta) Gamma(alpha) sin(pi alpha/2) / pi. */
	@Test
	void tailsFollowTheirPowerLaw() {
		for (double alpha : new double[] {0.6, 1.2, 1.7}) {
			for (double beta : new double[] {-0.5, 0, 1}) {
				double constant = (1 + beta) * Math.sin(Math.PI * alpha / 2) / Math.PI
						* org.apache.commons.numbers.gamma.Gamma.value(alpha);
				double x = Math.pow(1e8, 1 / alpha);
				Stable stable = Stable.of(alpha, beta, 1, 0);
				assertThat(stable.survival(x) * 1e8 / constant).isCloseTo(1, offset(1e-3));
				assertThat(stable.pdf(x) * 1e8 * x / constant / alpha).isCloseTo(1, offset(1e-3));
			}
		}
	}

	@Test
	void scaleAndLocationFollowS1() {
		Stable unit = Stable.of(1, 0.5, 1, 0);
		Stable wide = Stable.of(1, 0.5, 3, 2);
		double shift = 2 + 2 / Math.PI * 0.5 * 3 * Math.log(3);
		assertThat(wide.cdf(shift + 3 * 0.7)).isCloseTo(unit.cdf(0.7), offset(1e-12));
	}
}
