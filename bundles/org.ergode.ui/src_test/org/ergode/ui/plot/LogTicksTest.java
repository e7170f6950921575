// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LogTicksTest {
	/** Eight pixels a character. */
	private static final ToDoubleFunction<Double> WIDTH = value -> 8.0 * TickFormat.logarithmic(value).length();

	private static double[] labelled(LogTicks ticks, double... values) {
		return DoubleStream.of(values).filter(ticks::isLabelled).toArray();
	}

	@Test
	void powersOfTenAreLabelledAlthoughTheTicksBeforeThemAreClose() {
		LogTicks ticks = LogTicks.of(new AxisRange(0.7, 1500, true), 380, WIDTH);
		assertThat(labelled(ticks, 0.7, 0.8, 0.9, 1, 2, 9, 10, 90, 100, 900, 1000)).containsExactly(1, 10, 100, 1000);
	}

	@Test
	void thereAreMoreLabelsWhereThereIsMoreRoom() {
		AxisRange range = new AxisRange(1, 1000, true);
		int before = -1;
		for (double pixels : new double[] {130, 300, 450, 900, 3000}) {
			LogTicks ticks = LogTicks.of(range, pixels, WIDTH);
			assertThat(ticks.between().size()).as("%s pixels", pixels).isGreaterThan(before);
			assertThat(labelled(ticks, 1, 10, 100, 1000)).hasSize(4);
			before = ticks.between().size();
		}
	}

	@Test
	void neighboursDoNotOverlap() {
		for (double high : new double[] {30, 1e3, 1e5, 1e12}) {
			for (double pixels = 60; pixels < 2000; pixels += 47) {
				AxisRange range = new AxisRange(1, high, true);
				LogTicks ticks = LogTicks.of(range, pixels, WIDTH);
				double end = Double.NEGATIVE_INFINITY;
				for (double power = 1; power <= high; power *= 10) {
					for (double value = power; value < 9.5 * power && value <= high; value += power) {
						if (ticks.isLabelled(value)) {
							double middle = range.fraction(value) * pixels;
							double half = WIDTH.applyAsDouble(value) / 2;
							assertThat(middle - half).as("%s of %s on %s pixels", value, high, pixels).isGreaterThan(end);
							end = middle + half;
						}
					}
				}
			}
		}
	}

	@Test
	void eachNthPowerIsLabelledWhenAllWouldOverlap() {
		LogTicks ticks = LogTicks.of(new AxisRange(1e-20, 1e20, true), 300, WIDTH);
		assertThat(ticks.every()).isGreaterThan(1);
		assertThat(ticks.isLabelled(1)).isTrue();
		assertThat(ticks.isLabelled(10)).isFalse();
	}

	@Test
	void withoutRoomYetThePowersAreLabelled() {
		assertThat(LogTicks.of(new AxisRange(1, 1000, true), 0, WIDTH)).isEqualTo(new LogTicks(1, List.of()));
	}
}
