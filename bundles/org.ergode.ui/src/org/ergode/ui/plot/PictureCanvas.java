// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Control;
import org.ergode.run.picture.Picture;

/** A widget that shows one picture of a run, and later versions of it. */
interface PictureCanvas {
	Control control();

	Picture picture();

	/** @param picture of the same kind as before */
	void update(Picture picture);

	/** Shows all that there is. */
	void reset();

	/** @return the picture as it is shown */
	ImageData snapshot();
}
