// SPDX-License-Identifier: EPL-2.0
package org.ergode.ui.equation;

import java.util.ArrayList;
import java.util.List;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.Formula.Spacing;
import org.ergode.ui.equation.Box.Bar;
import org.ergode.ui.equation.Box.Letters;
import org.ergode.ui.equation.Box.Mark;
import org.ergode.ui.equation.Pen.Face;
import org.ergode.ui.equation.Pen.Slant;

/**
 * Makes boxes of formulas, after the rules of Knuth's TeXbook, appendix G, in their simplest form: fractions around the axis, scripts smaller and shifted,
 * limits above and below a sum, fences as high as what they hold. Lengths are parts of the em. Heights are told by the kinds of letters, so that they are the
 * same for every font; widths come from the {@link Pen}.
 */
final class Typesetter {
	private static final double AXIS = 0.25;
	private static final double RULE = 0.045;
	private static final double SCRIPT = 0.7;
	private static final double SMALLEST = 0.5;
	/** Of a space between words, a binary sign, a relation. */
	private static final double THIN = 1 / 6.0;
	private static final double MEDIUM = 2 / 9.0;
	private static final double THICK = 5 / 18.0;

	private final Pen pen;
	private final double em;

	/** @param em size of the letters, in pixels */
	Typesetter(Pen pen, double em) {
		this.pen = pen;
		this.em = em;
	}

	Box set(Formula f) {
		return box(f, em, true);
	}

	/** @param size of the letters here; @param display whether there is room: fractions are as large as the rest, limits are above and below */
	private Box box(Formula f, double size, boolean display) {
		return switch (f) {
			case Formula.Symbol s -> symbol(s, size);
			case Formula.Number n -> letters(grouped(n.digits()), new Face(Slant.ROMAN, size));
			case Formula.Words w -> letters(w.text(), new Face(Slant.ROMAN, size));
			case Formula.Named n -> letters(n.name(), new Face(Slant.ROMAN, size));
			case Formula.Sign s -> sign(s, size);
			case Formula.Row r -> row(r.items(), size, display);
			case Formula.Fraction q -> fraction(q, size, display);
			case Formula.Scripts s -> scripts(s, size, display);
			case Formula.Root r -> root(box(r.radicand(), size, display), size);
			case Formula.Big b -> big(b, size, display);
			case Formula.Fenced x -> Fences.around(x.open(), box(x.body(), size, display), x.close(), size, AXIS * size, this::plain);
			case Formula.Accent a -> accent(box(a.base(), size, display), a, size);
			case Formula.Matrix m -> matrix(m, size);
			case Formula.Aligned a -> aligned(a.lines(), Double.MAX_VALUE, size, new ArrayList<>());
		};
	}

	/** Where a relation stands in a block of several, from its top. */
	record Extent(double top, double bottom) {
	}

	/**
	 * Relations under each other at their signs.
	 *
	 * @param width beyond which a right side is broken before a + or −
	 * @param extents an empty list, for where each relation stands
	 */
	Box aligned(List<Formula.Relation> lines, double width, List<Extent> extents) {
		List<Extent> fromBaseline = new ArrayList<>();
		Box box = aligned(lines, width, em, fromBaseline);
		fromBaseline.forEach(e -> extents.add(new Extent(box.ascent() + e.top, box.ascent() + e.bottom)));
		return box;
	}

	private Box aligned(List<Formula.Relation> lines, double width, double size, List<Extent> fromBaseline) {
		double left = lines.stream().mapToDouble(l -> box(l.left(), size, true).width()).max().orElse(0);
		List<Mark> all = new ArrayList<>();
		double y = 0;
		double widest = 0;
		double first = 0;
		boolean started = false;
		for (Formula.Relation l : lines) {
			Box lhs = box(l.left(), size, true);
			Box sign = l.sign().isEmpty() ? Box.space(THICK * size) : box(Formula.relation(l.sign()), size, true);
			List<Box> parts = broken(l.right(), width - left - sign.width(), size);
			double top = 0;
			for (int i = 0; i < parts.size(); i++) {
				Box right = parts.get(i);
				Box line = i == 0 ? Box.beside(List.of(Box.space(left - lhs.width()), lhs, sign, right)) : Box.beside(List.of(Box.space(left + sign.width()), right));
				y += started ? line.ascent() + 0.38 * size : 0;
				first = started ? first : line.ascent();
				started = true;
				line.into(all, 0, y);
				top = i == 0 ? y - line.ascent() : top;
				y += line.descent();
				widest = Math.max(widest, line.width());
			}
			fromBaseline.add(new Extent(top, y));
		}
		return new Box(widest, first, y, all);
	}

