// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ergode.compiler.analysis.Columns;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.ExperimentIr.Show;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.ImageModel.Colours;
import org.ergode.run.picture.ImageModel.Panel;
import org.ergode.run.picture.Picture;
import org.ergode.run.picture.PlotModel;

/** Makes the picture of a {@code show} statement: matrices as panels of cells, what varies as a curve. */
final class ShowMaker {
	/** Larger matrices have no room for figures. */
	private static final int FIGURES = 12;
	/** More images would be too small. */
	private static final int PANELS = 100;
	private static final int IN_A_ROW = 10;
	/** So many images have room for the names of their axes. */
	private static final int NAMED = 12;

	private final Show show;
	private final SweepPoint point;

	private ShowMaker(Show show, SweepPoint point) {
		this.show = show;
		this.point = point;
	}

	/** @return empty as long as its values are not known */
	static Optional<Picture> make(int which, SweepPoint point, String name, DisplayUnits units) {
		Show show = point.experiment().shows().get(which);
		Columns columns = point.analysis().columns();
		if (!show.values().stream().allMatch(columns::canEvaluate)) {
			return Optional.empty();
		}
		List<Column> values = show.values().stream().map(v -> columns.evaluate("", v.type().dimension(), v)).toList();
		ShowMaker maker = new ShowMaker(show, point);
		boolean varies = values.stream().anyMatch(c -> c.axes().stream().anyMatch(a -> a.kind() != Axis.Kind.COMPONENT));
		boolean planes = values.stream().allMatch(c -> c.axes().stream().filter(a -> a.kind().isSpace()).count() >= 2 && c.axes().stream().noneMatch(a -> a.kind() == Axis.Kind.COMPONENT));
		boolean images = varies && show.form().equals("image") && values.stream().allMatch(c -> c.axes().stream().anyMatch(a -> a.kind() == Axis.Kind.COMPONENT));
		return Optional.of(planes ? maker.planes(values, name) : images ? maker.images(values, name) : varies ? maker.curves(values, name, units) : maker.image(values, name));
	}

	private ImageModel image(List<Column> values, String name) {
		List<Panel> panels = new ArrayList<>();
		boolean table = false;
		for (int i = 0; i < values.size(); i++) {
			boolean confusion = isConfusion(show.values().get(i));
			table |= confusion;
			panels.addAll(panels(values.get(i), shape(values.get(i)), show.labels().get(i), confusion));
		}
		return image(panels, table, name);
	}

	/**
	 * What varies, as an image at each coordinate of its other axes: each sample, pattern or sweep. Where there are two of them, each coordinate of the first has a row of its own.
	 * Of very many some are shown, evenly apart.
	 */
	private ImageModel images(List<Column> values, String name) {
		List<Panel> panels = new ArrayList<>();
		int size = show.rows() * show.columns();
		List<Axis> outer = values.getFirst().axes().stream().filter(a -> a.kind() != Axis.Kind.COMPONENT).toList();
		int inner = outer.getLast().length();
		int most = values.size() == 1 && outer.size() == 1 ? PANELS : IN_A_ROW;
		boolean named = Math.min(inner, most) * values.size() <= NAMED && outer.size() == 1;
		for (int i = 0; i < values.size(); i++) {
			double[] v = values.get(i).values();
			for (int row = 0; row < Math.min(v.length / size / inner, PANELS / Math.min(inner, most)); row++) {
				for (int k = 0; k < Math.min(inner, most); k++) {
					int item = row * inner + (inner <= most ? k : (int) ((long) k * (inner - 1) / (most - 1)));
					panels.add(Panel.of((values.size() > 1 ? show.labels().get(i) + " " : "") + place(outer, item, named), show.rows(), show.columns(), Arrays.copyOfRange(v, item * size, (item + 1) * size)));
				}
			}
		}
		String axes = named ? "" : outer.stream().map(Axis::name).collect(Collectors.joining(", ", " at each ", ""));
		ImageModel image = image(panels, false, name, String.join(", ", show.labels()) + axes);
		return outer.size() == 1 ? image : new ImageModel(image.name(), image.title(), image.line(), panels, Math.min(inner, most), image.colours(), image.low(), image.high(), image.figures());
	}

	private static String place(List<Axis> axes, int index, boolean named) {
		String text = "";
		int rest = index;
		for (Axis a : axes.reversed()) {
			String value = Quantities.display(Math.round(1e2 * a.coordinates()[rest % a.length()]) * 1e-2, a.dimension());
			text = (named ? a.name() + " " : "") + value + (text.isEmpty() ? "" : ", " + text);
			rest /= a.length();
		}
		return text;
	}

