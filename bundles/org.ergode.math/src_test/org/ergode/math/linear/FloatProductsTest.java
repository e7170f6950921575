// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ergode.math.random.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** Against the definition, element by element and bit by bit: accumulation over k in order, with FMA. */
class FloatProductsTest {
	private final FloatPanel panel = FloatPanel.of();

	private static float[] random(int n, int purpose) {
		double[] x = new double[n];
		Stream.of("FloatProductsTest".hashCode(), n, purpose).fillNormal(x, 0, n);
		float[] y = new float[n];
		for (int i = 0; i < n; i++) {
			y[i] = (float) x[i];
		}
		return y;
	}

	private static float[] transposed(float[] a, int at, int rows, int columns) {
		float[] t = new float[a.length];
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				t[at + j * rows + i] = a[at + i * columns + j];
			}
		}
		return t;
	}

	private static float[] naive(int m, int n, int k, float alpha, float[] a, float[] b, boolean add, float[] c0, int at) {
		float[] c = c0.clone();
		for (int i = 0; i < m; i++) {
			for (int j = 0; j < n; j++) {
				float sum = 0;
				for (int p = 0; p < k; p++) {
					sum = Math.fma(alpha * a[at + i * k + p], b[at + p * n + j], sum);
				}
				c[at + i * n + j] = add ? c[at + i * n + j] + sum : sum;
			}
		}
		return c;
	}

	@ParameterizedTest
	@CsvSource({"1,1,1", "2,3,4", "3,5,7", "10,100,64", "20,50,64", "7,33,9", "5,1,6", "1,130,5", "4,64,1", "3,4,0", "0,4,3",
			"130,150,140"})
	void allFormsMeetTheDefinition(int m, int n, int k) {
		int at = 3;
		float[] a = random(m * k + 5, 1);
		float[] b = random(k * n + 5, 2);
		float[] c = random(m * n + 5, 3);
		float[] left = transposed(a, at, m, k);
		float[] right = transposed(b, at, k, n);
		for (boolean add : new boolean[] {false, true}) {
			for (float alpha : new float[] {1, (float) -0.3}) {
				float[] expected = naive(m, n, k, alpha, a, b, add, c, at);
				float[] x = c.clone();
				FloatProducts.nn(m, n, k, alpha, a, at, b, at, add, x, at, panel);
				assertThat(x).containsExactly(expected);
				x = c.clone();
				FloatProducts.nt(m, n, k, alpha, a, at, right, at, add, x, at, panel);
				assertThat(x).containsExactly(expected);
				x = c.clone();
				FloatProducts.tn(m, n, k, alpha, left, at, b, at, add, x, at, panel);
				assertThat(x).containsExactly(expected);
			}
		}
	}

	@Test
	void rangesAreChecked() {
		float[] x = new float[10];
		assertThatThrownBy(() -> FloatProducts.nn(2, 3, 4, 1, x, 0, x, 0, false, x, 0, panel))
				.isInstanceOf(IndexOutOfBoundsException.class);
		assertThatThrownBy(() -> FloatProducts.nt(-1, 3, 4, 1, x, 0, x, 0, false, x, 0, panel))
				.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1 x 4 times 4 x 3");
	}
}
