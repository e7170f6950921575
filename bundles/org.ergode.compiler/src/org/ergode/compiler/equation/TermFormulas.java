// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.equation;

import static org.ergode.dsl.formula.Formula.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ergode.compiler.network.symbolic.Fn;
import org.ergode.compiler.network.symbolic.Fn.Basic;
import org.ergode.compiler.network.symbolic.Op;
import org.ergode.compiler.network.symbolic.Slot;
import org.ergode.compiler.network.symbolic.Term;
import org.ergode.dsl.formula.Formula;
import org.ergode.dsl.formula.FunctionFormulas;
import org.ergode.dsl.formula.Glyphs;
import org.ergode.dsl.formula.Part;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;

/** Terms in the notation of matrices: {@code (Wᵀδ) ⊙ (1 − h ⊙ h)}. */
final class TermFormulas {
	private final Reading reading;

	/** A term has no short form. */
	static final class Unprintable extends RuntimeException {
		private static final long serialVersionUID = 1;

		Unprintable(Object what) {
			super(String.valueOf(what), null, false, false);
		}
	}

	TermFormulas(Reading reading) {
		this.reading = reading;
	}

	/** @throws Unprintable if the term is made by what no paper writes */
	Part of(Term t) {
		return switch (t.op()) {
			case Op.Fill f -> t.isNumber() || f.value() == 0 ? number(f.value()) : f.value() == 1 ? Part.atom(Formula.bold("1")) : number(f.value()).times(Part.atom(Formula.bold("1")));
			case Op.Values v when isIdentity(v, t.shape()) -> Part.atom(Formula.bold("I"));
			case Op.Values v -> values(v, t.shape());
			case Op.Leaf l -> leaf(l.slot());
			case Op.Each e when t.is(Basic.NEGATE) && turned(t.arg(0)) != null -> of(turned(t.arg(0)));
			case Op.Each e -> each(e.function(), t.args().stream().map(this::of).toList(), t);
			case Op.Product p -> of(t.arg(0)).times(of(t.arg(1)));
			case Op.Transpose p -> of(t.arg(0)).transposed();
			case Op.Sum s -> sum(t.arg(0));
			case Op.Softmax s -> Part.named("softmax", of(t.arg(0)));
			case Op.ArgMax s -> Part.named("argmax", of(t.arg(0)));
			case Op.Extreme x -> Part.named(x.largest() ? "max" : "min", of(t.arg(0)));
			case Op.LogSumExp s -> Part.named("ln", Part.big("∑", null, null, FunctionFormulas.of("exp", List.of(of(t.arg(0))), true)));
			case Op.OverSamples o when o.reduction() == Op.Reduction.MEAN -> Part.atom(Formula.average(of(t.arg(0)).formula(), null));
			default -> throw new Unprintable(t);
		};
	}

	/** Minus a difference is the difference turned round, also behind a number. @return null if it is none */
	private Term turned(Term x) {
		if (x.is(Basic.SUBTRACT)) {
			return reading.terms.subtract(x.arg(1), x.arg(0));
		}
		return x.is(Basic.MULTIPLY) && x.arg(0).isNumber() && x.arg(1).is(Basic.SUBTRACT) ? reading.terms.multiply(x.arg(0), turned(x.arg(1)))
				: x.is(Basic.MULTIPLY) && x.arg(1).isNumber() && x.arg(0).is(Basic.SUBTRACT) ? reading.terms.multiply(x.arg(1), turned(x.arg(0))) : null;
	}

	static Part number(double value) {
		for (int d = 2; d <= 4; d++) {
			double n = value * d;
			if (value != Math.rint(value) && n == Math.rint(n) && Math.abs(n) < 10) {
				return Glyphs.number(n).over(Glyphs.number(d));
			}
		}
		return Glyphs.number(value);
	}

	static boolean isIdentity(Op.Values v, Shape shape) {
		int n = shape.rows();
		if (n != shape.columns()) {
			return false;
		}
		for (int i = 0; i < v.values().length; i++) {
			if (v.values()[i] != (i / n == i % n ? 1 : 0)) {
				return false;
			}
		}
		return true;
	}

