// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.equation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.ergode.ui.equation.Box.Curve;
import org.ergode.ui.equation.Box.Mark;

/** Brackets as high as what they hold: the font's where that is a line's height, drawn where it is more. */
final class Fences {
	private Fences() {
	}

	/** @param axis height of the middle over the baseline; @param letters sets a bracket of the font */
	static Box around(String open, Box body, String close, double size, double axis, BiFunction<String, Double, Box> letters) {
		// Knuth's delimiterfactor: nine tenths of what it holds will do
		double half = 0.9 * Math.max(body.ascent() - axis, body.descent() + axis);
		boolean high = half > 0.7 * size;
		List<Box> all = new ArrayList<>();
		all.add(fence(open, half, size, axis, high, false, letters));
		all.add(body);
		all.add(fence(close, half, size, axis, high, true, letters));
		return Box.beside(all);
	}

	private static Box fence(String f, double half, double size, double axis, boolean high, boolean right, BiFunction<String, Double, Box> letters) {
		if (f.isEmpty()) {
			return Box.space(0.04 * size);
		}
		boolean drawn = high || "⟨⟩‖|⌊⌋⌈⌉".contains(f);
		if (!drawn) {
			return letters.apply(f, size);
		}
		double h = Math.max(half, 0.48 * size);
		return shape(f, h, size, right).raised(axis);
	}

	/** Around the baseline, from -h to h. */
	private static Box shape(String f, double h, double size, boolean right) {
		double line = Math.max(1, 0.05 * size);
		double w = Math.min(0.34, 0.2 + 0.06 * h / size) * size;
		double gap = 0.06 * size;
		List<Mark> marks = switch (f) {
			case "(", ")" -> List.of(crescent(w, h, size));
			case "⟨", "⟩" -> List.<Mark>of(new Curve(new double[] {0.24 * size, -h, 0.06 * size, 0, 0.24 * size, h}, line));
			case "|" -> List.<Mark>of(new Curve(new double[] {0.1 * size, -h, 0.1 * size, h}, line));
			case "‖" -> List.<Mark>of(new Curve(new double[] {0.08 * size, -h, 0.08 * size, h}, line), new Curve(new double[] {0.22 * size, -h, 0.22 * size, h}, line));
			case "[", "]" -> List.<Mark>of(new Curve(new double[] {0.22 * size, -h, 0.08 * size, -h, 0.08 * size, h, 0.22 * size, h}, line));
			case "⌊", "⌋" -> List.<Mark>of(new Curve(new double[] {0.08 * size, -h, 0.08 * size, h, 0.22 * size, h}, line));
			case "⌈", "⌉" -> List.<Mark>of(new Curve(new double[] {0.22 * size, -h, 0.08 * size, -h, 0.08 * size, h}, line));
			default -> List.of(brace(h, size, line, 1), brace(h, size, line, -1));
		};
		double width = switch (f) {
			case "(", ")" -> w + gap;
			case "|" -> 0.2 * size;
			case "{", "}" -> 0.42 * size;
			default -> 0.3 * size;
		};
		Box left = new Box(width, h, h, marks);
		return right ? mirrored(left) : left;
	}

	/** Thick in the middle, thin at the ends. */
	private static Mark crescent(double w, double h, double size) {
		double x = 0.06 * size + w;
		double thick = 0.085 * size;
		return new Curve(new double[] {x, -h, x - 1.75 * w, 0, x, h, x - 1.75 * w + 2 * thick, 0, x, -h}, 0);
	}

	/** One half of a brace. @param s 1 for the lower */
	private static Mark brace(double h, double size, double line, int s) {
		double x0 = 0.06 * size;
		double x1 = 0.2 * size;
		double x2 = 0.36 * size;
		double bend = Math.min(0.3 * size, 0.4 * h);
		double t = line * 1.3;
		return new Curve(new double[] {x0, 0, x1, 0, x1, s * bend, x1, s * h / 2, x1, s * (h - bend), x1, s * h, x2, s * h,
				x1 + t, s * h, x1 + t, s * (h - bend), x1 + t, s * h / 2, x1 + t, s * bend, x1 + t, 0, x0, 0}, 0);
	}

	private static Box mirrored(Box b) {
		List<Mark> all = new ArrayList<>();
		for (Mark m : b.marks()) {
			if (m instanceof Curve c) {
				double[] p = c.points().clone();
				for (int i = 0; i < p.length; i += 2) {
					p[i] = b.width() - p[i];
				}
				all.add(new Curve(p, c.thickness()));
			}
		}
		return new Box(b.width(), b.ascent(), b.descent(), all);
	}
}