	/** A long row in lines that fit, as far as its signs allow. */
	private List<Box> broken(Formula f, double width, double size) {
		Box whole = box(f, size, true);
		if (whole.width() <= width || !(f instanceof Formula.Row r)) {
			return List.of(whole);
		}
		List<Box> lines = new ArrayList<>();
		int start = 0;
		int last = -1;
		for (int i = 1; i < r.items().size(); i++) {
			boolean breakable = r.items().get(i) instanceof Formula.Sign s && (s.spacing() == Spacing.BINARY && "+−".contains(s.text()) || s.spacing() == Spacing.GAP || s.spacing() == Spacing.RELATION);
			if (breakable) {
				if (last > start && row(r.items().subList(start, i), size, true).width() > width) {
					lines.add(row(r.items().subList(start, last), size, true));
					start = last;
				}
				last = i;
			}
		}
		if (last > start && row(r.items().subList(start, r.items().size()), size, true).width() > width) {
			lines.add(row(r.items().subList(start, last), size, true));
			start = last;
		}
		lines.add(row(r.items().subList(start, r.items().size()), size, true));
		return lines;
	}

	// ------------------------------------------------------------------ letters

	private Box plain(String text, double size) {
		return letters(text, new Face(Slant.ROMAN, size));
	}

	private Box letters(String text, Face face) {
		double top = 0;
		double bottom = 0;
		for (int c : text.codePoints().toArray()) {
			top = Math.max(top, "acegmnopqrsuvwxyzαγεηικμνοπρστυχωσ.,".indexOf(c) >= 0 ? 0.47 : "([{|⟨⟩‖".indexOf(c) >= 0 ? 0.76 : 0.7);
			bottom = Math.max(bottom, "gjpqyβγζημξρφχψςQ,;".indexOf(c) >= 0 ? 0.21 : "([{|⟨⟩‖)}]".indexOf(c) >= 0 ? 0.24 : 0.01);
		}
		return new Box(pen.width(text, face), top * face.size(), bottom * face.size(), text.isBlank() ? List.of() : List.of(new Letters(0, 0, text, face)));
	}

	/** Groups of three from five digits on. */
	private static String grouped(String digits) {
		int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
		StringBuilder s = new StringBuilder(digits);
		for (int i = point - 3; point > 4 && i > 0; i -= 3) {
			s.insert(i, '\u2009');
		}
		return s.toString();
	}

	private Box symbol(Formula.Symbol s, double size) {
		String text = s.text().equals("⊤") ? "T" : s.text();
		Slant slant = switch (s.style()) {
			case BOLD -> Slant.BOLD;
			case ITALIC -> text.equals("∞") || Character.isUpperCase(text.codePointAt(0)) && text.codePointAt(0) > 0x390 && text.codePointAt(0) < 0x3AA ? Slant.ROMAN : Slant.ITALIC;
			default -> Slant.ROMAN;
		};
		String shown = s.style() == Formula.Style.SCRIPT ? (text.equals("N") ? "𝒩" : text.equals("U") ? "𝒰" : text) : text;
		Box b = letters(shown, new Face(slant, size));
		// a slanted capital leans out of its advance
		return slant == Slant.ITALIC && Character.isUpperCase(text.codePointAt(text.length() - 1)) ? new Box(b.width() + 0.06 * size, b.ascent(), b.descent(), b.marks()) : b;
	}

	private Box sign(Formula.Sign s, double size) {
		Face face = new Face(Slant.ROMAN, size);
		return switch (s.spacing()) {
			case BINARY -> padded(narrow(s.text(), face), MEDIUM * size, MEDIUM * size);
			case RELATION -> padded(narrow(s.text(), face), (s.text().equals("∣") ? THIN : THICK) * size, (s.text().equals("∣") ? THIN : THICK) * size);
			case PUNCTUATION -> padded(letters(s.text(), face), 0, THIN * size);
			case PREFIX -> padded(letters(s.text(), face), 0, s.text().equals("−") || s.text().equals("+") ? 0.04 * size : 0.02 * size);
			case GAP -> padded(s.text().isEmpty() ? Box.EMPTY : letters(s.text(), face), 0, 1.6 * size);
			case TIMES -> Box.space(0.05 * size);
			case NONE -> s.text().isBlank() ? Box.space(THIN * size) : letters(s.text(), face);
		};
	}

