// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.picture.PlotModel.Scale;
import org.ergode.run.picture.PlotModel.Series;
import org.ergode.run.picture.PlotModel.Style;
import org.ergode.run.step.StepValue;
import org.ergode.run.step.Stop;
import org.ergode.ui.Messages;

/** How small values went from stop to stop, over time where there is one. Looks back are no stops of it. Safe to call from any thread. */
final class Course {
	/** Entries of a value whose course is kept. */
	static final int SMALL = 6;
	private static final String TIME = "time";
	/** Stops. */
	private static final int LONGEST = 2000;

	private record Point(double at, double[] numbers) {
	}

	private final Map<String, List<Point>> points = new HashMap<>();
	private Stop last;
	private StepValue time;
	private int stops;

	synchronized void add(Stop stop) {
		if (stop.past() || stop == last) {
			return;
		}
		last = stop;
		stops++;
		time = stop.values().stream().filter(v -> v.kind().equals(TIME)).findFirst().orElse(null);
		stop.values().stream().filter(Course::isSmall).forEach(v -> add(v, at(v)));
	}

	/** Whether the course of a value is kept. */
	static boolean isSmall(StepValue value) {
		return value.samples() == 0 && value.numbers().length <= SMALL;
	}

	private double at(StepValue value) {
		return time == null || isTime(value) ? stops : time.numbers()[0];
	}

	static boolean isTime(StepValue value) {
		return value.kind().equals(TIME);
	}

	/** Another simulation begins at the beginning. */
	private void add(StepValue value, double at) {
		List<Point> course = points.computeIfAbsent(value.name(), name -> new ArrayList<>());
		if (!course.isEmpty() && (at < course.getLast().at || course.getLast().numbers.length != value.numbers().length)) {
			course.clear();
		}
		if (course.size() == LONGEST) {
			course.removeFirst();
		}
		course.add(new Point(at, value.numbers()));
	}

	/** @return a curve for each entry; empty for what is not small */
	synchronized Optional<PlotModel> plot(StepValue value) {
		List<Point> course = points.getOrDefault(value.name(), List.of());
		if (!isSmall(value) || course.isEmpty()) {
			return Optional.empty();
		}
		boolean overTime = time != null && !isTime(value);
		Style style = last.values().stream().anyMatch(v -> v.kind().equals("waiting")) ? Style.POINTS : Style.LINE; // whether a walker rests between its turning points or moves is not known here
		double unit = overTime ? time.scale() : 1;
		double[] at = course.stream().mapToDouble(p -> p.at / unit).toArray();
		List<Series> curves = IntStream.range(0, value.numbers().length).mapToObj(i -> new Series(value.numbers().length == 1 ? value.name() : value.name() + "[" + (i + 1) + "]",
				style, at, course.stream().mapToDouble(p -> p.numbers[i] / value.scale()).toArray(), new double[0])).toList();
		Scale across = overTime ? new Scale(time.name(), time.unit(), false) : new Scale(Messages.step_stop, "", false);
		return Optional.of(new PlotModel(value.name(), value.name(), 0, across, new Scale(value.name(), value.unit(), false), curves));
	}
}
