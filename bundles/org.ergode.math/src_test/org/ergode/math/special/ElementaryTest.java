// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.special;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

/** StrictMath is within 1 ulp itself, so a bound of n ulp against it stands for an error below n + 1. */
class ElementaryTest {
	private static final int N = 400_000;

	private final SplittableRandom random = new SplittableRandom("ElementaryTest".hashCode());

	private double worst(DoubleUnaryOperator ours, DoubleUnaryOperator reference, double from, double to) {
		double worst = 0;
		for (int i = 0; i < N; i++) {
			double x = from + (to - from) * random.nextDouble();
			double r = reference.applyAsDouble(x);
			worst = Math.max(worst, Math.abs(ours.applyAsDouble(x) - r) / Math.ulp(r));
		}
		return worst;
	}

	@Test
	void expIsWithinOneUlp() {
		assertThat(worst(Elementary::exp, StrictMath::exp, -708, 709.7)).isLessThanOrEqualTo(1);
		assertThat(worst(Elementary::exp, StrictMath::exp, -1, 1)).isLessThanOrEqualTo(1);
		assertThat(worst(Elementary::exp, StrictMath::exp, -745, -708)).isLessThanOrEqualTo(1);
	}

	@Test
	void expMeetsItsLimits() {
		assertThat(Elementary.exp(0)).isEqualTo(1);
		assertThat(Elementary.exp(710)).isEqualTo(Double.POSITIVE_INFINITY);
		assertThat(Elementary.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
		assertThat(Elementary.exp(Double.NEGATIVE_INFINITY)).isZero();
		assertThat(Elementary.exp(Double.NaN)).isNaN();
	}

	@Test
	void expm1AndTanhAreAccurateAlsoBesideZero() {
		for (double range : new double[] {1e-300, 1e-9, 0.1, 1, 20}) {
			assertThat(worst(Elementary::expm1, StrictMath::expm1, -range, range)).isLessThanOrEqualTo(2);
			assertThat(worst(Elementary::tanh, StrictMath::tanh, -range, range)).isLessThanOrEqualTo(4);
		}
		assertThat(worst(Elementary::expm1, StrictMath::expm1, -800, 709)).isLessThanOrEqualTo(2);
		assertThat(Elementary.expm1(Double.NaN)).isNaN();
		assertThat(Elementary.expm1(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
		assertThat(Elementary.tanh(1e300)).isEqualTo(1);
		assertThat(Elementary.tanh(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
		assertThat(Elementary.tanh(Double.NaN)).isNaN();
		assertThat(1 / Elementary.tanh(-0.0)).isEqualTo(Double.NEGATIVE_INFINITY);
	}

	@Test
	void sigmoidAndSoftplusKeepTheirTails() {
		assertThat(worst(Elementary::sigmoid, x -> 1 / (1 + StrictMath.exp(-x)), -700, 50)).isLessThanOrEqualTo(3);
		assertThat(Elementary.softplus(-600)).isEqualTo(Elementary.exp(-600));
		assertThat(Elementary.softplus(600)).isEqualTo(600);
		assertThat(Elementary.softplus(0)).isEqualTo(StrictMath.log(2));
		assertThat(Elementary.softplus(Double.NaN)).isNaN();
	}

	@Test
	void logIsWithinOneUlp() {
		assertThat(worst(Elementary::log, StrictMath::log, 0, 1)).isLessThanOrEqualTo(1);
		assertThat(worst(Elementary::log, StrictMath::log, 0.6, 1.6)).isLessThanOrEqualTo(1);
		assertThat(worst(Elementary::log, StrictMath::log, 0, 1e300)).isLessThanOrEqualTo(1);
		assertThat(worst(x -> Elementary.log(StrictMath.exp(x)), x -> StrictMath.log(StrictMath.exp(x)), -700, 700))
				.isLessThanOrEqualTo(1);
	}

	@Test
	void logMeetsItsLimits() {
		assertThat(Elementary.log(1)).isZero();
		assertThat(Elementary.log(0)).isEqualTo(Double.NEGATIVE_INFINITY);
		assertThat(Elementary.log(-1)).isNaN();
		assertThat(Elementary.log(Double.NaN)).isNaN();
		assertThat(Elementary.log(Double.MIN_VALUE)).isEqualTo(StrictMath.log(Double.MIN_VALUE));
		assertThat(Elementary.log(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
	}

	@Test
	void sinAndCosAreWithinOneUlpOfStrictMath() {
		for (double range : new double[] {1, 10, 1000, 1e5, 1e9}) {
			assertThat(worst(Elementary::sin, StrictMath::sin, -range, range)).isLessThanOrEqualTo(1);
			assertThat(worst(Elementary::cos, StrictMath::cos, -range, range)).isLessThanOrEqualTo(1);
		}
	}

	@Test
	void sinIsAccurateBesideItsZeros() {
		for (int k = -2000; k <= 2000; k++) {
			double x = k * Math.PI;
			assertThat(Elementary.sin(x)).isCloseTo(StrictMath.sin(x), relative(StrictMath.sin(x), 4e-16));
			double y = x + Math.PI / 2;
			assertThat(Elementary.cos(y)).isCloseTo(StrictMath.cos(y), relative(StrictMath.cos(y), 4e-16));
		}
	}

	private static org.assertj.core.data.Offset<Double> relative(double value, double eps) {
		return org.assertj.core.data.Offset.offset(Math.abs(value) * eps);
	}

	@Test
	void sinPiIsExactAtHalfIntegersAndAccurateBetween() {
		double[] sines = {0, 1, 0, -1};
		for (int k = -40; k <= 40; k++) {
			assertThat(Elementary.sinPi(k / 2.0)).isCloseTo(sines[k & 3], org.assertj.core.data.Offset.offset(0.0));
		}
		// the reference's product with pi costs it half an ulp of its argument
		assertThat(worst(Elementary::sinPi, x -> StrictMath.sin(x * Math.PI), 0, 0.5)).isLessThanOrEqualTo(3);
		assertThat(worst(Elementary::sinPi, x -> StrictMath.sin((1 - x) * Math.PI), 0.5, 1)).isLessThanOrEqualTo(3);
		assertThat(worst(Elementary::sinPi, x -> StrictMath.sin((10 - x) * Math.PI) * -1, 9.5, 10)).isLessThanOrEqualTo(3);
		assertThat(Elementary.sinPi(1 - 0x1p-53)).isEqualTo(Math.PI * 0x1p-53);
	}

	@Test
	void powIsWithinTwoUlp() {
		assertThat(worstPow(Elementary::pow, StrictMath::pow)).isLessThanOrEqualTo(2);
	}

	private double worstPow(DoubleBinaryOperator ours, DoubleBinaryOperator reference) {
		double worst = 0;
		for (int i = 0; i < 4 * N; i++) {
			double x = StrictMath.exp((random.nextDouble() - 0.5) * (i % 2 == 0 ? 2 : 600));
			double y = (random.nextDouble() - 0.5) * 1400 / Math.max(1e-3, Math.abs(StrictMath.log(x)));
			double r = reference.applyAsDouble(x, y);
			if (r >= Double.MIN_NORMAL && r <= Double.MAX_VALUE) {
				worst = Math.max(worst, Math.abs(ours.applyAsDouble(x, y) - r) / Math.ulp(r));
			}
		}
		return worst;
	}

	@Test
	void powMeetsItsLimits() {
		assertThat(Elementary.pow(2, 10)).isEqualTo(1024);
		assertThat(Elementary.pow(10, 3)).isEqualTo(1000);
		assertThat(Elementary.pow(1, 1e299)).isEqualTo(1);
		assertThat(Elementary.pow(-2, 3)).isEqualTo(-8);
		assertThat(Elementary.pow(0, 0)).isEqualTo(1);
		assertThat(Elementary.pow(10, 400)).isEqualTo(Double.POSITIVE_INFINITY);
		assertThat(Elementary.pow(10, -400)).isZero();
		assertThat(Elementary.pow(2, Double.NaN)).isNaN();
	}
}
