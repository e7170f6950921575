// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.ergode.math.linear.Decompositions.Eigen;
import org.ergode.math.random.Stream;
import org.junit.jupiter.api.Test;

class DecompositionsTest {
	@Test
	void inverseAndDeterminantOfAKnownMatrix() {
		double[] a = {4, 7, 2, 6};
		assertThat(Decompositions.determinant(a, 2)).isCloseTo(10, offset(1e-12));
		double[] inverse = Decompositions.inverse(a, 2);
		double[] expected = {0.6, -0.7, -0.2, 0.4};
		for (int i = 0; i < 4; i++) {
			assertThat(inverse[i]).isCloseTo(expected[i], offset(1e-14));
		}
		assertThat(a).containsExactly(4, 7, 2, 6);
		assertThat(Decompositions.inverse(new double[] {1, 2, 2, 4}, 2)).isNull();
	}

	@Test
	void eigenvaluesOfAnyMatrixInAnyUnits() {
		assertThat(Decompositions.eigenvalues(new double[] {0, 1e9, -4e-9, 0}, 2)).satisfiesExactly(l -> assertThat(l.abs()).isCloseTo(2, offset(1e-12)), l -> {
			assertThat(l.re()).isCloseTo(0, offset(1e-12));
			assertThat(Math.abs(l.im())).isCloseTo(2, offset(1e-12));
		});
		assertThat(Decompositions.eigenvalues(new double[] {0, 1, 0, -1.7e7}, 2)).satisfiesExactly(l -> assertThat(l.re()).isCloseTo(-1.7e7, offset(1e-6)), l -> assertThat(l.abs()).isZero());
		assertThat(Decompositions.eigenvalues(new double[4], 2)).allMatch(l -> l.abs() == 0);
		assertThat(Decompositions.eigenvalues(new double[] {0, Double.NaN, 0, 1}, 2)).isEmpty();
	}

	/** The chain of springs: 2 - 2 cos(j pi/(n + 1)). */
	@Test
	void eigenvaluesOfTheChainOfSprings() {
		int n = 12;
		double[] a = new double[n * n];
		for (int i = 0; i < n; i++) {
			a[i * n + i] = 2;
			if (i > 0) {
				a[i * n + i - 1] = -1;
				a[(i - 1) * n + i] = -1;
			}
		}
		Eigen eigen = Decompositions.symmetricEigen(a, n);
		for (int j = 1; j <= n; j++) {
			assertThat(eigen.values()[n - j]).isCloseTo(2 - 2 * Math.cos(j * Math.PI / (n + 1)), offset(1e-12));
		}
		double[] lowest = eigen.vectors()[n - 1];
		double ratio = lowest[0] / Math.sin(Math.PI / (n + 1));
		assertThat(ratio).isPositive();
		for (int i = 0; i < n; i++) {
			assertThat(lowest[i]).isCloseTo(ratio * Math.sin((i + 1) * Math.PI / (n + 1)), offset(1e-12));
		}
	}

	/** 20,000 points with standard deviations 3 and 1 along (1, 1) and (1, -1); within 5 standard errors. */
	@Test
	void principalComponentsFindTheAxes() {
		int n = 20_000;
		double[] z = new double[2 * n];
		Stream.of("DecompositionsTest".hashCode(), 0, 0).fillNormal(z, 0, 2 * n);
		double[] data = new double[2 * n];
		for (int i = 0; i < n; i++) {
			data[2 * i] = 5 + (3 * z[2 * i] + z[2 * i + 1]) / Math.sqrt(2);
			data[2 * i + 1] = -2 + (3 * z[2 * i] - z[2 * i + 1]) / Math.sqrt(2);
		}
		Eigen axes = Decompositions.principalComponents(data, n, 2);
		assertThat(axes.values()[0]).isCloseTo(9, offset(5 * 9 * Math.sqrt(2.0 / n)));
		assertThat(axes.values()[1]).isCloseTo(1, offset(5 * Math.sqrt(2.0 / n)));
		assertThat(axes.vectors()[0][0]).isCloseTo(Math.sqrt(0.5), offset(0.02));
		assertThat(axes.vectors()[0][1]).isCloseTo(Math.sqrt(0.5), offset(0.02));
	}

	@Test
	void wrongInputIsRefused() {
		assertThatThrownBy(() -> Decompositions.determinant(new double[5], 2)).hasMessageContaining("5 entries; expected 2x2");
		assertThatThrownBy(() -> Decompositions.symmetricEigen(new double[] {1, 2, 3, 4}, 2))
				.hasMessageContaining("(2, 1) and (1, 2) are 3.0 and 2.0");
		assertThatThrownBy(() -> Decompositions.principalComponents(new double[3], 1, 3)).hasMessageContaining("1 samples");
	}
}
