// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ergode.compiler.analysis.Columns;
import org.ergode.compiler.analysis.FitResult;
import org.ergode.compiler.analysis.Histogram;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr.Plot;
import org.ergode.dsl.ir.ExperimentIr.SweepValue;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;
import org.ergode.run.internal.DisplayUnits.Unit;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.picture.PlotModel.Scale;
import org.ergode.run.picture.PlotModel.Series;
import org.ergode.run.picture.PlotModel.Style;

/**
 * Makes the picture of a {@code plot} statement from the columns that are there: from those of the points of a sweep that are done,
 * and while a run is under way from partial ones.
 */
final class PlotMaker {
	private static final int FEW = 15;

	private final Plot plot;
	private final List<SweepPoint> points;
	private final DisplayUnits units;
	private final Texts texts;
	private final List<Curve> curves = new ArrayList<>();
	private Dimension xDimension = Dimension.NONE;
	private String xLabel = "";
	/** Null: the curves' names. */
	private String yLabel;

	/** In SI. */
	private record Curve(String name, Style style, double[] x, double[] y, double[] error, Dimension dimension) {
	}

	private PlotMaker(Plot plot, List<SweepPoint> points, DisplayUnits units, Texts texts) {
		this.plot = plot;
		this.points = points;
		this.units = units;
		this.texts = texts;
	}

	/**
	 * @param which of the experiment's plots
	 * @param points at least one
	 * @param name of the picture
	 */
	static PlotModel make(int which, List<SweepPoint> points, String name, DisplayUnits units, Texts texts) {
		PlotMaker maker = new PlotMaker(points.getFirst().experiment().plots().get(which), points, units, texts);
		maker.collect(which);
		return maker.finish(name);
	}

	private void collect(int which) {
		int sweep = sweepIndex();
		for (int c = 0; c < plot.curves().size(); c++) {
			if (sweep >= 0) {
				overSweep(which, c, sweep);
			} else {
				for (SweepPoint p : points) {
					Plot at = p.experiment().plots().get(which);
					curve(p, at, at.curves().get(c), plot.labels().get(c), points.size() > 1 ? p.condition() : "");
				}
			}
		}
	}

	/** Which parameter of the sweep is the abscissa; -1: none. */
	private int sweepIndex() {
		List<SweepValue> values = points.getFirst().values();
		for (int i = 0; i < values.size(); i++) {
			if (plot.versus() instanceof Expr.Read r && r.symbol().qualifiedName().equals(values.get(i).name())) {
				return i;
			}
		}
		return -1;
	}

	// ------------------------------------------------------------------ a value at each point of a sweep

	private void overSweep(int which, int c, int sweep) {
		SweepValue parameter = points.getFirst().values().get(sweep);
		xDimension = parameter.type().dimension();
		xLabel = parameter.name();
		List<double[]> rows = new ArrayList<>();
		for (SweepPoint p : points) {
			Expr curve = p.experiment().plots().get(which).curves().get(c);
			Columns columns = p.analysis().columns();
			if (!(curve instanceof Expr.Special) && columns.canEvaluate(curve)) {
				Column value = columns.evaluate("", curve.type().dimension(), curve);
				if (value.values().length == 1) {
					rows.add(new double[] {p.values().get(sweep).value(), value.values()[0], error(p, curve, value)});
				}
			}
		}
		double[] x = rows.stream().mapToDouble(r -> r[0]).toArray();
		double[] y = rows.stream().mapToDouble(r -> r[1]).toArray();
		double[] e = rows.stream().mapToDouble(r -> r[2]).toArray();
		curves.add(new Curve(plot.labels().get(c), Style.POINTS, x, y, e, plot.curves().get(c).type().dimension()));
	}

	private static double error(SweepPoint p, Expr curve, Column value) {
		double jackknife = value.errors()[0];
		if (Double.isNaN(jackknife) && curve instanceof Expr.Read r) {
			for (FitResult f : p.analysis().fits()) {
				int c = f.fit().coefficients().indexOf(r.symbol());
				if (c >= 0) {
					return f.errors()[c];
				}
			}
		}
		return jackknife;
	}

