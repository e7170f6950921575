// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChebyshevIntegratorTest {
	private static final Runnable NOTHING = () -> { };

	private static final double[] ZERO = {0};

	private static Grid grid(int cells, Grid.Wall wall) {
		return Grid.of(List.of(new Grid.Line(0, 1, cells, wall, wall)));
	}

	private static double[] diffuse(Grid grid, double[] start, double t) {
		return new ChebyshevIntegrator((time, n, rate) -> {
			Arrays.fill(rate, 0);
			grid.addSecondDifference(0, n, grid.line(0).low() == Grid.Wall.FIXED ? ZERO : null, grid.line(0).high() == Grid.Wall.FIXED ? ZERO : null, rate);
		}, start, Double.NaN).advance(t, NOTHING);
	}

	/** The discrete modes decay exactly as exp(-4/w^2 sin^2(k w/2) t). */
	@Test
	void aModeBetweenReflectingWallsDecaysAtItsRate() {
		Grid cells = grid(100, Grid.Wall.REFLECTING);
		double[] start = Arrays.stream(cells.centres(0)).map(x -> 1 + Math.cos(3 * Math.PI * x)).toArray();
		double w = cells.width(0);
		double rate = 4 / (w * w) * Math.pow(Math.sin(3 * Math.PI * w / 2), 2);
		double[] end = diffuse(cells, start, 0.02);
		for (int i = 0; i < end.length; i++) {
			assertThat(end[i]).isEqualTo(1 + Math.cos(3 * Math.PI * cells.centres(0)[i]) * Math.exp(-rate * 0.02), within(2e-5));
		}
	}

	@Test
	void nothingIsLostBetweenReflectingOrPeriodicWalls() {
		for (Grid.Wall b : new Grid.Wall[] {Grid.Wall.REFLECTING, Grid.Wall.PERIODIC}) {
			double[] start = new double[301];
			start[7] = 1;
			assertThat(Arrays.stream(diffuse(grid(301, b), start, 10)).sum()).isEqualTo(1, within(1e-11));
		}
	}

	@Test
	void anAbsorbingWallTakesASineAwayAtItsRate() {
		Grid cells = grid(200, Grid.Wall.FIXED);
		double[] start = Arrays.stream(cells.centres(0)).map(x -> Math.sin(Math.PI * x)).toArray();
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