	private static Part values(Op.Values v, Shape shape) {
		if (v.values().length > 16) {
			throw new Unprintable(v);
		}
		List<List<Formula>> rows = new ArrayList<>();
		for (int i = 0; i < shape.rows(); i++) {
			List<Formula> row = new ArrayList<>();
			for (int j = 0; j < shape.columns(); j++) {
				row.add(number(v.values()[i * shape.columns() + j]).formula());
			}
			rows.add(row);
		}
		return Part.atom(Formula.parentheses(new Formula.Matrix(rows)));
	}

	Part leaf(Slot slot) {
		Part written = reading.written(slot);
		return written != null ? written : Part.atom(symbol(slot.symbol(), slot.shape().isNumber()));
	}

	/** @param number whether it is set as a number */
	Formula symbol(Symbol s, boolean number) {
		Formula.Style style = number ? Formula.Style.ITALIC : Formula.Style.BOLD;
		if (s.role() == Symbol.Role.TARGET) {
			return new Formula.Symbol("t", style);
		}
		if (s.role() == Symbol.Role.STATE && s.qualifiedName().matches(".*\\(.+\\)")) {
			String of = s.qualifiedName().replaceAll("^.*?\\((.+)\\)$", "$1");
			return Formula.sub(Glyphs.name(s.name(), style), Glyphs.name(of.substring(of.lastIndexOf('.') + 1), Formula.Style.BOLD));
		}
		String owner = reading.network.name() + ".";
		boolean borrowed = s.role() == Symbol.Role.PARAMETER && s.qualifiedName().indexOf('.') > 0 && !s.qualifiedName().startsWith(owner);
		return Glyphs.name(borrowed ? s.qualifiedName() : s.name(), style);
	}

	/** @param t its shape, and those of its arguments, tell which product it is */
	static Part each(Fn f, List<Part> a, Term t) {
		if (f instanceof Fn.Primitive p) {
			return function(p.function().name(), a);
		}
		Part x = a.getFirst();
		Part y = a.size() > 1 ? a.get(1) : null;
		return switch ((Basic) f) {
			case ADD -> x.negative() && !y.negative() ? y.plus(x) : x.plus(y);
			case SUBTRACT -> x.negative() && y.negative() ? y.negated().minus(x.negated()) : x.minus(y);
			case MULTIPLY -> multiply(x, y, t);
			case DIVIDE -> x.over(y);
			case POWER -> x.power(y.formula());
			case NEGATE -> x.negated();
			case EQUAL -> relation(x, "=", y);
			case NOT_EQUAL -> relation(x, "≠", y);
			case LESS -> relation(x, "<", y);
			case LESS_EQUAL -> relation(x, "≤", y);
			case GREATER -> relation(x, ">", y);
			case GREATER_EQUAL -> relation(x, "≥", y);
			case SOFTPLUS -> Part.named("ln", Part.number("1").plus(FunctionFormulas.of("exp", List.of(x), false)));
			case NOT, AND, OR -> throw new Unprintable(f);
			default -> function(f.toString().toLowerCase(Locale.ROOT), a);
		};
	}

	private static Part multiply(Part x, Part y, Term t) {
		boolean entries = t != null && !t.arg(0).isNumber() && !t.arg(1).isNumber();
		if (entries && (t.arg(0).constant() == 1 || t.arg(1).constant() == 1)) {
			return t.arg(0).constant() == 1 ? y : x;
		}
		if (!entries) {
			return t != null && !t.arg(0).isNumber() ? y.times(x) : x.times(y);
		}
		return x.circled(y);
	}

	private static Part function(String name, List<Part> a) {
		Part known = FunctionFormulas.of(name, a, false);
		return known != null ? known : Part.atom(row(new Formula.Named(name), Formula.parentheses(Formula.list(a.stream().map(Part::formula).toList()))));
	}

	/** 1 where it holds, else 0. */
	private static Part relation(Part x, String sign, Part y) {
		return Part.atom(new Formula.Fenced("[", row(x.formula(), Formula.relation(sign), y.formula()), "]"));
	}

	/** aᵀb of two columns, else a sum over the entries. */
	private Part sum(Term of) {
		if (of.is(Basic.MULTIPLY) && of.shape().columns() == 1 && !of.arg(0).isNumber() && !of.arg(1).isNumber()) {
			boolean swap = !(of.arg(0).op() instanceof Op.Leaf) && of.arg(1).op() instanceof Op.Leaf;
			return of(of.arg(swap ? 1 : 0)).transposed().times(of(of.arg(swap ? 0 : 1)));
		}
		return Part.big("∑", null, null, of(of));
	}
}
