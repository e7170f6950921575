// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;
import org.ergode.engine.ensemble.Walls.Kind;
import org.junit.jupiter.api.Test;

class WallsTest {
	private static final Place PLACE = new Place("box.erg", 7, 3);

	@Test
	void reflectionMirrorsThePathAsOftenAsItMeetsAWall() {
		Walls w = Walls.of(Kind.REFLECTING, -1, Kind.REFLECTING, 2, PLACE);
		assertThat(w.fold(0.5)).isEqualTo(0.5);
		assertThat(w.fold(2.5)).isEqualTo(1.5, within(1e-12));
		assertThat(w.fold(-1.5)).isEqualTo(-0.5, within(1e-12));
		assertThat(w.fold(2.5 + 6)).isEqualTo(1.5, within(1e-12));
		assertThat(w.fold(5.5)).isEqualTo(-0.5, within(1e-12));
		assertThat(w.fold(-1e9)).isBetween(-1., 2.);
	}

	@Test
	void aSingleWallMirrorsOneSide() {
		assertThat(Walls.of(Kind.REFLECTING, 0, Kind.REFLECTING, Double.POSITIVE_INFINITY, PLACE).fold(-3)).isEqualTo(3);
		assertThat(Walls.of(Kind.REFLECTING, Double.NEGATIVE_INFINITY, Kind.REFLECTING, 1, PLACE).fold(4)).isEqualTo(-2);
	}

	@Test
	void aPeriodicSpaceGoesRound() {
		Walls w = Walls.of(Kind.PERIODIC, -1, Kind.PERIODIC, 2, PLACE);
		assertThat(w.fold(2.5)).isEqualTo(-0.5, within(1e-12));
		assertThat(w.fold(-1.25 - 30)).isEqualTo(1.75, within(1e-12));
	}

	@Test
	void anAbsorbingWallHolds() {
		Walls w = Walls.of(Kind.ABSORBING, -1, Kind.ABSORBING, 2, PLACE);
		assertThat(w.fold(17)).isEqualTo(2);
		assertThat(w.fold(-17)).isEqualTo(-1);
	}

	@Test
	void wallsWithoutRoomAreRefusedWithTheirLine() {
		assertThatThrownBy(() -> Walls.of(Kind.REFLECTING, 2, Kind.REFLECTING, 2, PLACE)).isInstanceOf(ModelFault.class).hasToString("box.erg:7:3: there is no room between "
				+ "the walls at 2.0 m and 2.0 m; the first is to be less than the second");
		assertThatThrownBy(() -> Walls.of(Kind.PERIODIC, 0, Kind.PERIODIC, Double.POSITIVE_INFINITY, PLACE)).isInstanceOf(ModelFault.class);
	}

	@Test
	void aMirrorAndAWallThatHolds() {
		Walls w = Walls.of(Kind.REFLECTING, 0, Kind.ABSORBING, 2, PLACE);
		assertThat(new double[] {w.fold(-0.5), w.fold(1.5), w.fold(2.5), w.fold(-3)}).containsExactly(0.5, 1.5, 2, 2);
		Walls v = Walls.of(Kind.ABSORBING, 0, Kind.REFLECTING, 2, PLACE);
		assertThat(new double[] {v.fold(-0.5), v.fold(2.5), v.fold(5)}).containsExactly(0, 1.5, 0);
		assertThat(v.hold(0)).isTrue();
		assertThat(v.hold(2)).isFalse();
		assertThatThrownBy(() -> Walls.of(Kind.PERIODIC, 0, Kind.ABSORBING, 1, PLACE)).isInstanceOf(ModelFault.class).hasMessageContaining("periodic");
	}
}
