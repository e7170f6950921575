// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.picture.PlotModel.Scale;
import org.ergode.run.picture.PlotModel.Series;
import org.ergode.run.picture.PlotModel.Style;
import org.junit.jupiter.api.Test;

class PlotPresenterTest {
	private static PlotModel plot(boolean logarithmic, Series... series) {
		return new PlotModel("msd", "", 1, new Scale("t", "s", logarithmic), new Scale("msd", "um^2", logarithmic), List.of(series));
	}

	private static Series points(double... y) {
		double[] x = new double[y.length];
		double[] error = new double[y.length];
		for (int i = 0; i < y.length; i++) {
			x[i] = i + 1;
			error[i] = 0.5;
		}
		return new Series("msd", Style.POINTS, x, y, error);
	}

	@Test
	void rangesFollowARunUntilTheUserZooms() {
		PlotPresenter presenter = new PlotPresenter(plot(false, points(1, 2)));
		double before = presenter.y().high();
		presenter.update(plot(false, points(1, 2, 30)));
		assertThat(presenter.y().high()).isGreaterThan(30).isGreaterThan(before);

		AxisRange mine = new AxisRange(0, 5, false);
		presenter.show(mine, mine);
		presenter.update(plot(false, points(1, 2, 300)));
		assertThat(presenter.y()).isEqualTo(mine);

		presenter.fit();
		assertThat(presenter.y().high()).isGreaterThan(300);
	}

	@Test
	void errorBarsAreInsideTheRange() {
		PlotPresenter presenter = new PlotPresenter(plot(false, points(1, 1)));
		assertThat(presenter.y().low()).isLessThan(0.5);
		assertThat(presenter.y().high()).isGreaterThan(1.5);
	}

	@Test
	void aLogarithmicAxisLeavesOutWhatItCannotShowAndKeepsErrorBarsAboveZero() {
		Curve curve = Curve.of(points(-1, 0.1, 4), true, true);
		assertThat(curve.y()).containsExactly(0.1, 4);
		assertThat(curve.error()[0]).isLessThan(0.1);
		assertThat(curve.error()[1]).isEqualTo(0.5);
	}

	@Test
	void theUsersAxisIsStrongerThanTheModels() {
		PlotPresenter presenter = new PlotPresenter(plot(false, points(1, 10)));
		presenter.setLogY(true);
		presenter.update(plot(false, points(1, 100)));
		assertThat(presenter.isLogY()).isTrue();
		assertThat(presenter.isLogX()).isFalse();
		assertThat(presenter.y().logarithmic()).isTrue();
	}

	@Test
	void barsStandOnZeroAndReachToTheirNeighbours() {
		Series bars = new Series("h", Style.BARS, new double[] {1, 2, 3}, new double[] {5, 7, 6}, new double[0]);
		PlotPresenter presenter = new PlotPresenter(plot(false, bars));
		assertThat(presenter.y().low()).isZero();
		Curve curve = presenter.curves().getFirst();
		assertThat(curve.x()).containsExactly(0.5, 1.5, 2.5, 3.5);
		assertThat(curve.y()).containsExactly(5, 7, 6, 6);
	}

	@Test
	void readsOutValuesWithTheirUnits() {
		assertThat(new PlotPresenter(plot(false, points(1))).readout(12.5, 0.25)).isEqualTo("t = 12.50 s    msd = 0.2500 um^2");
	}

	@Test
	void exportsCurvesOfDifferentPointsAsOneTable() {
		Series fit = new Series("fit, late", Style.LINE, new double[] {2, 3}, new double[] {7, 8}, new double[0]);
		assertThat(PlotCsv.of(plot(false, points(1, 2), fit))).isEqualTo("""
				t (s),msd (um^2),msd error (um^2),"fit, late (um^2)"
				1.0,1.0,0.5,
				2.0,2.0,0.5,7.0
				3.0,,,8.0
				""");
	}

	@Test
	void exportsTheCellsOfAnImage() {
		ImageModel image = new ImageModel("W", "", 1, List.of(ImageModel.Panel.of("", 1, 2, new double[] {0.5, -1})), 1, ImageModel.Colours.DIVERGING, -1, 1, false);
		assertThat(PlotCsv.of(image)).isEqualTo("panel,row,column,value\n1,1,1,0.5\n1,1,2,-1.0\n");
	}
}
