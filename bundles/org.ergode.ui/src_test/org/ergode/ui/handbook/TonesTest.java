// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.swt.graphics.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast as WCAG 2.1 defines it; 4.5 is what it asks of running text. */
class TonesTest {
	private static final double READABLE = 4.5;

	@ParameterizedTest
	@ValueSource(ints = {0xFFFFFF, 0xF7F7F7, 0x2F2F2F, 0x414648, 0x000000})
	void textIsReadableOnEveryGround(int rgb) {
		Color ground = new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
		Tones tones = Tones.on(ground);
		assertThat(contrast(tones.ink(), ground)).isGreaterThan(READABLE);
		assertThat(contrast(tones.ink(), tones.code())).isGreaterThan(READABLE);
		assertThat(contrast(tones.ink(), tones.found())).isGreaterThan(READABLE);
	}

	private static double contrast(Color a, Color b) {
		double brighter = Math.max(luminance(a), luminance(b));
		return (brighter + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
	}

	private static double luminance(Color c) {
		return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
	}

	private static double linear(int part) {
		double s = part / 255.0;
		return s <= 0.04045 ? s / 12.92 : Math.pow((s + 0.055) / 1.055, 2.4);
	}
}
