// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.step.StepValue;
import org.ergode.run.step.Stop;
import org.junit.jupiter.api.Test;

class CourseTest {
	private final Course course = new Course();

	private static StepValue time(double t) {
		return new StepValue("t", "time", Shape.NUMBER, Dimension.TIME, "ms", 1e-3, 0, new double[] {t}, true);
	}

	private static StepValue state(double... x) {
		return new StepValue("x", "state", x.length == 1 ? Shape.NUMBER : Shape.vector(x.length), Dimension.LENGTH, "um", 1e-6, 0, x, true);
	}

	private static Stop stop(boolean past, StepValue... values) {
		return new Stop("dx/dt = 1", "m.erg", 1, 0, 9, List.of("simulate P"), List.of(values), past);
	}

	@Test
	void aStateIsDrawnOverTimeInItsUnits() {
		course.add(stop(false, time(0), state(0)));
		course.add(stop(false, time(0.002), state(3e-6)));
		PlotModel plot = course.plot(state(0)).orElseThrow();
		assertThat(plot.x().caption()).isEqualTo("t (ms)");
		assertThat(plot.y().caption()).isEqualTo("x (µm)");
		assertThat(plot.series()).hasSize(1);
		assertThat(plot.series().getFirst().x()).containsExactly(0, 2);
		assertThat(plot.series().getFirst().y()).containsExactly(0, 3);
	}

	@Test
	void whereThereIsNoTimeStopsAreCountedAndEachEntryIsACurve() {
		course.add(stop(false, state(1e-6, 2e-6)));
		course.add(stop(false, state(3e-6, 4e-6)));
		PlotModel plot = course.plot(state(0, 0)).orElseThrow();
		assertThat(plot.series()).extracting(PlotModel.Series::name).containsExactly("x[1]", "x[2]");
		assertThat(plot.series().getLast().x()).containsExactly(1, 2);
		assertThat(plot.series().getLast().y()).containsExactly(2, 4);
	}

	@Test
	void aLookBackAddsNothingAndComingForwardAddsNothingTwice() {
		Stop first = stop(false, time(0), state(0));
		Stop second = stop(false, time(1), state(1));
		course.add(first);
		course.add(second);
		course.add(stop(true, time(0), state(0)));
		course.add(second);
		assertThat(course.plot(state(0)).orElseThrow().series().getFirst().x()).hasSize(2);
	}

	@Test
	void anotherSimulationBeginsAnew() {
		course.add(stop(false, time(5), state(1)));
		course.add(stop(false, time(0), state(2)));
		assertThat(course.plot(state(0)).orElseThrow().series().getFirst().y()).hasSize(1);
	}

	@Test
	void ofLargeValuesThereIsNone() {
		course.add(stop(false, time(0), state(new double[7])));
		assertThat(course.plot(state(new double[7]))).isEmpty();
	}
}
