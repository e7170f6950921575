// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.application;

import java.util.Set;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
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
import org.osgi.service.event.Event;

/**
 * From dark to light without a restart. The dark theme gives colours to kinds of widgets of which the light one says nothing, so they would keep them, pale on
 * white. They are given back their own, and the theme is applied once more. Words get black, lists white below them, buttons and tabs a light grey: what GTK says are its own colours is sometimes
 * still the dark theme's.
 */
final class ThemeSwitch {
	/** Widgets that have no colours but the theme's. What paints itself looks after itself. */
	private static final Set<Class<?>> PLAIN = Set.of(Button.class, CLabel.class, Composite.class, CTabFolder.class, Group.class, Label.class, Link.class, SashForm.class,
			ScrolledComposite.class, Shell.class, Table.class, Text.class, ToolBar.class, Tree.class);

	/** Words on white. */
	private static final Set<Class<?>> SHEETS = Set.of(Table.class, Text.class, Tree.class);

	/** Of what stands between them, as GTK's own light theme has it. */
	private static final Color PANEL = new Color(246, 245, 244);

	private ThemeSwitch() {
	}

	static void follow() {
		PlatformUI.getWorkbench().getService(IEventBroker.class).subscribe(IThemeEngine.Events.THEME_CHANGED, ThemeSwitch::changed);
	}

	private static void changed(Event event) {
		if (event.getProperty(IThemeEngine.Events.THEME) instanceof ITheme theme && !theme.getId().contains("dark")) {
			UiThread.run(ThemeSwitch::brighten);
		}
	}

	private static void brighten() {
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		for (Shell shell : PlatformUI.getWorkbench().getDisplay().getShells()) {
			giveBack(shell);
			engine.applyStyles(shell, true);
			shell.redraw();
		}
	}

	private static void giveBack(Control control) {
		if (PLAIN.contains(control.getClass())) {
			control.setForeground(control.getDisplay().getSystemColor(SWT.COLOR_BLACK));
			control.setBackground(SHEETS.contains(control.getClass()) ? control.getDisplay().getSystemColor(SWT.COLOR_WHITE) : control instanceof Button ? PANEL : null);
		}
		if (control instanceof CTabFolder folder) {
			folder.setSelectionForeground(folder.getDisplay().getSystemColor(SWT.COLOR_BLACK));
			folder.setSelectionBackground(PANEL);
		}
		if (control instanceof Composite composite) {
			for (Control child : composite.getChildren()) {
				giveBack(child);
			}
		}
	}
}
