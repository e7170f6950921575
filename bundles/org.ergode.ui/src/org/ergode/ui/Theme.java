// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui;

import org.eclipse.swt.widgets.Control;

/** What {@code css/dark.css} says of widgets of ours. */
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
}