	/** A sign as wide as its ink: another font that has it may leave much beside it. */
	private Box narrow(String sign, Face face) {
		Box b = letters(sign, face);
		double most = (sign.equals("∣") || sign.equals("‖") ? 0.3 : sign.equals("…") ? 1 : 0.68) * face.size();
		if (b.width() <= most) {
			return b;
		}
		List<Mark> all = new ArrayList<>();
		b.into(all, (most - b.width()) / 2, 0);
		return new Box(most, b.ascent(), b.descent(), all);
	}

	private static Box padded(Box b, double before, double after) {
		return Box.beside(List.of(Box.space(before), b, Box.space(after)));
	}

	// ------------------------------------------------------------------ rows

	private Box row(List<Formula> items, double size, boolean display) {
		List<Box> boxes = new ArrayList<>();
		boolean scripts = size < em * 0.9;
		for (int i = 0; i < items.size(); i++) {
			Formula f = items.get(i);
			Formula before = i > 0 ? items.get(i - 1) : null;
			Formula after = i + 1 < items.size() ? items.get(i + 1) : null;
			if (f instanceof Formula.Sign s && s.spacing() == Spacing.TIMES) {
				boxes.add(Box.space((isWide(before, true) || isWide(after, false) ? THIN : 0.05) * size));
				continue;
			}
			if (f instanceof Formula.Sign s && scripts && (s.spacing() == Spacing.BINARY || s.spacing() == Spacing.RELATION)) {
				boxes.add(padded(narrow(s.text(), new Face(Slant.ROMAN, size)), 0.08 * size, 0.08 * size));
				continue;
			}
			if (before instanceof Formula.Big || before instanceof Formula.Named && !(f instanceof Formula.Fenced)) {
				boxes.add(Box.space((before instanceof Formula.Big ? 0.1 : THIN) * size));
			}
			boolean argument = f instanceof Formula.Fenced && before != null && !(before instanceof Formula.Sign);
			if (argument) {
				boxes.add(Box.space(0.03 * size));
			}
			boxes.add(box(f, size, display));
		}
		return Box.beside(boxes);
	}

	/** Whether a factor needs air: names of several letters, functions, what is fenced, sums. */
	private static boolean isWide(Formula f, boolean atEnd) {
		return switch (f) {
			case null -> false;
			case Formula.Symbol s -> s.text().codePointCount(0, s.text().length()) > 1;
			case Formula.Scripts s -> isWide(s.base(), atEnd);
			case Formula.Named n -> true;
			case Formula.Words w -> true;
			case Formula.Fenced x -> true;
			case Formula.Big b -> true;
			case Formula.Fraction q -> true;
			case Formula.Root q -> true;
			case Formula.Row r -> !r.items().isEmpty() && isWide(atEnd ? r.items().getLast() : r.items().getFirst(), atEnd);
			default -> false;
		};
	}

	// ------------------------------------------------------------------ fractions, scripts, roots

	private double smaller(double size) {
		return Math.max(SCRIPT * size, SMALLEST * em);
	}

	private double rule(double size) {
		return Math.max(1, RULE * size);
	}

	private Box fraction(Formula.Fraction q, double size, boolean display) {
		boolean numbers = q.over() instanceof Formula.Number && q.under() instanceof Formula.Number;
		double inner = display && !numbers ? size : Math.max(0.78 * size, SMALLEST * em);
		Box over = box(q.over(), inner, false);
		Box under = box(q.under(), inner, false);
		double bar = rule(size);
		double gap = (display ? 0.16 : 0.1) * size;
		double width = Math.max(over.width(), under.width()) + 0.16 * size;
		double axis = AXIS * size;
		List<Mark> all = new ArrayList<>();
		double up = axis + bar / 2 + gap + over.descent();
		double down = -axis + bar / 2 + gap + under.ascent();
		over.into(all, (width - over.width()) / 2, -up);
		under.into(all, (width - under.width()) / 2, down);
		all.add(new Bar(0, -axis - bar / 2, width, bar));
		return padded(new Box(width, up + over.ascent(), down + under.descent(), all), 0.06 * size, 0.06 * size);
	}

