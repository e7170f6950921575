// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.ImageModel.Colours;
import org.ergode.run.picture.ImageModel.Panel;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.picture.PlotModel.Scale;
import org.ergode.run.picture.PlotModel.Series;
import org.ergode.run.picture.PlotModel.Style;
import org.ergode.run.step.StepValue;
import org.ergode.ui.Messages;

/** A value as a table of numbers, as a curve, as a heat map, or, where its vectors are square, as images. In its unit. */
final class ValuePictures {
	private static final int MOST_ROWS = 200;
	private static final int MOST_COLUMNS = 60;
	private static final int MOST_IMAGES = 64;
	/** Sides of images. */
	private static final int SMALLEST = 4;

	private ValuePictures() {
	}

	private static int rows(StepValue v) {
		return isColumn(v) ? 1 : v.rows();
	}

	private static int columns(StepValue v) {
		return v.numbers().length / Math.max(1, rows(v));
	}

	/** A single vector is shown as a line: a column of pixels is not seen. */
	private static boolean isColumn(StepValue v) {
		return v.samples() == 0 && v.shape().columns() == 1;
	}

	static String numbers(StepValue v) {
		int columns = columns(v);
		double[] numbers = v.inUnit();
		List<String> lines = new ArrayList<>();
		for (int i = 0; i < Math.min(rows(v), MOST_ROWS); i++) {
			int row = i;
			String line = IntStream.range(0, Math.min(columns, MOST_COLUMNS)).mapToObj(j -> number(numbers[row * columns + j])).collect(Collectors.joining(" "));
			lines.add(columns > MOST_COLUMNS ? line + " …" : line);
		}
		if (rows(v) > MOST_ROWS) {
			lines.add("…");
		}
		return String.join("\n", lines);
	}

	/** As wide as any other. */
	private static String number(double x) {
		boolean plain = x == 0 || Math.abs(x) >= 1e-4 && Math.abs(x) < 1e6;
		return String.format(Locale.ROOT, x == Math.rint(x) && Math.abs(x) < 1e6 ? "%11.0f" : plain ? "%11.5f" : "%11.3e", x == 0 ? 0.0 : x);
	}

	/** The entries of a vector, over their numbers. */
	static Optional<PlotModel> curve(StepValue v) {
		double[] numbers = v.inUnit();
		if (v.samples() > 1 || v.shape().columns() > 1 || numbers.length < 2) {
			return Optional.empty();
		}
		double[] index = IntStream.rangeClosed(1, numbers.length).asDoubleStream().toArray();
		return Optional.of(new PlotModel(v.name(), v.name(), 0, new Scale(Messages.step_entry, "", false), new Scale(v.name(), v.unit(), false),
				List.of(new Series(v.name(), Style.LINE, index, numbers, new double[0]))));
	}

	static ImageModel heatMap(StepValue v) {
		return model(v, List.of(Panel.of("", rows(v), columns(v), v.inUnit())), 1, true);
	}

	/** One for each sample, or for each column of a matrix: the receptive field of a unit. */
	static Optional<ImageModel> images(StepValue v) {
		boolean matrix = v.samples() == 0 && v.shape().columns() > 1;
		int size = matrix ? v.shape().rows() : (int) v.shape().size();
		int side = (int) Math.rint(Math.sqrt(size));
		if (side * side != size || side < SMALLEST || v.samples() > 0 && v.shape().columns() > 1) {
			return Optional.empty();
		}
		double[] numbers = v.inUnit();
		int all = numbers.length / size;
		List<Panel> panels = new ArrayList<>();
		for (int i = 0; i < Math.min(all, MOST_IMAGES); i++) {
			int image = i;
			panels.add(Panel.of("", side, side, IntStream.range(0, size).mapToDouble(k -> numbers[matrix ? k * all + image : image * size + k]).toArray()));
		}
		return Optional.of(model(v, panels, (int) Math.ceil(Math.sqrt(2.0 * panels.size())), false));
	}

	private static ImageModel model(StepValue v, List<Panel> panels, int across, boolean figures) {
		double least = Arrays.stream(v.numbers()).min().orElse(0) / v.scale();
		double most = Arrays.stream(v.numbers()).max().orElse(0) / v.scale();
		double largest = Math.max(Math.abs(least), Math.abs(most));
		double size = largest > 0 ? largest : 1; // where all is 0, as good as any
		return new ImageModel(v.name(), v.name(), 0, panels, across, least < 0 ? Colours.DIVERGING : Colours.SEQUENTIAL, least < 0 ? -size : 0, size, figures);
	}
}
