// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChebyshevIntegratorTest {
	private static final Runnable NOTHING = () -> { };

	private static double[] diffuse(Cells cells, double[] start, double t) {
		return new ChebyshevIntegrator((time, n, rate) -> cells.laplacian(n, rate), start, Double.NaN).advance(t, NOTHING);
	}

	/** The discrete modes decay exactly as exp(-4/w^2 sin^2(k w/2) t). */
	@Test
	void aModeBetweenReflectingWallsDecaysAtItsRate() {
		Cells cells = Cells.of(0, 1, 100, Cells.Boundary.REFLECTING);
		double[] start = Arrays.stream(cells.centres()).map(x -> 1 + Math.cos(3 * Math.PI * x)).toArray();
		double w = cells.width();
		double rate = 4 / (w * w) * Math.pow(Math.sin(3 * Math.PI * w / 2), 2);
		double[] end = diffuse(cells, start, 0.02);
		for (int i = 0; i < end.length; i++) {
			assertThat(end[i]).isEqualTo(1 + Math.cos(3 * Math.PI * cells.centres()[i]) * Math.exp(-rate * 0.02), within(2e-5));
		}
	}

	@Test
	void nothingIsLostBetweenReflectingOrPeriodicWalls() {
		for (Cells.Boundary b : new Cells.Boundary[] {Cells.Boundary.REFLECTING, Cells.Boundary.PERIODIC}) {
			double[] start = new double[301];
			start[7] = 1;
			assertThat(Arrays.stream(diffuse(Cells.of(0, 1, 301, b), start, 10)).sum()).isEqualTo(1, within(1e-11));
		}
	}

	@Test
	void anAbsorbingWallTakesASineAwayAtItsRate() {
		Cells cells = Cells.of(0, 1, 200, Cells.Boundary.ABSORBING);
		double[] start = Arrays.stream(cells.centres()).map(x -> Math.sin(Math.PI * x)).toArray();
		double[] end = diffuse(cells, start, 0.1);
		assertThat(end[100] / start[100]).isEqualTo(Math.exp(-Math.PI * Math.PI * 0.1), within(1e-4));
	}

	@Test
	void anOrdinaryEquationIsFollowedToItsTolerance() {
		double[] end = new ChebyshevIntegrator((t, y, rate) -> {
			rate[0] = y[1];
			rate[1] = -y[0];
		}, new double[] {1, 0}, Double.NaN).advance(3, NOTHING);
		assertThat(end[0]).isEqualTo(Math.cos(3), within(1e-4));
		double[] clock = new ChebyshevIntegrator((t, y, rate) -> rate[0] = 3 * t * t, new double[] {0}, Double.NaN).advance(2, NOTHING);
		assertThat(clock[0]).isEqualTo(8, within(3e-4));
	}

	@Test
	void aStateThatBlowsUpIsNamedWithItsTime() {
		ChebyshevIntegrator solver = new ChebyshevIntegrator((t, y, rate) -> rate[0] = y[0] * y[0], new double[] {1}, Double.NaN);
		assertThatThrownBy(() -> solver.advance(2, NOTHING)).isInstanceOf(ArithmeticException.class).hasMessageContaining("after t = ");
	}
}