	// ------------------------------------------------------------------ a curve

	private void curve(SweepPoint p, Plot at, Expr curve, String label, String condition) {
		if (curve instanceof Expr.Special special) {
			switch (special.name()) {
				case "fit" -> fits(p, at, condition);
				case "histogram" -> histogram(p, special, label, condition);
				default -> { } // computed live, and read as a column
			}
			return;
		}
		Columns columns = p.analysis().columns();
		if (!columns.canEvaluate(curve) || at.versus() != null && !columns.canEvaluate(at.versus())) {
			return;
		}
		Column y = columns.evaluate("", curve.type().dimension(), curve);
		if (isTrajectory(y)) {
			trajectories(y, curve.type().dimension());
			return;
		}
		Column x = at.versus() == null ? null : columns.evaluate("", at.versus().type().dimension(), at.versus());
		Axis inner = abscissa(x, y);
		if (inner == null) {
			return;
		}
		xDimension = x == null ? inner.dimension() : x.dimension();
		xLabel = x != null ? texts.of(at.versus().source()) : inner.kind() == Axis.Kind.BIN ? binned(p, curve) : inner.name();
		lines(y, x, inner, join(label, condition));
	}

	/** What the histogram is of that the curve is. */
	private String binned(SweepPoint p, Expr curve) {
		return p.experiment().observes().stream().filter(o -> curve instanceof Expr.Read r && r.symbol() == o.symbol()).map(texts::binned).findFirst().orElse("value");
	}

	private static String join(String label, String condition) {
		return condition.isEmpty() ? label : label + ", " + condition;
	}

	/** The axis that the curve runs over: the abscissa's, or the innermost. */
	private static Axis abscissa(Column x, Column y) {
		if (x != null && x.axes().size() == 1) {
			Axis own = x.axes().getFirst();
			return y.axes().stream().filter(a -> a.kind() == own.kind()).findFirst().orElse(null);
		}
		return y.axes().isEmpty() ? null : y.axes().getLast();
	}

	/** One series for each place along the other axes. */
	private void lines(Column y, Column x, Axis inner, String label) {
		int position = y.axes().indexOf(inner);
		int stride = (int) Axis.size(y.axes().subList(position + 1, y.axes().size()));
		int n = inner.length();
		double[] errors = y.replicates().length > 1 ? y.errors() : null;
		for (int start = 0; start < y.values().length; start++) {
			if (start / stride % n != 0 || !isCut(y, inner, start)) {
				continue;
			}
			double[] values = new double[n];
			double[] error = new double[errors == null ? 0 : n];
			for (int i = 0; i < n; i++) {
				values[i] = y.values()[start + i * stride];
				if (errors != null) {
					error[i] = errors[start + i * stride];
				}
			}
			double[] abscissae = x == null ? inner.coordinates() : x.values();
			Style style = errors != null ? Style.POINTS : n <= FEW && inner.kind() != Axis.Kind.EPOCH ? Style.POINTS : Style.LINE;
			curves.add(new Curve(join(label, place(y, inner, start)), style, abscissae, values, error, y.dimension()));
		}
	}

	/** Whether a place is in the middle of all coordinates of space but the abscissa's: a plane or a room is drawn along one line. */
	private static boolean isCut(Column y, Axis inner, int start) {
		int period = y.values().length;
		for (Axis a : y.axes()) {
			period /= a.length();
			if (a != inner && a.kind().isSpace() && start / period % a.length() != a.length() / 2) {
				return false;
			}
		}
		return true;
	}

	/** {@code t = 10 s} on each axis but the abscissa's; empty if that is the only one. */
	private static String place(Column y, Axis inner, int start) {
		List<String> parts = new ArrayList<>();
		int period = y.values().length;
		for (Axis a : y.axes()) {
			period /= a.length();
			if (a != inner) {
				parts.add(a.name() + " = " + Quantities.display(a.coordinates()[start / period % a.length()], a.dimension()));
			}
		}
		return String.join(", ", parts);
	}

