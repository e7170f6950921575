// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.unit.FunctionPrimitive;

/** Walks an expression over columns, once: for the columns as they are, or for one of their jackknife replicates. */
final class Evaluator {
	/** What symbols stand for. */
	interface Scope {
		/** @return null if it is not known */
		Value read(Symbol symbol);
	}

	private final Scope scope;
	private final int group;
	private final int groups;
	private final Histograms histograms;

	/**
	 * @param group the replicate, whose walkers reductions leave out; -1 for none
	 * @param groups how many replicates there are
	 * @param histograms knows the bins that the replicates have from the whole
	 */
	Evaluator(Scope scope, int group, int groups, Histograms histograms) {
		this.scope = scope;
		this.group = group;
		this.groups = groups;
		this.histograms = histograms;
	}

	Value evaluate(Expr e) {
		return switch (e) {
			case Expr.Constant c -> new Value(c.type().shape(), List.of(), c.values());
			case Expr.Read r -> read(r);
			case Expr.Elementwise w -> Broadcast.map(all(w.args()), w.source(), a -> apply(w.op(), a));
			case Expr.Apply a -> Broadcast.map(all(a.args()), a.source(), v -> call(a.function(), v));
			case Expr.Product p -> Tensors.product(evaluate(p.left()), evaluate(p.right()), p.source());
			case Expr.Transposed t -> Tensors.transposed(evaluate(t.operand()));
			case Expr.Reduce r -> reduce(r);
			case Expr.Select s -> select(s);
			case Expr.Assemble a -> assemble(a);
			case Expr.Tensor t -> Tensors.of(t.function(), all(t.args()), t.type().shape(), t.source());
			case Expr.Derivative d -> throw live(d);
			case Expr.PhaseAverage p -> throw live(p);
			case Expr.Path p -> throw live(p);
			case Expr.Special s when s.name().equals("histogram") -> histogram(s);
			case Expr.Special s -> throw live(s);
		};
	}

	private static AnalysisProblem live(Expr e) {
		return new AnalysisProblem(e.source(), "analysis.live", "this can only be computed while the experiment runs; give it a name with 'observe' first");
	}

	private List<Value> all(List<Expr> expressions) {
		List<Value> values = new ArrayList<>(expressions.size());
		expressions.forEach(x -> values.add(evaluate(x)));
		return values;
	}

	private Value read(Expr.Read r) {
		Value value = scope.read(r.symbol());
		if (value == null) {
			throw new AnalysisProblem(r.source(), "analysis.unknown", "'%s' has no value here".formatted(r.symbol().qualifiedName()));
		}
		return value;
	}

	private double number(Expr e) {
		Value v = evaluate(e);
		if (!v.isNumber()) {
			throw new AnalysisProblem(e.source(), "analysis.number", "this must be one number");
		}
		return v.data()[0];
	}

	static double apply(Expr.Op op, double[] a) {
		return switch (op) {
			case ADD -> a[0] + a[1];
			case SUBTRACT -> a[0] - a[1];
			case MULTIPLY -> a[0] * a[1];
			case DIVIDE -> a[0] / a[1];
			case POWER -> a[1] == 2 ? a[0] * a[0] : Math.pow(a[0], a[1]);
			case NEGATE -> -a[0];
			case NOT -> truth(a[0] == 0);
			case AND -> truth(a[0] != 0 && a[1] != 0);
			case OR -> truth(a[0] != 0 || a[1] != 0);
			case EQUAL -> truth(a[0] == a[1]);
			case NOT_EQUAL -> truth(a[0] != a[1]);
			case LESS -> truth(a[0] < a[1]);
			case LESS_EQUAL -> truth(a[0] <= a[1]);
			case GREATER -> truth(a[0] > a[1]);
			case GREATER_EQUAL -> truth(a[0] >= a[1]);
			case MIN -> Math.min(a[0], a[1]);
			case MAX -> Math.max(a[0], a[1]);
		};
	}

	private static double truth(boolean b) {
		return b ? 1 : 0;
	}

	private static double call(FunctionPrimitive function, double[] a) {
		MethodHandle handle = function.handle();
		try {
			return switch (a.length) {
				case 1 -> (double) handle.invokeExact(a[0]);
				case 2 -> (double) handle.invokeExact(a[0], a[1]);
				case 3 -> (double) handle.invokeExact(a[0], a[1], a[2]);
				default -> throw new IllegalArgumentException("'%s' has %d parameters; expected 1 to 3".formatted(function.name(), a.length));
			};
		} catch (RuntimeException | Error e) {
			throw e;
		} catch (Throwable e) {
			throw new IllegalStateException("'%s' failed".formatted(function.name()), e);
		}
	}

