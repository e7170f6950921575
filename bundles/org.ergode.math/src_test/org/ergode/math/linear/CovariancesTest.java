// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class CovariancesTest {
	@Test
	void theRootTimesItsTransposeIsTheMatrix() {
		double[] a = {4, 2, 0.6, 2, 5, 1, 0.6, 1, 3};
		double[] l = Covariances.root(a, 3);
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) {
				double sum = 0;
				for (int k = 0; k < 3; k++) {
					sum += l[i * 3 + k] * l[j * 3 + k];
				}
				assertThat(sum).isCloseTo(a[i * 3 + j], offset(1e-14));
				assertThat(j > i && l[i * 3 + j] != 0).isFalse();
			}
		}
	}

	@Test
	void whatFailsIsNamed() {
		assertThat(Covariances.problem(new double[] {3, 1, 1, 2}, 2)).isNull();
		assertThat(Covariances.problem(new double[] {1, 2, 2, 1}, 2)).isEqualTo("is not positive definite: its leading 2 by 2 minor is -3, its smallest eigenvalue -1");
		assertThat(Covariances.problem(new double[] {-1, 0, 0, 1}, 2)).isEqualTo("is not positive definite: its leading 1 by 1 minor is -1, its smallest eigenvalue -1");
		assertThat(Covariances.problem(new double[] {1, 1, 1, 1}, 2)).startsWith("is not positive definite: its leading 2 by 2 minor is 0, its smallest eigenvalue ");
		assertThat(Covariances.problem(new double[] {0.1, 0.3, 0.3, 0.9}, 2)).startsWith("is not positive definite: its leading 2 by 2 minor is 0");
		assertThat(Covariances.problem(new double[] {1, 0.5, 0.2, 1}, 2)).isEqualTo("is not symmetric: entry [1, 2] is 0.5, entry [2, 1] is 0.2");
		assertThat(Covariances.problem(new double[] {1, Double.NaN, 0, 1}, 2)).isEqualTo("is not finite: entry [1, 2] is NaN");
		assertThat(Covariances.problem(new double[] {1e-18, 0, 0, 1e6}, 2)).as("in other units").isNull();
		assertThatThrownBy(() -> Covariances.root(new double[] {1, 2, 2, 1}, 2)).hasMessageStartingWith("the covariance is not positive definite");
	}
}