	private Box scripts(Formula.Scripts s, double size, boolean display) {
		if (s.above() instanceof Formula.Symbol prime && prime.text().equals("′")) {
			Formula primed = s.below() == null ? s.base() : new Formula.Scripts(s.base(), s.below(), null);
			return Box.beside(List.of(box(primed, size, display), Box.space(0.05 * size), letters("′", new Face(Slant.ROMAN, size))));
		}
		Box base = box(s.base(), size, display);
		double small = smaller(size);
		Box above = s.above() == null ? null : box(s.above(), small, false);
		Box below = s.below() == null ? null : box(s.below(), small, false);
		boolean high = base.ascent() > 0.9 * size;
		double up = above == null ? 0 : Math.max(high ? base.ascent() - 0.32 * size : 0.4 * size, above.descent() + 0.25 * size);
		double down = below == null ? 0 : Math.max(base.descent() > 0.4 * size ? base.descent() - 0.02 * size : 0.16 * size, below.ascent() - 0.36 * size);
		if (above != null && below != null) {
			double gap = up - above.descent() + down - below.ascent();
			down += Math.max(0, 0.12 * size - gap);
		}
		List<Mark> all = new ArrayList<>();
		base.into(all, 0, 0);
		double lean = s.base() instanceof Formula.Symbol x && x.style() == Formula.Style.ITALIC ? 0.03 * size : 0.01 * size;
		double capital = s.base() instanceof Formula.Symbol x && x.style() == Formula.Style.ITALIC && Character.isUpperCase(x.text().codePointAt(0)) ? 0.06 * size : 0;
		double width = base.width();
		if (above != null) {
			above.into(all, base.width() + lean, -up);
			width = Math.max(width, base.width() + lean + above.width());
		}
		if (below != null) {
			below.into(all, base.width() - capital, down);
			width = Math.max(width, base.width() - capital + below.width());
		}
		return new Box(width + 0.04 * size, Math.max(base.ascent(), above == null ? 0 : up + above.ascent()), Math.max(base.descent(), below == null ? 0 : down + below.descent()), all);
	}

	private Box root(Box under, double size) {
		double bar = rule(size);
		double gap = 0.12 * size;
		double top = Math.max(under.ascent(), 0.6 * size) + gap;
		double bottom = Math.max(under.descent(), 0.08 * size);
		double hook = 0.5 * size;
		double x = hook + 0.06 * size;
		double middle = bottom - Math.min(0.45 * (top + bottom), 0.42 * size);
		List<Mark> all = new ArrayList<>();
		under.into(all, x, 0);
		all.add(new Box.Curve(new double[] {0.02 * size, middle + 0.05 * size, 0.12 * size, middle}, bar));
		all.add(new Box.Curve(new double[] {0.12 * size, middle, 0.27 * size, bottom}, 1.9 * bar));
		all.add(new Box.Curve(new double[] {0.27 * size, bottom, hook, -top, x + under.width() + 0.06 * size, -top}, bar));
		return new Box(x + under.width() + 0.1 * size, top + bar, bottom + bar, all);
	}

	// ------------------------------------------------------------------ sums, accents, matrices

