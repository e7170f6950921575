// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.ergode.math.linear.FloatPanel;
import org.ergode.math.linear.FloatProducts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All forms of a product, bit by bit. */
class ProductsTest {
	@ParameterizedTest
	@CsvSource({"1,1,1", "1,10,64", "10,100,64", "64,100,10", "7,64,100", "20,10,50", "50,64,20", "3,17,5", "5,33,9", "2,16,8", "33,31,2", "9,5,20", "9,9,20", "11,20,6", "23,100,3", "4,48,7"})
	void everyFormGivesTheSameBits(int m, int n, int k) {
		Random random = new Random(1000 * m + 10 * n + k);
		float[] a = new float[m * k];
		float[] b = new float[k * n];
		float[] c = new float[m * n];
		for (int i = 0; i < a.length; i++) {
			a[i] = random.nextInt(3) == 0 ? 0 : (float) random.nextGaussian();
		}
		fill(b, random);
		fill(c, random);
		float[] turnedA = turn(a, m, k);
		float[] turnedB = turn(b, k, n);
		SparseProducts sparse = new SparseProducts();
		FloatPanel panel = FloatPanel.of();
		for (boolean add : new boolean[] {false, true}) {
			float[] expected = c.clone();
			for (int i = 0; i < m; i++) {
				for (int j = 0; j < n; j++) {
					float sum = 0;
					for (int p = 0; p < k; p++) {
						sum = Math.fma(-0.3f * a[i * k + p], b[p * n + j], sum);
					}
					expected[i * n + j] = add ? c[i * n + j] + sum : sum;
				}
			}
			float[] found = c.clone();
			if (n >= VectorProducts.W) {
				VectorProducts.multiply(m, n, k, scaled(a), 0, k, 1, b, 0, add, found);
				assertThat(found).as("vector nn").isEqualTo(expected);
				found = c.clone();
				VectorProducts.multiply(m, n, k, scaled(turnedA), 0, 1, m, b, 0, add, found);
				assertThat(found).as("vector tn").isEqualTo(expected);
				found = c.clone();
			}
			sparse.nn(m, n, k, -0.3f, a, 0, b, 0, add, found);
			assertThat(found).as("sparse nn").isEqualTo(expected);
			found = c.clone();
			sparse.nt(m, n, k, -0.3f, a, turnedB, add, found);
			assertThat(found).as("sparse nt").isEqualTo(expected);
			found = c.clone();
			sparse.tn(m, n, k, -0.3f, turnedA, 0, b, 0, add, found);
			assertThat(found).as("sparse tn").isEqualTo(expected);
			found = c.clone();
			FloatProducts.nt(m, n, k, -0.3f, a, 0, turnedB, 0, add, found, 0, panel);
			assertThat(found).as("plain nt").isEqualTo(expected);
		}
	}

	/**
	 * A million samples move a weight by a millionth each of what they say together: one by one they would vanish beside it. And the mean of all is as good as
	 * single precision has it: a sum in order would be off by hundreds of units in the last place.
	 */
	@ParameterizedTest
	@CsvSource({"2,3,1000000,false", "1,2,1000000,true", "5,40,30000,false", "5,40,30000,true", "1,40,30000,false"})
	void manySmallTermsAddUp(int m, int n, int k, boolean zeros) {
		Random random = new Random(7);
		float[] a = new float[m * k];
		float[] b = new float[n * k];
		for (int i = 0; i < a.length; i++) {
			a[i] = 1 + random.nextFloat();
		}
		for (int i = 0; i < b.length; i++) {
			b[i] = 1 + random.nextFloat();
		}
		float alpha = 0.01f / k;
		float[] c = new float[m * n];
		Arrays.fill(c, 1);
		Products products = new Products();
		products.tn(m, n, k, alpha, a, b, true, c, zeros);
		float[] sum = new float[m * n];
		products.tn(m, n, k, 1, a, b, false, sum, zeros);
		float[] row = new float[m * n];
		if (m == 1) {
			products.nn(m, n, k, 1, a, b, false, row, zeros);
			assertThat(row).isEqualTo(sum);
		}
		for (int i = 0; i < m; i++) {
			for (int j = 0; j < n; j++) {
				double exact = 0;
				for (int s = 0; s < k; s++) {
					exact += (double) a[s * m + i] * b[s * n + j];
				}
				assertThat(c[i * n + j]).isCloseTo((float) (1 + alpha * exact), within(2 * Math.ulp(1f)));
				assertThat(sum[i * n + j] / exact).isCloseTo(1, within(3e-6));
			}
		}
	}

