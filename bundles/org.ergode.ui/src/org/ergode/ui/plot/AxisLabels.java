// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.List;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IAxis.Direction;

/**
 * The labels of an axis. The chart goes along the axis and leaves out each label that would overlap the one before, or the
 * beginning of the axis, so that on a logarithmic axis it would leave out 10, 100 and 1000. Here the labels are chosen first. The
 * chart leaves out none when it is told that they are turned. It does not turn those of an upright axis; those of a horizontal one
 * are empty for the chart, and written by this class.
 */
final class AxisLabels {
	private final Chart chart;
	private final IAxis axis;
	private final boolean horizontal;
	private LogTicks ticks = new LogTicks(1, List.of());

	AxisLabels(Chart chart, IAxis axis) {
		this.chart = chart;
		this.axis = axis;
		horizontal = axis.getDirection() == Direction.X;
		if (horizontal) {
			chart.addPaintListener(this::paint);
		}
	}

	/** Chooses labels for what the axis shows and for the room that it has. */
	void show(AxisRange range) {
		if (!axis.isLogScaleEnabled()) {
			axis.getTick().setTickLabelAngle(0);
			axis.getTick().setFormat(TickFormat.linear(range));
			return;
		}
		ticks = choose(range);
		axis.getTick().setTickLabelAngle(1);
		axis.getTick().setFormat(TickFormat.logarithmic(horizontal ? value -> false : ticks::isLabelled));
	}

	private LogTicks choose(AxisRange range) {
		Point area = chart.getPlotArea().getSize();
		GC gc = new GC(chart);
		try {
			gc.setFont(axis.getTick().getFont());
			return LogTicks.of(range, horizontal ? area.x : area.y, value -> {
				Point size = gc.textExtent(TickFormat.logarithmic(value));
				return horizontal ? size.x : size.y;
			});
		} finally {
			gc.dispose();
		}
	}

	private void paint(PaintEvent event) {
		if (!axis.isLogScaleEnabled()) {
			return;
		}
		GC gc = event.gc;
		gc.setFont(axis.getTick().getFont());
		gc.setForeground(axis.getTick().getForeground());
		Rectangle area = axis.getTick().getBounds();
		int left = chart.getPlotArea().getBounds().x;
		for (double value : axis.getTick().getTickLabelValues()) {
			if (ticks.isLabelled(value)) {
				String text = TickFormat.logarithmic(value);
				Point size = gc.textExtent(text);
				int x = Math.min(left + axis.getPixelCoordinate(value) - size.x / 2, chart.getSize().x - size.x);
				gc.drawText(text, x, area.y + area.height - size.y, true);
			}
		}
	}
}
