// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.ergode.run.picture.ImageModel;
import org.ergode.run.picture.Picture;
import org.ergode.run.picture.PlotModel;

/** A widget for one picture after the other, for other views. */
public final class PictureView {
	private final Composite stack;
	private final Consumer<String> readout;
	private PlotCanvas plot;
	private ImageCanvas image;

	/** @param readout hears the value under the pointer */
	public PictureView(Composite parent, Consumer<String> readout) {
		this.readout = readout;
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
	}

	public Control control() {
		return stack;
	}

	/** A picture of another name than the one before is shown whole; one of the same name as far as the user has zoomed. */
	public void show(Picture picture) {
		PictureCanvas canvas = switch (picture) {
			case PlotModel model -> {
				plot = plot == null ? new PlotCanvas(stack, model, readout) : plot;
				plot.showLegend(model.series().size() > 1);
				yield plot;
			}
			case ImageModel model -> {
				image = image == null ? new ImageCanvas(stack, model, readout) : image;
				yield image;
			}
		};
		boolean other = !canvas.picture().name().equals(picture.name());
		canvas.update(picture);
		if (other) {
			canvas.reset();
		}
		((StackLayout) stack.getLayout()).topControl = canvas.control();
		stack.layout();
	}
}
