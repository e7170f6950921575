// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.field;

import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.FieldIr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.field.Cells;
import org.ergode.engine.result.Axis;
import org.ergode.math.special.Elementary;

/** Evaluates expressions of a field at one time: one number, or one a cell. Belongs to one thread. */
final class CellEvaluator {
	private final FieldIr field;
	private final Cells cells;
	private final double[] centres;
	private final Map<Symbol, double[]> values = new IdentityHashMap<>();
	private double time;

	CellEvaluator(FieldIr field, Cells cells) {
		this.field = field;
		this.cells = cells;
		centres = cells.centres();
	}

	/** @param states in the order of the field's equations; not kept beyond the next call */
	CellEvaluator at(double t, List<double[]> states) {
		time = t;
		values.clear();
		for (int i = 0; i < states.size(); i++) {
			values.put(field.equations().get(i).state(), states.get(i));
		}
		return this;
	}

	double[] number(double value) {
		return new double[] {value};
	}

	/** @return not to be modified; one number where the expression is the same in all cells */
	double[] evaluate(Expr e) {
		return switch (e) {
			case Expr.Constant c when c.values().length == 1 -> c.values();
			case Expr.Read r -> read(r);
			case Expr.Elementwise w -> elementwise(w);
			case Expr.Apply a -> apply(a);
			case Expr.Reduce r when r.axis() == Axis.Kind.CELL -> number(reduce(r, evaluate(r.operand())));
			case Expr.Special s when s.name().equals("laplacian") -> laplacian(evaluate(s.args().getFirst()));
			case Expr.Special s when s.name().equals("delta") -> delta(evaluate(s.args().getFirst()));
			default -> throw new ModelFault(Lowering.place(e.source()), "this cannot be computed in the cells of a field");
		};
	}

	private double[] read(Expr.Read r) {
		double[] known = values.get(r.symbol());
		if (known != null) {
			return known;
		}
		double[] value = switch (r.symbol().role()) {
			case TIME -> number(time);
			case SPACE -> centres;
			default -> evaluate(let(r).value());
		};
		values.put(r.symbol(), value);
		return value;
	}

	private Let let(Expr.Read r) {
		return field.lets().stream().filter(l -> l.symbol() == r.symbol()).findFirst().orElseThrow(
				() -> new ModelFault(Lowering.place(r.source()), "'" + r.symbol().name() + "' has no value in a field"));
	}

	private double[] elementwise(Expr.Elementwise w) {
		double[] result = evaluate(w.args().getFirst());
		if (w.op() == Expr.Op.NEGATE || w.op() == Expr.Op.NOT) {
			return spread(result, number(0), w.op() == Expr.Op.NEGATE ? (a, z) -> -a : (a, z) -> a == 0 ? 1 : 0);
		}
		for (Expr arg : w.args().subList(1, w.args().size())) {
			result = spread(result, evaluate(arg), operator(w.op()));
		}
		return result;
	}

	private static double[] spread(double[] a, double[] b, DoubleBinaryOperator op) {
		double[] result = new double[Math.max(a.length, b.length)];
		for (int i = 0; i < result.length; i++) {
			result[i] = op.applyAsDouble(a[a.length == 1 ? 0 : i], b[b.length == 1 ? 0 : i]);
		}
		return result;
	}

	private static DoubleBinaryOperator operator(Expr.Op op) {
		return switch (op) {
			case ADD -> (a, b) -> a + b;
			case SUBTRACT -> (a, b) -> a - b;
			case MULTIPLY -> (a, b) -> a * b;
			case DIVIDE -> (a, b) -> a / b;
			case POWER -> (a, b) -> b == 2 ? a * a : Elementary.pow(a, b);
			case AND -> (a, b) -> a != 0 && b != 0 ? 1 : 0;
			case OR -> (a, b) -> a != 0 || b != 0 ? 1 : 0;
			case EQUAL -> (a, b) -> a == b ? 1 : 0;
			case NOT_EQUAL -> (a, b) -> a != b ? 1 : 0;
			case LESS -> (a, b) -> a < b ? 1 : 0;
			case LESS_EQUAL -> (a, b) -> a <= b ? 1 : 0;
			case GREATER -> (a, b) -> a > b ? 1 : 0;
			case GREATER_EQUAL -> (a, b) -> a >= b ? 1 : 0;
			case MIN -> Math::min;
			case MAX -> Math::max;
			case NEGATE, NOT -> throw new IllegalArgumentException(op + " takes one argument");
		};
	}

	private double[] apply(Expr.Apply a) {
		List<double[]> args = a.args().stream().map(this::evaluate).toList();
		double[] result = new double[args.stream().mapToInt(x -> x.length).max().orElse(1)];
		MethodHandle handle = a.function().handle();
		try {
			for (int i = 0; i < result.length; i++) {
				result[i] = switch (args.size()) {
					case 1 -> (double) handle.invokeExact(entry(args, 0, i));
					case 2 -> (double) handle.invokeExact(entry(args, 0, i), entry(args, 1, i));
					default -> (double) handle.invokeExact(entry(args, 0, i), entry(args, 1, i), entry(args, 2, i));
				};
			}
		} catch (RuntimeException | Error e) {
			throw e;
		} catch (Throwable e) {
			throw new IllegalStateException("the function '" + a.function().name() + "' threw a checked exception", e);
		}
		return result;
	}

	private static double entry(List<double[]> args, int arg, int cell) {
		double[] v = args.get(arg);
		return v[v.length == 1 ? 0 : cell];
	}

	private double[] laplacian(double[] n) {
		double[] result = new double[cells.count()];
		if (n.length > 1) {
			cells.laplacian(n, result);
		}
		return result;
	}

	/**
	 * A unit source where the argument is 0: 1/width in that cell, shared by two neighbours as a hat function shares it when it is
	 * between their centres. So its integral and its mean position are exact.
	 */
	private double[] delta(double[] argument) {
		double[] result = new double[cells.count()];
		for (int i = 0; i < result.length; i++) {
			double distance = Math.abs(argument[argument.length == 1 ? 0 : i]) / cells.width();
			double hat = distance < 1e-9 ? 1 : distance > 1 - 1e-9 ? 0 : 1 - distance;
			result[i] = hat / cells.width();
		}
		return result;
	}

	private double reduce(Expr.Reduce r, double[] v) {
		double[] all = v.length == 1 ? filled(v[0]) : v;
		return switch (r.op()) {
			case INTEGRAL -> Arrays.stream(all).sum() * cells.width();
			case SUM -> Arrays.stream(all).sum();
			case MEAN -> mean(all);
			case VARIANCE -> variance(all);
			case SD -> Math.sqrt(variance(all));
			case MIN -> Arrays.stream(all).min().orElseThrow();
			case MAX -> Arrays.stream(all).max().orElseThrow();
			case COUNT -> Arrays.stream(all).filter(x -> x != 0).count();
			case QUANTILE, MEDIAN -> throw new ModelFault(Lowering.place(r.source()), "a quantile over cells is not known to a field that is being solved; "
					+ "observe the field, and take the quantile of the column");
		};
	}

	private double[] filled(double value) {
		double[] all = new double[cells.count()];
		Arrays.fill(all, value);
		return all;
	}

	private static double mean(double[] v) {
		return Arrays.stream(v).sum() / v.length;
	}

	private static double variance(double[] v) {
		double mean = mean(v);
		return Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum() / (v.length - 1);
	}
}
