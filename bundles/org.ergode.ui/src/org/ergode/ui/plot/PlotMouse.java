// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.ICustomPaintListener;

/**
 * The mouse on a chart: the wheel zooms at the pointer (with Ctrl only x, with Shift only y), dragging marks what to zoom into,
 * dragging with Shift or the middle button moves, a double click shows everything.
 */
final class PlotMouse implements ICustomPaintListener {
	private static final double STEP = 0.85;
	private static final int LEAST_DRAG = 6;

	private final PlotCanvas canvas;
	private final Control area;
	private final Consumer<String> readout;
	private Point pressed;
	private Point now;
	private boolean moving;

	PlotMouse(PlotCanvas canvas, Consumer<String> readout) {
		this.canvas = canvas;
		this.readout = readout;
		area = canvas.chart().getPlotArea().getControl();
		canvas.chart().getPlotArea().addCustomPaintListener(this);
		area.addListener(SWT.MouseVerticalWheel, this::wheel);
		area.addListener(SWT.MouseDown, this::down);
		area.addListener(SWT.MouseMove, this::move);
		area.addListener(SWT.MouseUp, this::up);
		area.addListener(SWT.MouseDoubleClick, event -> canvas.reset());
		area.addListener(SWT.MouseExit, event -> readout.accept(""));
	}

	private double acrossX(int pixel) {
		return (double) pixel / Math.max(1, area.getSize().x);
	}

	private double acrossY(int pixel) {
		return 1 - (double) pixel / Math.max(1, area.getSize().y);
	}

	private void wheel(Event event) {
		double factor = event.count > 0 ? STEP : 1 / STEP;
		PlotPresenter plot = canvas.presenter();
		boolean onlyX = (event.stateMask & SWT.MOD1) != 0;
		boolean onlyY = (event.stateMask & SWT.SHIFT) != 0;
		plot.show(onlyY ? plot.x() : plot.x().zoomed(factor, acrossX(event.x)), onlyX ? plot.y() : plot.y().zoomed(factor, acrossY(event.y)));
		event.doit = false;
		canvas.drawRanges();
	}

	private void down(Event event) {
		if (event.button == 1 || event.button == 2) {
			pressed = new Point(event.x, event.y);
			now = pressed;
			moving = event.button == 2 || (event.stateMask & SWT.SHIFT) != 0;
		}
	}

	private void move(Event event) {
		PlotPresenter plot = canvas.presenter();
		readout.accept(plot.readout(plot.x().value(acrossX(event.x)), plot.y().value(acrossY(event.y))));
		if (pressed == null) {
			return;
		}
		if (moving) {
			plot.show(plot.x().shifted(acrossX(now.x) - acrossX(event.x)), plot.y().shifted(acrossY(now.y) - acrossY(event.y)));
			canvas.drawRanges();
		} else {
			area.redraw();
		}
		now = new Point(event.x, event.y);
	}

	private void up(Event event) {
		if (pressed != null && !moving && isMarked()) {
			PlotPresenter plot = canvas.presenter();
			plot.show(plot.x().part(acrossX(pressed.x), acrossX(now.x)), plot.y().part(acrossY(pressed.y), acrossY(now.y)));
			canvas.drawRanges();
		}
		pressed = null;
		area.redraw();
	}

	private boolean isMarked() {
		return Math.abs(now.x - pressed.x) > LEAST_DRAG && Math.abs(now.y - pressed.y) > LEAST_DRAG;
	}

	@Override
	public void paintControl(PaintEvent event) {
		if (pressed == null || moving || !isMarked()) {
			return;
		}
		Rectangle marked = new Rectangle(Math.min(pressed.x, now.x), Math.min(pressed.y, now.y), Math.abs(now.x - pressed.x), Math.abs(now.y - pressed.y));
		GC gc = event.gc;
		gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
		gc.setForeground(gc.getDevice().getSystemColor(SWT.COLOR_LIST_SELECTION));
		gc.setAlpha(48);
		gc.fillRectangle(marked);
		gc.setAlpha(255);
		gc.drawRectangle(marked);
	}
}
