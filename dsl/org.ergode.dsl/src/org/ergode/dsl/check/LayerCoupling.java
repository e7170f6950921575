// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.List;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.NetworkIr;
import org.ergode.dsl.ir.Symbol;

/**
 * Whether units of one layer meet each other in an energy. Where they do not, the layer's conditional is a product over its units, and
 * they are drawn at once; where they do, one after another. It follows for each value what its entries depend on: a row or a
 * column on its own unit alone, or each entry on all units.
 */
public final class LayerCoupling {
	/** No polynomial. */
	static final int MANY = 1000;

	/**
	 * A term in which units of the layer meet, or one of them with itself more than twice.
	 *
	 * @param first a unit, from 1; 0 if it is every two units; -1 if no two meet
	 * @param second likewise
	 * @param degree of the term as a polynomial in the layer's units; 1000 if it is none
	 */
	public record Meeting(Expr term, int first, int second, int degree) {
	}

	/** On which units of the layer an entry depends: EACH is one unit that is not known, as in {@code h[2 .. 5]}. */
	private enum On { NOTHING, OWN_ROW, OWN_COLUMN, EACH, ALL }

	/** @param unit the only one, from 1; 0 if there are others; @param first and second a pair that meets; -1: none does */
	private record Dependence(On on, int unit, int degree, int first, int second) {
		static final Dependence NONE = new Dependence(On.NOTHING, 0, 0, -1, -1);

		static Dependence on(On on, int degree) {
			return new Dependence(on, 0, degree, -1, -1);
		}

		boolean meets() {
			return first >= 0;
		}

		boolean isNone() {
			return on == On.NOTHING;
		}

		Dependence as(On other) {
			return isNone() ? this : new Dependence(other, unit, degree, first, second);
		}

		Dependence times(int power) {
			return new Dependence(on, unit, Math.min(MANY, degree * power), first, second);
		}

		/** Every two units. */
		Dependence meeting() {
			return isNone() || meets() || unit > 0 ? this : new Dependence(on, unit, degree, 0, 0);
		}
	}

	private final Symbol layer;

	private LayerCoupling(Symbol layer) {
		this.layer = layer;
	}

	/** @return the terms of the energy in which units of the layer meet, in the order of the text */
	public static List<Meeting> of(NetworkIr network, Symbol layer) {
		if (!layer.type().shape().isVector() || layer.type().shape().isNumber()) {
			return List.of();
		}
		LayerCoupling c = new LayerCoupling(layer);
		return EnergyTerms.of(network).stream().map(t -> c.meeting(t, c.of(t))).filter(m -> m != null).toList();
	}

	private Meeting meeting(Expr term, Dependence d) {
		return d.meets() || d.degree > 2 ? new Meeting(term, d.first, d.second, d.degree) : null;
	}

	private Dependence of(Expr e) {
		return switch (e) {
			case Expr.Read r when r.symbol() == layer -> Dependence.on(On.OWN_ROW, 1);
			case Expr.Transposed t -> {
				Dependence d = of(t.operand());
				yield d.as(d.on == On.OWN_ROW ? On.OWN_COLUMN : d.on == On.OWN_COLUMN ? On.OWN_ROW : d.on);
			}
			case Expr.Elementwise w -> elementwise(w);
			case Expr.Product p -> product(of(p.left()), of(p.right()));
			case Expr.Reduce r when r.axis() == null && (r.op() == Expr.Reduction.SUM || r.op() == Expr.Reduction.MEAN) -> of(r.operand()).as(On.ALL);
			case Expr.Select s -> select(s);
			case Expr.Assemble a -> assemble(a);
			default -> nonlinear(IrTree.children(e).stream().map(this::of).toList(), e instanceof Expr.Apply);
		};
	}

	private Dependence elementwise(Expr.Elementwise w) {
		List<Dependence> args = w.args().stream().map(this::of).toList();
		return switch (w.op()) {
			case ADD, SUBTRACT, NEGATE -> args.stream().reduce(Dependence.NONE, LayerCoupling::sum);
			case MULTIPLY -> times(args.get(0), args.get(1));
			case DIVIDE -> args.get(1).isNone() ? args.get(0) : nonlinear(args, true);
			case POWER -> power(w, args);
			default -> nonlinear(args, true);
		};
	}

