// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/** What {@code css/dark.css} and {@code css/light.css} say of widgets of ours. */
public final class Theme {
	/** Under which the theme looks for the class of a widget. */
	private static final String CLASS = "org.eclipse.e4.ui.css.CssClassName";

	private Theme() {
	}

	/** Full ink for what is to be read: the dark theme greys out labels. */
	public static <C extends Control> C readable(C control) {
		control.setData(CLASS, "ErgodeInk");
		return control;
	}

	/** Ground and ink of a page that we paint ourselves. */
	public static <C extends Control> C page(C control) {
		control.setData(CLASS, "ErgodePage");
		return control;
	}

	/** Calls back, on the UI thread, when a control is painted beside another ground than before: the theme changes it and tells nobody. */
	public static void whenGroundChanges(Control control, Runnable then) {
		Color[] ground = {control.getParent().getBackground()};
		control.addListener(SWT.Paint, event -> {
			Color now = control.getParent().getBackground();
			if (!now.equals(ground[0])) {
				ground[0] = now;
				UiThread.run(() -> {
					if (!control.isDisposed()) {
						then.run();
					}
				});
			}
		});
	}
}
