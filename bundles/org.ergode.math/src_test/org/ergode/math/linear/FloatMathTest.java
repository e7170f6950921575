// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

class FloatMathTest {
	private interface Kernel {
		void apply(float[] x, int at, int n);
	}

	/** Over 200,000 floats between -limit and limit, and their kin near zero. */
	private static double worst(Kernel kernel, DoubleUnaryOperator reference, double limit) {
		int n = 200_000;
		float[] x = new float[n];
		for (int i = 0; i < n; i++) {
			double u = 2.0 * i / (n - 1) - 1;
			x[i] = (float) (i % 2 == 0 ? limit * u : limit * Math.pow(u, 9));
		}
		float[] y = x.clone();
		kernel.apply(y, 1, n - 2);
		assertThat(y[0]).isEqualTo(x[0]);
		assertThat(y[n - 1]).isEqualTo(x[n - 1]);
		double worst = 0;
		for (int i = 1; i < n - 1; i++) {
			double r = reference.applyAsDouble(x[i]);
			worst = Math.max(worst, Math.abs(y[i] - r) / Math.ulp((float) r));
		}
		return worst;
	}

	@Test
	void theExponentialIsWithinOneUlp() {
		assertThat(worst(FloatMath::exp, StrictMath::exp, 87)).isLessThan(1);
	}

	@Test
	void limitsAreMet() {
		float[] x = {Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 0, 1e30f, -1e30f};
		float[] e = x.clone();
		FloatMath.exp(e, 0, 6);
		assertThat(e).containsExactly(Float.NaN, 0, Float.POSITIVE_INFINITY, 1, Float.POSITIVE_INFINITY, 0);
	}
}
