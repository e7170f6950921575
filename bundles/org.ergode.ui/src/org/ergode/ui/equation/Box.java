// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.equation;

import java.util.ArrayList;
import java.util.List;
import org.ergode.ui.equation.Pen.Face;

/**
 * Something typeset: its extent around the baseline's left end, and what is drawn there. y grows downwards, the baseline is at 0.
 *
 * @param ascent above the baseline
 * @param descent below it
 * @param marks in any order
 */
record Box(double width, double ascent, double descent, List<Mark> marks) {
	static final Box EMPTY = new Box(0, 0, 0, List.of());

	Box {
		marks = List.copyOf(marks);
	}

	/** What a pen draws. */
	sealed interface Mark {
		Mark moved(double dx, double dy);
	}

	/** Letters, from x along the baseline y. */
	record Letters(double x, double y, String text, Face face) implements Mark {
		@Override
		public Mark moved(double dx, double dy) {
			return new Letters(x + dx, y + dy, text, face);
		}
	}

	/** A filled rectangle: a fraction's bar. */
	record Bar(double x, double y, double width, double height) implements Mark {
		@Override
		public Mark moved(double dx, double dy) {
			return new Bar(x + dx, y + dy, width, height);
		}
	}

	/**
	 * A line through points, or a filled outline of quadratic curves.
	 *
	 * @param points x, y; …; of an outline the start, then a control point and an end for each curve
	 * @param thickness of the line; 0 for an outline that is filled
	 */
	record Curve(double[] points, double thickness) implements Mark {
		@Override
		public Mark moved(double dx, double dy) {
			double[] p = points.clone();
			for (int i = 0; i < p.length; i += 2) {
				p[i] += dx;
				p[i + 1] += dy;
			}
			return new Curve(p, thickness);
		}
	}

	double height() {
		return ascent + descent;
	}

	/** Its marks at another place, in a collection of them. */
	void into(List<Mark> all, double dx, double dy) {
		marks.forEach(m -> all.add(m.moved(dx, dy)));
	}

	/** Lifted by that much. */
	Box raised(double by) {
		List<Mark> all = new ArrayList<>();
		into(all, 0, -by);
		return new Box(width, ascent + by, descent - by, all);
	}

	/** Side by side on one baseline. */
	static Box beside(List<Box> boxes) {
		List<Mark> all = new ArrayList<>();
		double x = 0;
		double ascent = 0;
		double descent = 0;
		for (Box b : boxes) {
			b.into(all, x, 0);
			x += b.width;
			ascent = Math.max(ascent, b.ascent);
			descent = Math.max(descent, b.descent);
		}
		return new Box(x, ascent, descent, all);
	}

	static Box space(double width) {
		return new Box(width, 0, 0, List.of());
	}
}
