// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.formula;

import java.util.List;

/** A formula as it is printed. Brackets are in the tree where every notation needs them; a text in one line adds those that a fraction bar or a height saves. */
public sealed interface Formula {

	/** How a symbol is set. */
	enum Style {
		/** A quantity. */
		ITALIC,
		/** A name of several letters, a unit, a constant operator. */
		UPRIGHT,
		/** A vector or a matrix. */
		BOLD,
		/** The letter of a law: 𝒩. */
		SCRIPT
	}

	/** How a sign stands between its neighbours. */
	enum Spacing {
		/** a + b */
		BINARY,
		/** a = b */
		RELATION,
		/** −a, ∇a */
		PREFIX,
		/** a, b */
		PUNCTUATION,
		/** n! */
		NONE,
		/** The product's sign, which is not written: as close as the neighbours may stand. */
		TIMES,
		/** A gap between two statements in one line. */
		GAP
	}

	/** A name or a letter. */
	record Symbol(String text, Style style) implements Formula {
	}

	/** Digits, perhaps with a point; without a sign. */
	record Number(String digits) implements Formula {
	}

	/** Words. */
	record Words(String text) implements Formula {
	}

	/** A sign of an operation or a relation. */
	record Sign(String text, Spacing spacing) implements Formula {
	}

	/** The name of a function before its argument: ln, tanh. */
	record Named(String name) implements Formula {
	}

	record Row(List<Formula> items) implements Formula {
		public Row {
			items = List.copyOf(items);
		}
	}

	record Fraction(Formula over, Formula under) implements Formula {
	}

	/** @param below null without one; @param above null without one */
	record Scripts(Formula base, Formula below, Formula above) implements Formula {
	}

	record Root(Formula radicand) implements Formula {
	}

	/** ∑, ∏ or ∫; what it acts on follows it in its row. @param lower null without one; @param upper null without one */
	record Big(String sign, Formula lower, Formula upper) implements Formula {
	}

	/** Fences as high as what they hold. @param open may be empty; @param close may be empty */
	record Fenced(String open, Formula body, String close) implements Formula {
	}

	/** A mark over a symbol. */
	record Accent(Formula base, Mark mark) implements Formula {
	}

	/** Marks of {@link Accent}. */
	enum Mark { HAT, BAR, DOT, TILDE }

	/** Rows of equal length. */
	record Matrix(List<List<Formula>> rows) implements Formula {
		public Matrix {
			rows = rows.stream().map(List::copyOf).toList();
		}
	}

	/** Relations under each other, aligned at their signs. */
	record Aligned(List<Relation> lines) implements Formula {
		public Aligned {
			lines = List.copyOf(lines);
		}
	}

	/** One line of {@link Aligned}. */
	record Relation(Formula left, String sign, Formula right) {
		/** As a row. */
		public Formula row() {
			return Formula.row(left, relation(sign), right);
		}
	}

	Formula EMPTY = new Row(List.of());

	static Formula row(Formula... items) {
		return row(List.of(items));
	}

	/** One row of all items; rows in it are opened. */
	static Formula row(List<Formula> items) {
		List<Formula> flat = items.stream().flatMap(f -> f instanceof Row r ? r.items().stream() : java.util.stream.Stream.of(f)).toList();
		return flat.size() == 1 ? flat.getFirst() : new Row(flat);
	}

	static Formula italic(String text) {
		return new Symbol(text, Style.ITALIC);
	}

	static Formula upright(String text) {
		return new Symbol(text, Style.UPRIGHT);
	}

	static Formula bold(String text) {
		return new Symbol(text, Style.BOLD);
	}

	static Formula relation(String sign) {
		return new Sign(sign, Spacing.RELATION);
	}

	static Formula binary(String sign) {
		return new Sign(sign, Spacing.BINARY);
	}

	static Formula prefix(String sign) {
		return new Sign(sign, Spacing.PREFIX);
	}

	static Formula comma() {
		return new Sign(",", Spacing.PUNCTUATION);
	}

	static Formula gap() {
		return new Sign("", Spacing.GAP);
	}

	static Formula parentheses(Formula body) {
		return new Fenced("(", body, ")");
	}

	/** Items with commas between them. */
	static Formula list(List<? extends Formula> items) {
		java.util.List<Formula> all = new java.util.ArrayList<>();
		for (Formula f : items) {
			if (!all.isEmpty()) {
				all.add(comma());
			}
			all.add(f);
		}
		return row(all);
	}

	static Formula sub(Formula base, Formula below) {
		return base instanceof Scripts s && s.below() == null ? new Scripts(s.base(), below, s.above())
				: base instanceof Scripts s ? new Scripts(s.base(), list(List.of(s.below(), below)), s.above()) : new Scripts(base, below, null);
	}

	static Formula sup(Formula base, Formula above) {
		return base instanceof Scripts s && s.above() == null ? new Scripts(s.base(), s.below(), above) : new Scripts(base, null, above);
	}

	/** ⟨x⟩ with what it is taken over. @param over null without */
	static Formula average(Formula of, Formula over) {
		Formula angle = new Fenced("⟨", of, "⟩");
		return over == null ? angle : sub(angle, over);
	}

	static Formula equation(Formula left, Formula right) {
		return row(left, relation("="), right);
	}
}
