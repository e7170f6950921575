// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import org.eclipse.swt.graphics.Color;

/** The shades of a page on a light or a dark ground. */
record Tones(Color ink, Color code, Color found, Color current) {
	static Tones on(Color ground) {
		boolean dark = 0.3 * ground.getRed() + 0.59 * ground.getGreen() + 0.11 * ground.getBlue() < 128;
		Color ink = dark ? new Color(222, 226, 230) : new Color(33, 37, 41);
		return new Tones(ink, mix(ground, ink, dark ? 0.08 : 0.05),
				dark ? new Color(96, 80, 16) : new Color(255, 239, 170), dark ? new Color(150, 110, 0) : new Color(255, 205, 80));
	}

	private static Color mix(Color a, Color b, double part) {
		return new Color(mix(a.getRed(), b.getRed(), part), mix(a.getGreen(), b.getGreen(), part), mix(a.getBlue(), b.getBlue(), part));
	}

	private static int mix(int a, int b, double part) {
		return (int) Math.round(a + part * (b - a));
	}
}
