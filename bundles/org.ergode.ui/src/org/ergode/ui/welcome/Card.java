// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.welcome;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/** A large button: a title and a line of text. Works by mouse, by keyboard (Enter, Space) and with a screen reader. */
final class Card extends Canvas {
	private static final int PADDING = 14;
	private static final int ROUND = 10;
	private static final Color ACCENT = new Color(0x1F, 0x5F, 0x9E);
	private static final Color ACCENT_HOT = new Color(0x2A, 0x74, 0xBC);
	private static final Color WHITE = new Color(255, 255, 255);

	private final String title;
	private final String text;
	private final boolean primary;
	private final Runnable work;
	private Font titleFont = getFont();
	private boolean hot;

	private Card(Composite parent, String title, String text, boolean primary, Runnable work) {
		super(parent, SWT.DOUBLE_BUFFERED);
		this.title = title;
		this.text = text;
		this.primary = primary;
		this.work = work;
		setBackground(parent.getBackground());
		setCursor(getDisplay().getSystemCursor(SWT.CURSOR_HAND));
		setToolTipText(text);
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.MouseEnter, event -> setHot(true));
		addListener(SWT.MouseExit, event -> setHot(false));
		addListener(SWT.FocusIn, event -> redraw());
		addListener(SWT.FocusOut, event -> redraw());
		addListener(SWT.MouseUp, this::released);
		addListener(SWT.KeyDown, this::pressed);
		addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN);
		describe();
	}

	static Card primary(Composite parent, String title, String text, Runnable work) {
		return new Card(parent, title, text, true, work);
	}

	static Card plain(Composite parent, String title, String text, Runnable work) {
		return new Card(parent, title, text, false, work);
	}

	/** The page's ground beside a theme's background. */
	static Color ground(Color background) {
		return isDark(background) ? background : WHITE;
	}

	static Color ink(Color ground) {
		return isDark(ground) ? new Color(225, 228, 232) : new Color(30, 38, 48);
	}

	private static boolean isDark(Color colour) {
		return colour.getRed() + colour.getGreen() + colour.getBlue() < 3 * 128;
	}

	void setFonts(Font forTitle, Font forText) {
		titleFont = forTitle;
		setFont(forText);
	}

	private void setHot(boolean now) {
		hot = now;
		redraw();
	}

	private void released(Event event) {
		if (event.button == 1 && getClientArea().contains(event.x, event.y)) {
			work.run();
		}
	}

	private void pressed(Event event) {
		if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR || event.character == ' ') {
			work.run();
		}
	}

	private void paint(GC gc) {
		Rectangle area = getClientArea();
		boolean dark = isDark(getBackground());
		gc.setAntialias(SWT.ON);
		gc.setBackground(primary ? hot ? ACCENT_HOT : ACCENT : ground(dark));
		gc.fillRoundRectangle(0, 0, area.width - 1, area.height - 1, ROUND, ROUND);
		if (!primary || isFocusControl()) {
			gc.setForeground(isFocusControl() ? ACCENT_HOT : dark ? new Color(84, 90, 98) : new Color(208, 215, 222));
			gc.setLineWidth(isFocusControl() ? 2 : 1);
			gc.drawRoundRectangle(1, 1, area.width - 3, area.height - 3, ROUND, ROUND);
		}
		gc.setForeground(primary ? WHITE : ink(getBackground()));
		gc.setFont(titleFont);
		int titleHeight = gc.getFontMetrics().getHeight();
		gc.setFont(getFont());
		int textHeight = gc.getFontMetrics().getHeight();
		int top = (area.height - titleHeight - textHeight - 2) / 2;
		gc.setFont(titleFont);
		gc.drawText(shortened(gc, title, area.width - 2 * PADDING), PADDING, top, true);
		gc.setFont(getFont());
		gc.setAlpha(primary ? 235 : 170);
		gc.drawText(shortened(gc, text, area.width - 2 * PADDING), PADDING, top + titleHeight + 2, true);
		gc.setAlpha(255);
	}

	private Color ground(boolean dark) {
		if (dark) {
			return hot ? new Color(66, 71, 78) : new Color(56, 60, 66);
		}
		return hot ? new Color(232, 241, 250) : new Color(247, 249, 251);
	}

	private static String shortened(GC gc, String text, int width) {
		if (gc.textExtent(text).x <= width) {
			return text;
		}
		String shorter = text;
		while (!shorter.isEmpty() && gc.textExtent(shorter + "\u2026").x > width) {
			shorter = shorter.substring(0, shorter.length() - 1);
		}
		return shorter.stripTrailing() + "\u2026";
	}

	private void describe() {
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = title + ". " + text;
			}
		});
		getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
			@Override
			public void getRole(AccessibleControlEvent event) {
				event.detail = ACC.ROLE_PUSHBUTTON;
			}
		});
	}
}
