// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.ergode.run.picture.ImageModel;

/** A widget for matrices as pictures, for other views. */
public final class ImageView {
	private final ImageCanvas canvas;

	/** @param readout hears the value under the pointer */
	public ImageView(Composite parent, ImageModel first, Consumer<String> readout) {
		canvas = new ImageCanvas(parent, first, readout);
	}

	public Control control() {
		return canvas.control();
	}

	public void show(ImageModel image) {
		canvas.update(image);
	}
}
