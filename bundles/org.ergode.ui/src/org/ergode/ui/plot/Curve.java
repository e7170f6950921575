// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.Arrays;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.picture.PlotModel.Style;

/**
 * A series as the chart draws it: without points that its axes cannot show, and bars as the left edges of a filled staircase.
 *
 * @param error as long as {@code y}, or empty
 */
record Curve(String name, Style style, double[] x, double[] y, double[] error) {
	static Curve of(PlotModel.Series series, boolean logX, boolean logY) {
		PlotModel.Series shown = series.style() == Style.BARS ? staircase(series) : series;
		int n = Math.min(shown.x().length, shown.y().length);
		boolean withError = shown.error().length >= n && n > 0;
		double[] x = new double[n];
		double[] y = new double[n];
		double[] error = new double[withError ? n : 0];
		int kept = 0;
		for (int i = 0; i < n; i++) {
			double xi = shown.x()[i];
			double yi = shown.y()[i];
			if (Double.isFinite(xi) && Double.isFinite(yi) && !(logX && xi <= 0) && !(logY && yi <= 0)) {
				x[kept] = xi;
				y[kept] = yi;
				if (withError) {
					error[kept] = drawable(shown.error()[i], yi, logY);
				}
				kept++;
			}
		}
		return new Curve(series.name(), series.style(), Arrays.copyOf(x, kept), Arrays.copyOf(y, kept), Arrays.copyOf(error, withError ? kept : 0));
	}

	/** A bar's error may be unknown; on a logarithmic axis it may not reach zero. */
	private static double drawable(double error, double y, boolean logY) {
		if (!(error > 0)) {
			return 0;
		}
		return logY ? Math.min(error, 0.999 * y) : error;
	}

	private static PlotModel.Series staircase(PlotModel.Series bars) {
		int n = bars.x().length;
		if (n == 0) {
			return bars;
		}
		double width = n > 1 ? (bars.x()[n - 1] - bars.x()[0]) / (n - 1) : 1;
		double[] x = new double[n + 1];
		double[] y = Arrays.copyOf(bars.y(), n + 1);
		for (int i = 0; i < n; i++) {
			x[i] = bars.x()[i] - width / 2;
		}
		x[n] = bars.x()[n - 1] + width / 2;
		y[n] = bars.y()[n - 1];
		return new PlotModel.Series(bars.name(), bars.style(), x, y, new double[0]);
	}
}
