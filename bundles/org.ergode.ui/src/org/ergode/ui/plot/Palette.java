// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.plot;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;

/**
 * Colours of curves that colour-blind readers can tell apart (Okabe and Ito 2008), on light and on dark ground, and what the
 * chart around them needs.
 */
record Palette(Color ground, Color ink, Color faint, Color grid, boolean dark) {
	private static final int[] ON_LIGHT = {0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xB8860B, 0x56B4E9, 0x6A4C93, 0x444444};
	private static final int[] ON_DARK = {0x56B4E9, 0xFF9F4A, 0x3DD6A3, 0xF0A6CF, 0xF0E442, 0x8AA8FF, 0xC9A6FF, 0xDDDDDD};

	static Palette on(Color background) {
		RGB rgb = background.getRGB();
		boolean dark = 0.3 * rgb.red + 0.59 * rgb.green + 0.11 * rgb.blue < 128;
		Color ground = dark ? background : new Color(255, 255, 255);
		Color ink = dark ? new Color(222, 226, 230) : new Color(33, 37, 41);
		return new Palette(ground, ink, mix(ground, ink, 0.62), mix(ground, ink, 0.13), dark);
	}

	private static Color mix(Color a, Color b, double part) {
		return new Color(mix(a.getRed(), b.getRed(), part), mix(a.getGreen(), b.getGreen(), part), mix(a.getBlue(), b.getBlue(), part));
	}

	private static int mix(int a, int b, double part) {
		return (int) Math.round(a + part * (b - a));
	}

	Color curve(int index) {
		int[] colours = dark ? ON_DARK : ON_LIGHT;
		int rgb = colours[index % colours.length];
		return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
	}
}