	@ParameterizedTest
	@CsvSource({"16,16", "50,64", "64,100", "17,31", "100,16"})
	void vectorsTurnAMatrix(int rows, int columns) {
		assumeTrue(VectorTurn.canTurn(rows, columns), "this machine's vectors are too narrow");
		float[] x = new float[rows * columns];
		fill(x, new Random(rows * columns));
		float[] t = new float[columns * (rows + 3)];
		VectorTurn.turn(rows, columns, x, t, rows + 3);
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				assertThat(t[j * (rows + 3) + i]).isEqualTo(x[i * columns + j]);
			}
		}
		assertThat(VectorTurn.canTurn(15, 64)).isFalse();
		assertThat(VectorTurn.canTurn(64, 15)).isFalse();
	}

	/** What is done by one form before the warm-up and by another after it. */
	@ParameterizedTest
	@CsvSource({"10,64,100", "10,20,2500", "1,16,3000", "20,50,64", "20,10,50", "9,5,20", "100,7,9", "64,100,10", "5,30,64"})
	void theFormChangesWithinATrainingAndNoBitDoes(int m, int n, int k) throws InterruptedException {
		Random random = new Random(m * n * k);
		float[] a = new float[m * k];
		float[] b = new float[n * k];
		float[] c = new float[m * n];
		fill(a, random);
		fill(b, random);
		fill(c, random);
		float[][] expected = new float[3][];
		for (int form = 0; form < 3; form++) {
			expected[form] = c.clone();
			FloatPanel panel = FloatPanel.of();
			switch (form) {
				case 0 -> {
					if (m > 1) {
						FloatProducts.nn(m, n, k, -0.3f, a, 0, b, 0, true, expected[form], 0, panel);
					} else {
						inBlocks(m, n, k, a, b, expected[form]);
					}
				}
				case 1 -> FloatProducts.nt(m, n, k, -0.3f, a, 0, b, 0, true, expected[form], 0, panel);
				default -> inBlocks(m, n, k, a, b, expected[form]);
			}
		}
		Products products = new Products();
		Products.expect(1e12);
		for (int i = 0; i < 600 && !Products.isWarm(); i++) {
			Thread.sleep(20);
		}
		assertThat(Products.isWarm()).isTrue();
		for (int form = 0; form < 3; form++) {
			float[] found = c.clone();
			switch (form) {
				case 0 -> products.nn(m, n, k, -0.3f, a, b, true, found, false);
				case 1 -> products.nt(m, n, k, -0.3f, a, b, true, found, false);
				default -> products.tn(m, n, k, -0.3f, a, b, true, found, false);
			}
			assertThat(found).as("form " + form).isEqualTo(expected[form]);
		}
	}

	private static void inBlocks(int m, int n, int k, float[] a, float[] b, float[] c) {
		float[] sum = new float[m * n];
		for (int p = 0; p < k; p += Products.BLOCK) {
			FloatProducts.tn(m, n, Math.min(Products.BLOCK, k - p), -0.3f, a, p * m, b, p * n, p > 0, sum, 0, FloatPanel.of());
		}
		for (int i = 0; i < sum.length; i++) {
			c[i] += sum[i];
		}
	}

	private static float[] scaled(float[] a) {
		float[] x = new float[a.length];
		for (int i = 0; i < x.length; i++) {
			x[i] = -0.3f * a[i];
		}
		return x;
	}

	private static void fill(float[] x, Random random) {
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) random.nextGaussian();
		}
	}

	private static float[] turn(float[] x, int rows, int columns) {
		float[] t = new float[x.length];
		for (int i = 0; i < rows; i++) {
			for (int j = 0; j < columns; j++) {
				t[j * rows + i] = x[i * columns + j];
			}
		}
		return t;
	}
}
