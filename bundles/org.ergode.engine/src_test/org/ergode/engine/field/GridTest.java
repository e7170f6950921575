// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.ergode.engine.field.Grid.Line;
import org.ergode.engine.field.Grid.Wall;
import org.junit.jupiter.api.Test;

class GridTest {
	private static final Grid ROOM = Grid.of(List.of(new Line(0, 4, 4, Wall.PERIODIC, Wall.PERIODIC), new Line(-3, 3, 3, Wall.REFLECTING, Wall.FIXED),
			new Line(0, 1, 5, Wall.FIXED, Wall.FIXED)));

	private static double[] filled(int n, IntToDoubleFunction f) {
		double[] v = new double[n];
		Arrays.setAll(v, f);
		return v;
	}

	/** The value at the face is right for what is linear, the difference for what is quadratic, along each coordinate. */
	@Test
	void polynomialsAreExactInside() {
		for (int k = 0; k < 3; k++) {
			double[] x = ROOM.coordinate(k);
			double[] faces = ROOM.coordinate(k, k);
			double[] mean = ROOM.average(k, x, null, null);
			double[] slope = ROOM.slope(k, filled(x.length, i -> x[i] * x[i]), null, null);
			double low = ROOM.line(k).lower();
			double high = ROOM.line(k).upper();
			for (int i = 0; i < faces.length; i++) {
				if (faces[i] > low && faces[i] < high) {
					assertThat(mean[i]).isCloseTo(faces[i], within(1e-12));
					assertThat(slope[i]).isCloseTo(2 * faces[i], within(1e-12));
				}
			}
		}
	}

	/** The second difference is the difference of the slopes, walls and all. */
	@Test
	void theShortWayIsTheLongOne() {
		double[] v = filled(ROOM.count(), i -> Math.sin(i * i));
		double[] wall = filled(20, i -> 0.1 * i);
		double[] number = {0.7};
		for (int k = 0; k < 3; k++) {
			double[] low = ROOM.line(k).low() == Wall.FIXED ? number : null;
			double[] high = ROOM.line(k).high() == Wall.FIXED ? k == 1 ? wall : number : null;
			double[] direct = new double[ROOM.count()];
			ROOM.addSecondDifference(k, v, low, high, direct);
			double[] byFaces = new double[ROOM.count()];
			ROOM.addDifference(k, ROOM.slope(k, v, low, high), byFaces);
			assertThat(direct).containsExactly(byFaces, within(1e-9));
		}
	}

	@Test
	void aDivergenceLosesNothingInAClosedBox() {
		Grid box = Grid.of(List.of(new Line(0, 1, 6, Wall.REFLECTING, Wall.REFLECTING), new Line(0, 2, 5, Wall.PERIODIC, Wall.PERIODIC)));
		double[] out = new double[box.count()];
		for (int k = 0; k < 2; k++) {
			double[] v = filled(box.count(), i -> Math.cos(3 * i));
			double[] flux = box.average(k, v, null, null);
			box.close(k, flux);
			box.addDifference(k, flux, out);
		}
		assertThat(Arrays.stream(out).sum()).isCloseTo(0, within(1e-12));
		assertThat(Arrays.stream(out).map(Math::abs).max().getAsDouble()).isGreaterThan(0.1);
	}

	@Test
	void whatIsNoBoxIsRefused() {
		assertThatThrownBy(() -> new Line(1, 0, 5, Wall.FIXED, Wall.FIXED)).hasMessageContaining("no room");
		assertThatThrownBy(() -> new Line(0, 1, 2, Wall.FIXED, Wall.FIXED)).hasMessageContaining("at least 3");
		assertThatThrownBy(() -> new Line(0, 1, 5, Wall.PERIODIC, Wall.FIXED)).hasMessageContaining("periodic");
		assertThatThrownBy(() -> Grid.of(List.of())).hasMessageContaining("1 to 3");
	}
}
