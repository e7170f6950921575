// SPDX-License-Identifier: EPL-2.0
package org.ergode.run.internal.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.picture.PlotModel.Series;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.knowm.xchart.style.theme.XChartTheme;

/** Draws a plot with XChart: little ink, large letters, colours that colour-blind readers can tell apart (Okabe and Ito 2008). */
final class PlotPainter {
	static final int WIDTH = 900;
	static final int HEIGHT = 600;
	private static final Color[] COLOURS = {new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7), new Color(0xE69F00),
			new Color(0x56B4E9)};
	private static final Color INK = new Color(0x222222);
	private static final Color GRID = new Color(0xE4E4E4);
	/** More series than that are a bundle of curves, whose names nobody reads. */
	private static final int NAMED = 8;

	private PlotPainter() {
	}

	static void paint(PlotModel plot, Graphics2D g) {
		XYChart chart = new XYChart(WIDTH, HEIGHT, new XChartTheme());
		chart.setTitle(plot.title());
		chart.setXAxisTitle(plot.x().caption());
		chart.setYAxisTitle(plot.y().caption());
		style(chart.getStyler(), plot);
		for (int i = 0; i < plot.series().size(); i++) {
			Series s = plot.series().get(i);
			if (s.x().length > 0) {
				add(chart, s, uniqueName(plot, i), COLOURS[i % COLOURS.length], plot.series().size() > NAMED);
			}
		}
		if (chart.getSeriesMap().isEmpty()) {
			chart.addSeries(" ", new double[] {1}, new double[] {1}).setMarker(SeriesMarkers.NONE);
			chart.getStyler().setLegendVisible(false);
		}
		chart.paint(g, WIDTH, HEIGHT);
	}

	private static void style(XYStyler style, PlotModel plot) {
		style.setChartBackgroundColor(Color.WHITE).setChartTitleBoxVisible(false).setChartTitleVisible(!plot.title().isEmpty())
				.setChartTitleFont(font(Font.BOLD, 19)).setChartFontColor(INK).setChartPadding(14);
		style.setLegendPosition(LegendPosition.OutsideS).setLegendLayout(LegendLayout.Horizontal).setLegendFont(font(Font.PLAIN, 15))
				.setLegendBorderColor(Color.WHITE).setLegendBackgroundColor(Color.WHITE)
				.setLegendVisible(plot.series().size() > 1 && plot.series().size() <= NAMED);
		style.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1)).setPlotBackgroundColor(Color.WHITE).setPlotBorderVisible(false);
		style.setAxisTitleFont(font(Font.PLAIN, 17)).setAxisTickLabelsFont(font(Font.PLAIN, 15)).setAxisTickLabelsColor(INK)
				.setAxisTickMarksColor(INK).setAxisTickMarkLength(5).setPlotMargin(0).setAxisTicksLineVisible(true);
		style.setXAxisLogarithmic(plot.x().logarithmic()).setYAxisLogarithmic(plot.y().logarithmic());
		style.setXAxisTickMarkSpacingHint(105).setYAxisTickMarkSpacingHint(62);
		style.setErrorBarsColorSeriesColor(true).setMarkerSize(7);
		style.setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
		if (plot.series().stream().anyMatch(s -> s.style() == PlotModel.Style.BARS)) {
			style.setPlotContentSize(1); // bars stand on their axis
		}
		Ticks x = Ticks.of(plot, true);
		Ticks y = Ticks.of(plot, false);
		style.setXAxisMin(x.low()).setXAxisMax(x.high()).setYAxisMin(y.low()).setYAxisMax(y.high());
		if (!plot.x().logarithmic()) {
			style.setxAxisTickLabelsFormattingFunction(x::label);
		}
		if (!plot.y().logarithmic()) {
			style.setyAxisTickLabelsFormattingFunction(y::label);
		}
	}

	private static void add(XYChart chart, Series s, String name, Color colour, boolean bundle) {
		boolean errors = s.error().length > 0 && s.style() != PlotModel.Style.BARS && Arrays.stream(s.error()).anyMatch(e -> e > 0);
		XYSeries series = switch (s.style()) {
			case BARS -> chart.addSeries(name, corners(s.x()), heights(s.y()));
			default -> errors ? chart.addSeries(name, s.x(), s.y(), finite(s.error())) : chart.addSeries(name, s.x(), s.y());
		};
		series.setXYSeriesRenderStyle(switch (s.style()) {
			case LINE -> XYSeriesRenderStyle.Line;
			case POINTS -> XYSeriesRenderStyle.Scatter;
			case STEPS -> XYSeriesRenderStyle.Step;
			case BARS -> XYSeriesRenderStyle.Area;
		});
		series.setLineColor(colour).setLineStyle(new BasicStroke(s.style() == PlotModel.Style.BARS || bundle ? 1.2f : 2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 70));
		series.setMarkerColor(colour);
		series.setMarker(s.style().marks(s.x().length) ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
	}

	/** The x of the corners of touching bars, from left to right. */
	private static double[] corners(double[] centres) {
		int n = centres.length;
		double[] corners = new double[2 * n + 2];
		for (int i = 0; i <= n; i++) {
			double edge = n == 1 ? centres[0] + i - 0.5
					: i == 0 ? 1.5 * centres[0] - 0.5 * centres[1]
					: i == n ? 1.5 * centres[n - 1] - 0.5 * centres[n - 2]
					: (centres[i - 1] + centres[i]) / 2;
			corners[2 * i] = edge;
			corners[2 * i + 1] = edge;
		}
		return corners;
	}

	private static double[] heights(double[] bars) {
		double[] heights = new double[2 * bars.length + 2];
		for (int i = 0; i < bars.length; i++) {
			heights[2 * i + 1] = bars[i];
			heights[2 * i + 2] = bars[i];
		}
		return heights;
	}

	private static double[] finite(double[] errors) {
		return Arrays.stream(errors).map(e -> Double.isFinite(e) ? e : 0).toArray();
	}

	private static String uniqueName(PlotModel plot, int index) {
		String name = plot.series().get(index).name();
		long before = plot.series().subList(0, index).stream().filter(s -> s.name().equals(name)).count();
		return before == 0 && !name.isEmpty() ? name : name + " ".repeat((int) before + 1);
	}

	static Font font(int style, int size) {
		return new Font(Font.SANS_SERIF, style, size);
	}
}
