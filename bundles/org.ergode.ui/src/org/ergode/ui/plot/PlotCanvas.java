// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IErrorBar;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.ergode.run.picture.Picture;
import org.ergode.run.picture.PlotModel;
import org.ergode.run.picture.PlotModel.Style;
import org.ergode.ui.Theme;

/** A plot as a chart. */
final class PlotCanvas implements PictureCanvas {
	private static final int MARK = 3;
	private static final int LINE = 2;

	private final Chart chart;
	private final PlotPresenter presenter;
	private Palette palette;
	private final AxisLabels xLabels;
	private final AxisLabels yLabels;
	private boolean drawing;

	PlotCanvas(Composite parent, PlotModel model, Consumer<String> readout) {
		presenter = new PlotPresenter(model);
		chart = new Chart(parent, SWT.NONE);
		palette = Palette.on(parent.getBackground());
		chart.getTitle().setVisible(false);
		chart.getLegend().setPosition(SWT.TOP);
		dress();
		xLabels = new AxisLabels(chart, x());
		yLabels = new AxisLabels(chart, y());
		chart.getPlotArea().getControl().addListener(SWT.Resize, event -> follow());
		Theme.whenGroundChanges(chart, this::followTheme);
		new PlotMouse(this, readout);
		draw();
	}

	private void dress() {
		chart.setBackground(palette.ground());
		chart.getPlotArea().setBackground(palette.ground());
		chart.getLegend().setBackground(palette.ground());
		chart.getLegend().setForeground(palette.ink());
		for (IAxis axis : new IAxis[] {x(), y()}) {
			axis.getTitle().setForeground(palette.ink());
			axis.getTitle().setFont(chart.getFont());
			axis.getTick().setForeground(palette.faint());
			axis.getGrid().setForeground(palette.grid());
			axis.getGrid().setStyle(LineStyle.SOLID);
		}
	}

	private void followTheme() {
		palette = Palette.on(chart.getParent().getBackground());
		dress();
		draw();
	}

	Chart chart() {
		return chart;
	}

	PlotPresenter presenter() {
		return presenter;
	}

	private IAxis x() {
		return chart.getAxisSet().getXAxis(0);
	}

	private IAxis y() {
		return chart.getAxisSet().getYAxis(0);
	}

	@Override
	public Control control() {
		return chart;
	}

	@Override
	public Picture picture() {
		return presenter.model();
	}

	@Override
	public void update(Picture picture) {
		if (picture != presenter.model()) {
			presenter.update((PlotModel) picture);
			draw();
		}
	}

	@Override
	public void reset() {
		presenter.fit();
		draw();
	}

	void setLogX(boolean logarithmic) {
		presenter.setLogX(logarithmic);
		draw();
	}

	void setLogY(boolean logarithmic) {
		presenter.setLogY(logarithmic);
		draw();
	}

	void showLegend(boolean visible) {
		chart.getLegend().setVisible(visible);
		chart.redraw();
	}

	/** The chart measures its axes when it is resized itself, which behind another tab is before its parts have their room. */
	private void follow() {
		if (!drawing) {
			draw();
		}
	}

	/** Draws what the presenter has, keeping series that are there already. */
	void draw() {
		drawing = true;
		try {
			chart.suspendUpdate(true);
			showCurves();
			chart.suspendUpdate(false);
			label();
		} finally {
			drawing = false;
		}
		chart.redraw();
	}

	private void showCurves() {
		x().enableLogScale(false);
		y().enableLogScale(false);
		List<Curve> curves = presenter.curves();
		removeOthers(curves);
		for (int i = 0; i < curves.size(); i++) {
			draw(curves.get(i), palette.curve(i));
		}
		x().getTitle().setText(presenter.model().x().caption());
		y().getTitle().setText(presenter.model().y().caption());
		x().setRange(new Range(presenter.x().low(), presenter.x().high()));
		y().setRange(new Range(presenter.y().low(), presenter.y().high()));
		boolean points = curves.stream().anyMatch(c -> c.x().length > 0);
		x().enableLogScale(presenter.isLogX() && points);
		y().enableLogScale(presenter.isLogY() && points);
	}

	/** Ranges alone, while the mouse moves. */
	void drawRanges() {
		x().setRange(new Range(presenter.x().low(), presenter.x().high()));
		y().setRange(new Range(presenter.y().low(), presenter.y().high()));
		label();
		chart.redraw();
	}

	/** When the chart is laid out: how much is labelled depends on the room. */
	private void label() {
		yLabels.show(presenter.y());
		xLabels.show(presenter.x());
	}

	private void removeOthers(List<Curve> curves) {
		Set<String> wanted = new HashSet<>();
		curves.forEach(c -> wanted.add(c.name()));
		for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
			if (!wanted.contains(series.getId())) {
				chart.getSeriesSet().deleteSeries(series.getId());
			}
		}
	}

	private void draw(Curve curve, Color colour) {
		ISeries<?> known = chart.getSeriesSet().getSeries(curve.name());
		ILineSeries<?> series = (ILineSeries<?>) (known != null ? known : chart.getSeriesSet().createSeries(SeriesType.LINE, curve.name()));
		boolean marks = curve.style().marks(curve.x().length);
		series.setXSeries(curve.x());
		series.setYSeries(curve.y());
		series.setAntialias(SWT.ON);
		series.setLineColor(colour);
		series.setLineWidth(LINE);
		series.setLineStyle(marks ? LineStyle.NONE : LineStyle.SOLID);
		series.setSymbolType(marks ? PlotSymbolType.CIRCLE : PlotSymbolType.NONE);
		series.setSymbolColor(colour);
		series.setSymbolSize(MARK);
		series.enableStep(curve.style() == Style.STEPS || curve.style() == Style.BARS);
		series.enableArea(curve.style() == Style.BARS);
		series.setVisible(curve.x().length > 0);
		IErrorBar bars = series.getYErrorBar();
		boolean withError = curve.error().length > 0;
		bars.setVisible(withError);
		if (withError) {
			bars.setPlusErrors(curve.error());
			bars.setMinusErrors(curve.error());
			bars.setColor(colour);
			bars.setLineWidth(1);
		}
	}

	@Override
	public ImageData snapshot() {
		Point size = chart.getSize();
		Image image = new Image(chart.getDisplay(), Math.max(1, size.x), Math.max(1, size.y));
		try {
			chart.renderOffscreenImage(image);
			return image.getImageData();
		} finally {
			image.dispose();
		}
	}
}