	/** A field in a plane at each time, the first coordinate to the right and the second upwards; of a room the middle plane. */
	private ImageModel planes(List<Column> values, String name) {
		List<Panel> panels = new ArrayList<>();
		for (int i = 0; i < values.size(); i++) {
			Column c = values.get(i);
			List<Axis> space = c.axes().stream().filter(a -> a.kind().isSpace()).toList();
			int columns = space.get(0).length();
			int rows = space.get(1).length();
			int depth = space.size() < 3 ? 1 : space.get(2).length();
			int plane = rows * columns * depth;
			for (int at = 0; at < c.values().length; at += plane) {
				double[] v = new double[rows * columns];
				for (int k = 0; k < v.length; k++) {
					v[k] = c.values()[at + (k % columns * rows + rows - 1 - k / columns) * depth + depth / 2];
				}
				Axis first = c.axes().getFirst();
				String when = first.kind().isSpace() ? "" : ", " + first.name() + " = " + Quantities.display(first.coordinates()[at / plane % first.length()], first.dimension());
				panels.add(Panel.of(show.labels().get(i) + when, rows, columns, v));
			}
		}
		return image(panels, false, name);
	}

	private ImageModel image(List<Panel> panels, boolean table, String name) {
		return image(panels, table, name, String.join(", ", show.labels()));
	}

	private ImageModel image(List<Panel> panels, boolean table, String name, String title) {
		double high = panels.stream().flatMapToDouble(p -> Arrays.stream(p.values())).map(Math::abs).filter(Double::isFinite).max().orElse(1);
		boolean signed = panels.stream().anyMatch(p -> Arrays.stream(p.values()).anyMatch(v -> v < 0));
		boolean figures = panels.size() <= 4 && panels.stream().allMatch(p -> p.rows() <= FIGURES && p.columns() <= FIGURES);
		int across = panels.size() <= 4 ? panels.size() : (int) Math.ceil(Math.sqrt(panels.size()));
		return new ImageModel(name, title(title), show.source().line(), panels, across, signed && !table ? Colours.DIVERGING : Colours.SEQUENTIAL,
				signed && !table ? -high : 0, high == 0 ? 1 : high, figures);
	}

	/** The author's, or else this; at a point of a sweep it says which. */
	private String title(String otherwise) {
		String title = show.title().isEmpty() ? otherwise : show.title();
		return point.condition().isEmpty() ? title : title.isEmpty() ? point.condition() : title + ", " + point.condition();
	}

	private boolean isConfusion(Expr value) {
		return value instanceof Expr.Read r && point.experiment().observes().stream().filter(o -> o.symbol() == r.symbol()).map(Observe::value)
				.anyMatch(v -> v instanceof Expr.Special s && s.name().equals("confusion"));
	}

	private static Shape shape(Column c) {
		int[] lengths = c.axes().stream().mapToInt(Axis::length).toArray();
		return switch (lengths.length) {
			case 0 -> Shape.NUMBER;
			case 1 -> Shape.vector(lengths[0]);
			default -> new Shape(lengths[0], c.values().length / lengths[0]);
		};
	}

	private List<Panel> panels(Column c, Shape shape, String label, boolean confusion) {
		if (confusion) {
			List<String> classes = new ArrayList<>();
			for (int i = 1; i <= shape.rows(); i++) {
				classes.add(Integer.toString(i));
			}
			return List.of(new Panel(label, shape.rows(), shape.columns(), c.values(), classes, classes, "target", "answer"));
		}
		if (!show.byColumns() && !show.byRows()) {
			boolean reshaped = show.form().equals("image") && (long) show.rows() * show.columns() == shape.size();
			return List.of(Panel.of(label, reshaped ? show.rows() : shape.rows(), reshaped ? show.columns() : shape.columns(), c.values()));
		}
		List<Panel> panels = new ArrayList<>();
		int items = show.byColumns() ? shape.columns() : shape.rows();
		int length = show.byColumns() ? shape.rows() : shape.columns();
		boolean image = show.form().equals("image") && show.rows() * show.columns() == length;
		for (int i = 0; i < items; i++) {
			double[] item = new double[length];
			for (int j = 0; j < length; j++) {
				item[j] = c.values()[show.byColumns() ? j * shape.columns() + i : i * shape.columns() + j];
			}
			panels.add(Panel.of("", image ? show.rows() : length, image ? show.columns() : 1, item));
		}
		return panels;
	}

	/** What varies, over its last axis. */
	private PlotModel curves(List<Column> values, String name, DisplayUnits units) {
		List<PlotModel.Series> series = new ArrayList<>();
		Axis axis = values.getFirst().axes().getLast();
		DisplayUnits.Unit x = units.unit(axis.dimension(), ColumnTables.typical(axis.coordinates()));
		DisplayUnits.Unit y = units.unit(values.getFirst().dimension(), ColumnTables.typical(values.getFirst().values()));
		for (int i = 0; i < values.size(); i++) {
			Column c = values.get(i);
			int n = c.axes().getLast().length();
			for (int from = 0; from < c.values().length; from += n) {
				series.add(new PlotModel.Series(show.labels().get(i), PlotModel.Style.LINE, x.of(c.axes().getLast().coordinates()),
						y.of(Arrays.copyOfRange(c.values(), from, from + n)), new double[0]));
			}
		}
		return new PlotModel(name, title(""), show.source().line(), new PlotModel.Scale(axis.name(), x.symbol(), false),
				new PlotModel.Scale(String.join(", ", show.labels()), y.symbol(), false), series);
	}
}
