// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ergode.dsl.elaborate.KnownValue;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;

/**
 * How fast an expression grows with one symbol x: like |x|^degree, times exp(up x) as x goes to infinity and exp(down x) as it goes
 * to minus infinity. What cannot be said counts as no growth.
 *
 * @param degree of the power; minus infinity for what vanishes faster than any
 * @param up rate of the exponential towards infinity, SI
 * @param down rate towards minus infinity: a negative one grows there
 */
record Growth(double degree, double up, double down) {
	private static final Growth NONE = new Growth(0, 0, 0);
	private static final double FAR = 1e3;

	/** @param columns what is read from columns of walkers */
	static Growth of(Expr e, Symbol x, Map<Symbol, Expr> columns) {
		return switch (e) {
			case Expr.Read r when r.symbol() == x -> new Growth(1, 0, 0);
			case Expr.Read r when columns.containsKey(r.symbol()) -> of(columns.get(r.symbol()), x, columns);
			case Expr.Path p -> of(p.position(), x, columns).times(p.observable().positionPower());
			case Expr.Elementwise w -> elementwise(w, w.args().stream().map(a -> of(a, x, columns)).toList());
			case Expr.Product p -> of(p.left(), x, columns).and(of(p.right(), x, columns), 1);
			case Expr.Transposed t -> of(t.operand(), x, columns);
			case Expr.Select s -> of(s.operand(), x, columns);
			case Expr.Reduce r when r.axis() == null -> of(r.operand(), x, columns);
			case Expr.Apply a -> call(a, of(a.args().getFirst(), x, columns), x);
			default -> NONE;
		};
	}

	private static Growth elementwise(Expr.Elementwise w, List<Growth> args) {
		return switch (w.op()) {
			case ADD, SUBTRACT, MIN, MAX, NEGATE -> args.stream().reduce(Growth::most).orElse(NONE);
			case MULTIPLY -> args.get(0).and(args.get(1), 1);
			case DIVIDE -> args.get(0).and(args.get(1), -1);
			case POWER -> w.args().get(1) instanceof Expr.Constant c && c.values().length == 1 ? args.get(0).times(c.values()[0]) : NONE;
			default -> NONE;
		};
	}

	private static Growth call(Expr.Apply a, Growth argument, Symbol x) {
		return switch (a.function().name()) {
			case "abs", "relu", "softplus" -> argument;
			case "sqrt" -> argument.times(0.5);
			case "exp" -> exponential(a.args().getFirst(), argument, x);
			case "sinh", "cosh" -> {
				Growth g = exponential(a.args().getFirst(), argument, x);
				double rate = Math.max(Math.abs(g.up), Math.abs(g.down));
				yield new Growth(0, rate, -rate);
			}
			default -> NONE;
		};
	}

	/** The slope of what is linear in x far out on either side; each component of a vector on its own. */
	private static Growth exponential(Expr argument, Growth growth, Symbol x) {
		if (growth.up != 0 || growth.down != 0 || growth.degree <= 0) {
			return NONE;
		}
		if (growth.degree != 1) {
			return falls(argument, x) ? new Growth(Double.NEGATIVE_INFINITY, 0, 0) : NONE;
		}
		int n = (int) x.type().shape().size();
		double up = 0;
		double down = 0;
		for (int i = 0; i < n; i++) {
			up = larger(up, slope(argument, x, i, 1));
			down = larger(down, slope(argument, x, i, -1));
		}
		return new Growth(0, up, down);
	}

	/** Whether it tends to minus infinity on both sides, so that its exponential vanishes there faster than any power. */
	private static boolean falls(Expr e, Symbol x) {
		for (int i = 0; i < (int) x.type().shape().size(); i++) {
			if (!(slope(e, x, i, 1) < 0 && slope(e, x, i, -1) > 0)) {
				return false;
			}
		}
		return true;
	}

	private static double larger(double a, double b) {
		return Math.abs(b) > Math.abs(a) ? b : a;
	}

	private static double slope(Expr e, Symbol x, int component, int side) {
		double[] near = value(e, x, component, side * FAR);
		double[] far = value(e, x, component, 2 * side * FAR);
		double most = 0;
		for (int i = 0; i < near.length; i++) {
			most = larger(most, (far[i] - near[i]) / (side * FAR));
		}
		return Double.isFinite(most) ? most : 0;
	}

	private static double[] value(Expr e, Symbol x, int component, double at) {
		double[] v = new double[(int) x.type().shape().size()];
		v[component] = at;
		Map<Symbol, double[]> values = new HashMap<>();
		values.put(x, v);
		return KnownValue.of(e, values);
	}

	/** Whether an exponential makes it vanish on one side: what it does on the other is an exponential's affair too. */
	boolean isDamped() {
		return up < 0 || down > 0;
	}

	private Growth times(double p) {
		return new Growth(degree * p, up * p, down * p);
	}

	private Growth and(Growth other, int sign) {
		return new Growth(degree + sign * other.degree, up + sign * other.up, down + sign * other.down);
	}

	private Growth most(Growth other) {
		return new Growth(Math.max(degree, other.degree), Math.max(up, other.up), Math.min(down, other.down));
	}
}