	private Dependence power(Expr.Elementwise w, List<Dependence> args) {
		double k = w.args().get(1) instanceof Expr.Constant c && c.values().length == 1 ? c.values()[0] : Double.NaN;
		if (args.get(0).isNone() && args.get(1).isNone() || k == 1) {
			return args.get(0);
		}
		if (k == 2 && w.args().get(0) instanceof Expr.Apply a && a.function().name().equals("sqrt")) {
			return of(a.args().getFirst()); // the square of a length
		}
		if (k == Math.rint(k) && k > 0 && k < MANY) {
			Dependence d = args.get(0).times((int) k);
			return d.on == On.ALL ? d.meeting() : d;
		}
		return nonlinear(args, true);
	}

	private static Dependence sum(Dependence a, Dependence b) {
		if (a.isNone() || b.isNone()) {
			return a.isNone() ? b : a;
		}
		Dependence pair = a.meets() ? a : b;
		return new Dependence(a.on == b.on && a.on != On.EACH ? a.on : On.ALL, a.unit == b.unit ? a.unit : 0, Math.max(a.degree, b.degree), pair.first, pair.second);
	}

	private static Dependence times(Dependence a, Dependence b) {
		if (a.isNone() || b.isNone()) {
			return a.isNone() ? b : a;
		}
		Dependence both = product(sum(a, b), a.degree + b.degree);
		boolean sameUnit = a.on == b.on && a.on != On.ALL && a.on != On.EACH || a.unit > 0 && a.unit == b.unit;
		if (sameUnit || both.meets()) {
			return both;
		}
		return a.unit > 0 && b.unit > 0 ? new Dependence(On.ALL, 0, both.degree, Math.min(a.unit, b.unit), Math.max(a.unit, b.unit)) : both.as(On.ALL).meeting();
	}

	private static Dependence product(Dependence d, int degree) {
		return new Dependence(d.on, d.unit, Math.min(MANY, degree), d.first, d.second);
	}

	private static Dependence product(Dependence a, Dependence b) {
		if (a.isNone()) {
			return b.on == On.OWN_ROW ? b.as(On.ALL) : b;
		}
		if (b.isNone()) {
			return a.on == On.OWN_COLUMN ? a.as(On.ALL) : a;
		}
		Dependence both = product(sum(a, b), a.degree + b.degree).as(On.ALL);
		return a.on == On.OWN_COLUMN && b.on == On.OWN_ROW ? both : both.meeting();
	}

	private Dependence select(Expr.Select s) {
		Dependence d = of(s.operand());
		boolean own = s.operand() instanceof Expr.Read && d.on == On.OWN_ROW && s.indices().size() == 1 && s.indices().getFirst() instanceof Expr.Constant;
		return own ? new Dependence(On.ALL, (int) ((Expr.Constant) s.indices().getFirst()).values()[0], 1, -1, -1) : d.as(On.ALL);
	}

	private Dependence assemble(Expr.Assemble a) {
		Dependence all = Dependence.NONE;
		boolean each = true;
		for (List<Expr> row : a.rows()) {
			for (Expr entry : row) {
				Dependence d = of(entry);
				each &= d.isNone() || d.unit > 0;
				all = sum(all, d);
			}
		}
		return each ? new Dependence(all.isNone() ? On.NOTHING : On.EACH, 0, all.degree, all.first, all.second) : all.as(On.ALL);
	}

	/** @param each entry by entry; else of the whole tensor */
	private static Dependence nonlinear(List<Dependence> args, boolean each) {
		Dependence d = args.stream().reduce(Dependence.NONE, LayerCoupling::sum);
		return d.isNone() ? d : each && d.on != On.ALL ? d.times(MANY) : d.as(On.ALL).times(MANY).meeting();
	}
}