	private void fits(SweepPoint p, Plot at, String condition) {
		List<FitResult> shown = p.analysis().fits().stream()
				.filter(f -> at.curves().stream().anyMatch(c -> c instanceof Expr.Read r && r.symbol() == f.fit().observable())).toList();
		for (FitResult f : shown) {
			String name = f.fit().label().isEmpty() ? "fit" : "fit " + f.fit().label();
			curves.add(new Curve(join(name + ": " + texts.of(f.fit().formula().source()), condition), Style.LINE, f.abscissae(), f.curve(), new double[0],
					f.fit().observable().type().dimension()));
		}
	}

	private void histogram(SweepPoint p, Expr.Special special, String label, String condition) {
		Expr of = special.args().getFirst();
		if (!p.analysis().columns().canEvaluate(of)) {
			return;
		}
		Histogram h = p.analysis().columns().histogram(special);
		xDimension = of.type().dimension();
		xLabel = texts.of(of.source());
		yLabel = "probability density";
		curves.add(new Curve(join(label, condition), Style.BARS, h.centres(), h.density(), h.errors(), Dimension.NONE.over(xDimension)));
	}

	/** Some walkers' positions in two dimensions or three, over time. */
	private static boolean isTrajectory(Column c) {
		List<Axis> axes = c.axes();
		return axes.size() == 3 && axes.get(0).kind() == Axis.Kind.WALKER && axes.get(1).kind() == Axis.Kind.TIME
				&& axes.get(2).kind() == Axis.Kind.COMPONENT && axes.get(2).length() >= 2;
	}

	private void trajectories(Column c, Dimension dimension) {
		xDimension = dimension;
		xLabel = "x";
		yLabel = "y";
		int times = c.axes().get(1).length();
		int components = c.axes().get(2).length();
		for (int w = 0; w < c.axes().getFirst().length(); w++) {
			double[] x = new double[times];
			double[] y = new double[times];
			for (int i = 0; i < times; i++) {
				int at = (w * times + i) * components;
				x[i] = c.values()[at];
				y[i] = c.values()[at + 1];
			}
			curves.add(new Curve("walker " + (w + 1), Style.LINE, x, y, new double[0], dimension));
		}
	}

	// ------------------------------------------------------------------ into the author's units

	private PlotModel finish(String name) {
		Unit xUnit = units.unit(xDimension, ColumnTables.typical(curves.stream().flatMapToDouble(c -> DoubleStream.of(c.x)).toArray()));
		Dimension dimension = curves.isEmpty() ? Dimension.NONE : curves.getFirst().dimension;
		Unit yUnit = units.unit(dimension, ColumnTables.typical(curves.stream().flatMapToDouble(c -> DoubleStream.of(c.y)).toArray()));
		List<Series> series = curves.stream().map(c -> drawable(c, xUnit, yUnit)).toList();
		return new PlotModel(name, plot.title(), plot.source().line(), new Scale(xLabel, xUnit.symbol(), plot.logX()),
				new Scale(yLabel(), yUnit.symbol(), plot.logY()), series);
	}

	private String yLabel() {
		if (yLabel != null) {
			return yLabel;
		}
		List<String> names = new ArrayList<>();
		for (int c = 0; c < plot.curves().size(); c++) {
			if (!(plot.curves().get(c) instanceof Expr.Special)) {
				names.add(plot.labels().get(c));
			}
		}
		return String.join(", ", names);
	}

	/** Without the values that cannot be drawn. */
	private Series drawable(Curve c, Unit xUnit, Unit yUnit) {
		int n = Math.min(c.x.length, c.y.length);
		int[] kept = IntStream.range(0, n)
				.filter(i -> Double.isFinite(c.x[i]) && Double.isFinite(c.y[i]) && (!plot.logX() || c.x[i] > 0) && (!plot.logY() || c.y[i] > 0)).toArray();
		double[] error = c.error.length == 0 || Arrays.stream(c.error).allMatch(Double::isNaN) ? new double[0] : yUnit.of(pick(c.error, kept));
		return new Series(c.name, c.style, xUnit.of(pick(c.x, kept)), yUnit.of(pick(c.y, kept)), error);
	}

	private static double[] pick(double[] all, int[] kept) {
		return Arrays.stream(kept).mapToDouble(i -> all[i]).toArray();
	}
}
