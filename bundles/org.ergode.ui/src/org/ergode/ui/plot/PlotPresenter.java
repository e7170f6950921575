// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.ergode.run.picture.PlotModel;

/**
 * What a chart shows of a plot, without the chart: curves, ranges, captions. While a run goes on the ranges follow the curves; once
 * the user has zoomed they stay, until they are reset.
 */
final class PlotPresenter {
	private PlotModel model;
	private Boolean logX;
	private Boolean logY;
	private AxisRange x;
	private AxisRange y;
	private boolean zoomed;

	PlotPresenter(PlotModel model) {
		update(model);
	}

	void update(PlotModel latest) {
		model = latest;
		if (!zoomed) {
			fit();
		}
	}

	PlotModel model() {
		return model;
	}

	boolean isLogX() {
		return Objects.requireNonNullElse(logX, model.x().logarithmic());
	}

	boolean isLogY() {
		return Objects.requireNonNullElse(logY, model.y().logarithmic());
	}

	/** The user's choice, over the model's. */
	void setLogX(boolean logarithmic) {
		logX = logarithmic;
		fit();
	}

	void setLogY(boolean logarithmic) {
		logY = logarithmic;
		fit();
	}

	/** Back to all that there is. */
	void fit() {
		zoomed = false;
		List<Curve> curves = curves();
		x = AxisRange.around(curves.stream().map(Curve::x).toArray(double[][]::new), isLogX());
		y = AxisRange.around(curves.stream().flatMap(PlotPresenter::extent).toArray(double[][]::new), isLogY());
		boolean fromZero = !isLogY() && curves.stream().allMatch(c -> c.style() == PlotModel.Style.BARS) && y.high() > 0;
		if (fromZero) {
			y = new AxisRange(0, y.high(), false);
		}
	}

	/** The values with the ends of their error bars. */
	private static Stream<double[]> extent(Curve curve) {
		double[] low = curve.y().clone();
		double[] high = curve.y().clone();
		for (int i = 0; i < curve.error().length; i++) {
			low[i] -= curve.error()[i];
			high[i] += curve.error()[i];
		}
		return Stream.of(curve.y(), low, high);
	}

	List<Curve> curves() {
		return model.series().stream().map(s -> Curve.of(s, isLogX(), isLogY())).toList();
	}

	AxisRange x() {
		return x;
	}

	AxisRange y() {
		return y;
	}

	void show(AxisRange newX, AxisRange newY) {
		x = newX;
		y = newY;
		zoomed = true;
	}

	boolean isZoomed() {
		return zoomed;
	}

	/** Where the mouse is: {@code t = 12.5 s, msd = 12.4 um^2}. */
	String readout(double atX, double atY) {
		String yName = model.y().label().isEmpty() ? "y" : model.y().label();
		String xName = model.x().label().isEmpty() ? "x" : model.x().label();
		return quantity(xName, atX, model.x().unit()) + "    " + quantity(yName, atY, model.y().unit());
	}

	private static String quantity(String name, double value, String unit) {
		return name + " = " + String.format(Locale.ROOT, "%.4g", value) + (unit.isEmpty() ? "" : " " + unit);
	}
}
