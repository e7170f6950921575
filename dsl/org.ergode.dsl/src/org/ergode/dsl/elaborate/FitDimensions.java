// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;
import org.ergode.unit.FunctionPrimitive.DimensionRule;

/*
 * The dimension of an expression is known * product of c_i^w_i, where c_i are the dimensions of the coefficients. In exponents
 * that is linear: known + sum w_i c_i. Equal dimensions of two operands, no dimension of an exp's argument, and the dimension
 * of the observable itself each give one linear equation between the c_i; they are solved by elimination, with the seven
 * exponents as right sides. What no equation determines is a pure number.
 */
/** Finds dimensions of coefficients that make a formula consistent. */
final class FitDimensions {
	private static final double NEGLIGIBLE = 1e-9;

	private final List<Symbol> coefficients;
	private final List<Linear> zeros = new ArrayList<>();

	private FitDimensions(List<Symbol> coefficients) {
		this.coefficients = coefficients;
	}

	/** @param weights of the coefficients' dimensions; @param any a plain 0, which has every dimension */
	private record Linear(double[] weights, Dimension known, boolean any) {
		Linear times(Linear o, double power) {
			double[] w = weights.clone();
			for (int i = 0; i < w.length; i++) {
				w[i] += power * o.weights[i];
			}
			return new Linear(w, known.times(o.known.power(power)), false);
		}
	}

	/** @return one dimension a coefficient */
	static Dimension[] solve(Expr formula, Dimension observable, List<Symbol> coefficients) {
		FitDimensions d = new FitDimensions(coefficients);
		Linear value = d.of(formula);
		d.equal(value, d.constant(observable));
		return d.eliminate();
	}

	private Linear constant(Dimension d) {
		return new Linear(new double[coefficients.size()], d, false);
	}

	private void equal(Linear a, Linear b) {
		if (!a.any && !b.any) {
			zeros.add(a.times(b, -1));
		}
	}

	private Linear of(Expr e) {
		if (e instanceof Expr.Read r && coefficients.contains(r.symbol())) {
			double[] w = new double[coefficients.size()];
			w[coefficients.indexOf(r.symbol())] = 1;
			return new Linear(w, Dimension.NONE, false);
		}
		return switch (e) {
			case Expr.Constant c -> new Linear(new double[coefficients.size()], c.type().dimension(), Build.isPlainZero(c));
			case Expr.Elementwise x -> elementwise(x);
			case Expr.Apply x -> apply(x);
			case Expr.Product x -> of(x.left()).times(of(x.right()), 1);
			case Expr.Transposed x -> of(x.operand());
			case Expr.Select x -> of(x.operand());
			default -> constant(e.type().dimension());
		};
	}

	private Linear elementwise(Expr.Elementwise x) {
		Linear a = of(x.args().get(0));
		Linear b = x.args().size() > 1 ? of(x.args().get(1)) : null;
		return switch (x.op()) {
			case MULTIPLY -> a.times(b, 1);
			case DIVIDE -> a.times(b, -1);
			case NEGATE -> a;
			case ADD, SUBTRACT, MIN, MAX -> {
				equal(a, b);
				yield a.any ? b : a;
			}
			case POWER -> {
				equal(b, constant(Dimension.NONE));
				double p = IrTree.reads(x.args().get(1), Symbol.Role.COEFFICIENT) ? 1 : Build.valueOf(x.args().get(1));
				yield constant(Dimension.NONE).times(a, Double.isNaN(p) ? 1 : p);
			}
			case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
				equal(a, b);
				yield constant(Dimension.NONE);
			}
			case NOT, AND, OR -> constant(Dimension.NONE);
		};
	}

	private Linear apply(Expr.Apply x) {
		List<Linear> args = x.args().stream().map(this::of).toList();
		if (x.function().dimension() == DimensionRule.NONE) {
			args.forEach(a -> equal(a, constant(Dimension.NONE)));
		} else if (x.function().dimension() == DimensionRule.SAME) {
			args.forEach(a -> equal(a, args.get(0)));
		}
		return switch (x.function().dimension()) {
			case NONE, ANY_TO_NONE -> constant(Dimension.NONE);
			case SAME -> args.get(0);
			case SQUARE_ROOT -> constant(Dimension.NONE).times(args.get(0), 0.5);
		};
	}

	/** Gauss and Jordan, pivots where they come. */
	private Dimension[] eliminate() {
		int n = coefficients.size();
		Dimension[] solution = new Dimension[n];
		List<Linear> rows = new ArrayList<>(zeros);
		List<Integer> pivots = new ArrayList<>();
		List<Linear> done = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			solution[i] = Dimension.NONE;
			int column = i;
			Linear row = rows.stream().filter(r -> Math.abs(r.weights[column]) > NEGLIGIBLE).findFirst().orElse(null);
			if (row == null) {
				continue;
			}
			rows.remove(row);
			Linear unit = constant(Dimension.NONE).times(row, 1 / row.weights[column]);
			rows.replaceAll(r -> r.times(unit, -r.weights[column]));
			done.replaceAll(r -> r.times(unit, -r.weights[column]));
			done.add(unit);
			pivots.add(column);
		}
		for (int k = 0; k < pivots.size(); k++) {
			solution[pivots.get(k)] = done.get(k).known.power(-1);
		}
		return solution;
	}
}