	private Box big(Formula.Big b, double size, boolean display) {
		boolean integral = b.sign().equals("∫");
		double scale = integral ? display ? 1.7 : 1.2 : display ? 1.45 : 1.05;
		Face face = new Face(Slant.ROMAN, size * scale);
		double height = (integral ? 0.95 : 0.78) * face.size();
		double axis = AXIS * size;
		// the sign's own middle, on the axis
		double shift = (integral ? 0.25 : 0.27) * face.size() - axis;
		// as wide as its ink: fonts differ in what they leave beside it
		double width = (integral ? 0.42 : 0.66) * face.size();
		Box sign = new Box(width, axis + height / 2 + 0.02 * size, height / 2 - axis + 0.02 * size, List.of(new Letters((width - pen.width(b.sign(), face)) / 2, shift, b.sign(), face)));
		double small = smaller(size);
		Box lower = b.lower() == null ? null : box(b.lower(), small, false);
		Box upper = b.upper() == null ? null : box(b.upper(), small, false);
		List<Mark> all = new ArrayList<>();
		if (integral || !display) {
			sign.into(all, 0, 0);
			double x = width + 0.02 * size;
			double up = sign.ascent() - 0.3 * size;
			double down = sign.descent() + 0.1 * size;
			if (upper != null) {
				upper.into(all, x + (integral ? 0.08 * size : 0), -up);
			}
			if (lower != null) {
				lower.into(all, x - (integral ? 0.12 * size : 0), down);
			}
			double wide = Math.max(upper == null ? 0 : upper.width() + 0.08 * size, lower == null ? 0 : lower.width());
			return new Box(x + wide, Math.max(sign.ascent(), upper == null ? 0 : up + upper.ascent()), Math.max(sign.descent(), lower == null ? 0 : down + lower.descent()), all);
		}
		double wide = Math.max(width, Math.max(lower == null ? 0 : lower.width(), upper == null ? 0 : upper.width()));
		double gap = 0.12 * size;
		sign.into(all, (wide - width) / 2, 0);
		double ascent = sign.ascent();
		double descent = sign.descent();
		if (upper != null) {
			double up = sign.ascent() + gap + upper.descent();
			upper.into(all, (wide - upper.width()) / 2, -up);
			ascent = up + upper.ascent();
		}
		if (lower != null) {
			double down = sign.descent() + gap + lower.ascent();
			lower.into(all, (wide - lower.width()) / 2, down);
			descent = down + lower.descent();
		}
		return new Box(wide, ascent, descent, all);
	}

	private Box accent(Box base, Formula.Accent a, double size) {
		List<Mark> all = new ArrayList<>();
		base.into(all, 0, 0);
		double y = -base.ascent() - 0.1 * size;
		double middle = base.width() / 2 + (a.base() instanceof Formula.Symbol s && s.style() == Formula.Style.ITALIC ? 0.05 * size : 0);
		double half = 0.17 * size;
		double line = rule(size);
		all.add(switch (a.mark()) {
			case HAT -> new Box.Curve(new double[] {middle - half, y, middle, y - 0.12 * size, middle + half, y}, line);
			case BAR -> new Bar(middle - 1.2 * half, y - line, 2.4 * half, line);
			case DOT -> new Bar(middle - 0.05 * size, y - 0.1 * size, 0.1 * size, 0.1 * size);
			case TILDE -> new Box.Curve(new double[] {middle - half, y, middle - half / 3, y - 0.08 * size, middle + half / 3, y - 0.01 * size, middle + half, y - 0.09 * size}, line);
		});
		return new Box(base.width(), base.ascent() + 0.25 * size, base.descent(), all);
	}

	private Box matrix(Formula.Matrix m, double size) {
		int columns = m.rows().stream().mapToInt(List::size).max().orElse(0);
		double[] widths = new double[columns];
		List<List<Box>> rows = m.rows().stream().map(r -> r.stream().map(f -> box(f, size, false)).toList()).toList();
		for (List<Box> r : rows) {
			for (int j = 0; j < r.size(); j++) {
				widths[j] = Math.max(widths[j], r.get(j).width());
			}
		}
		double gap = 0.25 * size;
		List<Mark> all = new ArrayList<>();
		double y = 0;
		for (int i = 0; i < rows.size(); i++) {
			Box line = Box.beside(rows.get(i));
			y += Math.max(line.ascent(), 0.7 * size);
			double x = 0;
			for (int j = 0; j < rows.get(i).size(); j++) {
				Box cell = rows.get(i).get(j);
				boolean words = rows.get(i).stream().anyMatch(b -> b.marks().stream().anyMatch(k -> k instanceof Letters l && l.text().startsWith("if")));
				cell.into(all, x + (words ? 0 : (widths[j] - cell.width()) / 2), y);
				x += widths[j] + 0.9 * size;
			}
			y += Math.max(line.descent(), 0.1 * size) + (i + 1 < rows.size() ? gap : 0);
		}
		double width = java.util.Arrays.stream(widths).sum() + Math.max(0, columns - 1) * 0.9 * size;
		double axis = AXIS * size;
		Box block = new Box(width, 0, y, all);
		return block.raised(y / 2 + axis);
	}
}
