// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.application;

import java.util.Set;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.PlatformUI;
import org.ergode.ui.UiThread;

/**
 * From dark to light without a restart. The dark theme gives colours to kinds of widgets of which the light one says nothing, so they would keep them, pale on
 * white. They are given back their own, and the theme is applied once more.
 */
final class ThemeSwitch {
	/** Widgets that have no colours but the theme's. What paints itself looks after itself. */
	private static final Set<Class<?>> PLAIN = Set.of(Button.class, CLabel.class, Composite.class, CTabFolder.class, Group.class, Label.class, Link.class, SashForm.class,
			ScrolledComposite.class, Shell.class, Table.class, Text.class, ToolBar.class, Tree.class);

	private static final int MIDDLE = 128;
	private static final int MOST_LOOKS = 60;
	/** Between two looks, in milliseconds. */
	private static final int PAUSE = 250;

	private ThemeSwitch() {
	}

	static void follow() {
		PlatformUI.getWorkbench().getService(IEventBroker.class).subscribe(IThemeEngine.Events.THEME_CHANGED, event -> UiThread.run(() -> brighten(MOST_LOOKS)));
	}

	/** The windowing system follows the theme when it finds time, and only then are its own colours light. @param looks how often to look again whether it has */
	private static void brighten(int looks) {
		if (!PlatformUI.isWorkbenchRunning()) {
			return;
		}
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		ITheme theme = engine.getActiveTheme();
		if (theme == null || theme.getId().contains("dark")) {
			return;
		}
		boolean light = true;
		for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
			giveBack(shell);
			light &= shell.getForeground().getRed() < MIDDLE;
			engine.applyStyles(shell, true);
			shell.redraw();
		}
		if (!light && looks > 0) {
			UiThread.later(PAUSE, () -> brighten(looks - 1));
		}
	}

	private static void giveBack(Control control) {
		if (PLAIN.contains(control.getClass())) {
			control.setForeground(null);
			control.setBackground(null);
		}
		if (control instanceof CTabFolder folder) {
			folder.setSelectionForeground(null);
			folder.setSelectionBackground((Color) null);
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				giveBack(child);
			}
		}
	}
}