	private Value reduce(Expr.Reduce r) {
		Value operand = evaluate(r.operand());
		double argument = r.args().isEmpty() ? Double.NaN : number(r.args().getFirst());
		operand = r.axis() == Axis.Kind.CELL ? operand.inOneSpace() : operand;
		int axis = r.axis() == null || r.axis() == Axis.Kind.COMPONENT ? -1 : operand.axis(r.axis());
		return axis < 0 ? Reductions.overComponents(r.op(), operand, argument) : Reductions.overAxis(r.op(), operand, axis, argument, group, groups);
	}

	private Value histogram(Expr.Special s) {
		return histograms.of(s, evaluate(s.args().getFirst()), s.args().size() > 1 ? (int) number(s.args().get(1)) : 0, group, groups);
	}

	/** {@code f[last]}, {@code f[3]} over the axis that the type has lost, the outermost of its kind; {@code W[i, j]} of a tensor. */
	private Value select(Expr.Select s) {
		Value operand = evaluate(s.operand());
		if (!operand.axes().isEmpty() && s.indices().size() == 1) {
			return along(operand, s);
		}
		boolean one = s.indices().size() == 1;
		int columns = operand.shape().columns();
		int flat = one ? index(s.indices().getFirst(), operand.components(), s)
				: index(s.indices().get(0), operand.shape().rows(), s) * columns + index(s.indices().get(1), columns, s);
		double[] picked = new double[operand.outer()];
		for (int i = 0; i < picked.length; i++) {
			picked[i] = operand.data()[i * operand.components() + flat];
		}
		return new Value(Shape.NUMBER, operand.axes(), picked);
	}

	private Value along(Value operand, Expr.Select s) {
		int place = 0;
		while (place + 1 < operand.axes().size() && s.type().varies(operand.axes().get(place).kind())) {
			place++;
		}
		int n = operand.axes().get(place).length();
		int at = index(s.indices().getFirst(), n, s);
		List<Axis> rest = new ArrayList<>(operand.axes());
		rest.remove(place);
		int inner = (int) Axis.size(operand.axes().subList(place + 1, operand.axes().size())) * operand.components();
		double[] part = new double[operand.data().length / n];
		for (int from = 0; from < part.length; from += inner) {
			System.arraycopy(operand.data(), from * n + at * inner, part, from, inner);
		}
		return new Value(operand.shape(), rest, part);
	}

	/** @return from 0 */
	private int index(Expr e, int length, Expr.Select s) {
		double index = e == null ? length : number(e);
		if (index != Math.rint(index) || !(index >= 1 && index <= length)) {
			throw new AnalysisProblem(s.source(), "analysis.index", "there is no entry %s; expected 1 to %d".formatted(plain(index), length));
		}
		return (int) index - 1;
	}

	private static String plain(double x) {
		return x == Math.rint(x) && Math.abs(x) < 1e9 ? Long.toString((long) x) : Double.toString(x);
	}

	/** Rows of entries, each a number or a block, at every place over the axes. */
	private Value assemble(Expr.Assemble a) {
		List<Value> entries = new ArrayList<>();
		a.rows().forEach(row -> row.forEach(e -> entries.add(evaluate(e))));
		Broadcast b = Broadcast.of(entries, a.source());
		int size = (int) a.type().shape().size();
		int columns = a.type().shape().columns();
		double[] result = new double[b.size() * size];
		for (int place = 0; place < b.size(); place++) {
			int entry = 0;
			int top = 0;
			for (List<Expr> row : a.rows()) {
				int left = 0;
				int height = 0;
				for (int k = 0; k < row.size(); k++, entry++) {
					Value block = entries.get(entry);
					copy(block, b.at(entry, place), result, place * size + top * columns + left, columns);
					left += block.shape().columns();
					height = block.shape().rows();
				}
				top += height;
			}
		}
		return new Value(a.type().shape(), b.axes(), result);
	}

	private static void copy(Value block, int place, double[] into, int at, int stride) {
		int columns = block.shape().columns();
		for (int r = 0; r < block.shape().rows(); r++) {
			System.arraycopy(block.data(), place * block.components() + r * columns, into, at + r * stride, columns);
		}
	}
}
