// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.equation;

/** Measures letters. On a screen a font does; tests have one of paper. */
interface Pen {
	/** How a letter is set. */
	enum Slant { ROMAN, ITALIC, BOLD }

	/** @param size of the em, in pixels */
	record Face(Slant slant, double size) {
		Face scaled(double by) {
			return new Face(slant, size * by);
		}

		Face as(Slant s) {
			return new Face(s, size);
		}
	}

	/** @return the advance, in pixels */
	double width(String text, Face face);
}
