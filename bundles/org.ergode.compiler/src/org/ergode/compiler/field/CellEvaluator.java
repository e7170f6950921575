// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.field;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
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
import org.ergode.engine.field.Grid;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.math.special.Elementary;

/**
 * Evaluates expressions of a field at one time, at its cells or at the faces normal to a coordinate: an array a component, with one number where it
 * is the same everywhere. Derivatives are taken from the values at the faces; there a state is the mean of both cells, and at a wall what the wall
 * says. Belongs to one thread.
 */
final class CellEvaluator {
	/** At the cells; a number from 0 is at the faces normal to that coordinate. */
	private static final int CELLS = -1;

	private final FieldIr field;
	private final Grid grid;
	/** What is known at cells, then at the faces normal to each coordinate. */
	private final List<Map<Symbol, double[][]>> known = new ArrayList<>();
	private final Map<Symbol, double[][]> coordinates = new IdentityHashMap<>();
	private final Differences differences;
	private double time;

	CellEvaluator(FieldIr field, Grid grid) {
		this.field = field;
		this.grid = grid;
		for (int k = CELLS; k < grid.dimension(); k++) {
			known.add(new IdentityHashMap<>());
		}
		differences = new Differences(field, grid, this);
		for (int c = 0; c < grid.dimension(); c++) {
			double[][] at = new double[1 + grid.dimension()][];
			at[0] = grid.coordinate(c);
			for (int k = 0; k < grid.dimension(); k++) {
				at[1 + k] = grid.coordinate(c, k);
			}
			coordinates.put(field.space().get(c).symbol(), at);
		}
	}

	/** @param states in the order of the field's equations; not kept beyond the next call */
	CellEvaluator at(double t, List<double[]> states) {
		time = t;
		known.forEach(Map::clear);
		for (int i = 0; i < states.size(); i++) {
			known.getFirst().put(field.equations().get(i).state(), new double[][] {states.get(i)});
		}
		return this;
	}

	/** @return by component, not to be modified; one number where the expression is the same in all cells */
	double[][] evaluate(Expr e) {
		return evaluate(e, CELLS);
	}

	double[][] evaluate(Expr e, int at) {
		return switch (e) {
			case Expr.Constant c -> Arrays.stream(c.values()).mapToObj(CellEvaluator::number).toArray(double[][]::new);
			case Expr.Read r -> read(r, at);
			case Expr.Elementwise w -> elementwise(w, at);
			case Expr.Apply a -> apply(a, at);
			case Expr.Product p -> product(p, at);
			case Expr.Transposed t -> transposed(evaluate(t.operand(), at), t.operand().type().shape());
			case Expr.Select s -> select(s, at);
			case Expr.Assemble a -> assemble(a, at);
			case Expr.Reduce r when r.axis() == null || r.axis() == Axis.Kind.COMPONENT -> overComponents(r, evaluate(r.operand(), at));
			case Expr.Reduce r when r.axis() == Axis.Kind.CELL -> Arrays.stream(evaluate(r.operand())).map(v -> number(overSpace(r, v))).toArray(double[][]::new);
			case Expr.Special s when s.name().equals("laplacian") -> differences.laplacian(s.args().getFirst(), at);
			case Expr.Special s when s.name().equals("gradient") -> differences.gradient(s.args().getFirst(), at);
			case Expr.Special s when s.name().equals("divergence") -> differences.divergence(s.args().getFirst(), at);
			case Expr.Special s when s.name().equals("delta") -> new double[][] {differences.moved(differences.delta(evaluate(s.args().getFirst())[0]), at)};
			default -> throw fault(e, "this cannot be computed in the cells of a field");
		};
	}

	private static ModelFault fault(Expr e, String message) {
		return new ModelFault(Lowering.place(e.source()), message);
	}

	static double[] number(double value) {
		return new double[] {value};
	}

	private double[][] read(Expr.Read r, int at) {
		Map<Symbol, double[][]> here = known.get(at - CELLS);
		double[][] value = here.get(r.symbol());
		if (value == null) {
			value = switch (r.symbol().role()) {
				case TIME -> new double[][] {number(time)};
				case SPACE -> new double[][] {coordinates.get(r.symbol())[at - CELLS]};
				case STATE -> new double[][] {differences.atFaces(r, at)};
				default -> evaluate(let(r).value(), at);
			};
			here.put(r.symbol(), value);
		}
		return value;
	}

	private Let let(Expr.Read r) {
		return field.lets().stream().filter(l -> l.symbol() == r.symbol()).findFirst().orElseThrow(
				() -> fault(r, "'" + r.symbol().name() + "' has no value in a field"));
	}

	// ------------------------------------------------------------------ entry by entry

	private double[][] elementwise(Expr.Elementwise w, int at) {
		double[][] result = evaluate(w.args().getFirst(), at);
		if (w.op() == Expr.Op.NEGATE || w.op() == Expr.Op.NOT) {
			DoubleBinaryOperator op = w.op() == Expr.Op.NEGATE ? (a, z) -> -a : (a, z) -> a == 0 ? 1 : 0;
			return Arrays.stream(result).map(a -> spread(a, number(0), op)).toArray(double[][]::new);
		}
		for (Expr arg : w.args().subList(1, w.args().size())) {
			double[][] a = result;
			double[][] b = evaluate(arg, at);
			result = new double[Math.max(a.length, b.length)][];
			for (int c = 0; c < result.length; c++) {
				result[c] = spread(a[a.length == 1 ? 0 : c], b[b.length == 1 ? 0 : c], operator(w.op()));
			}
		}
		return result;
	}

	static double[] spread(double[] a, double[] b, DoubleBinaryOperator op) {
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

	private double[][] apply(Expr.Apply a, int at) {
		List<double[][]> args = a.args().stream().map(x -> evaluate(x, at)).toList();
		double[][] result = new double[args.stream().mapToInt(x -> x.length).max().orElse(1)][];
		for (int c = 0; c < result.length; c++) {
			int component = c;
			result[c] = apply(a.function().handle(), a.function().name(), args.stream().map(x -> x[x.length == 1 ? 0 : component]).toList());
		}
		return result;
	}

	private static double[] apply(MethodHandle handle, String name, List<double[]> args) {
		double[] result = new double[args.stream().mapToInt(x -> x.length).max().orElse(1)];
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
			throw new IllegalStateException("the function '" + name + "' threw a checked exception", e);
		}
		return result;
	}

	private static double entry(List<double[]> args, int arg, int cell) {
		double[] v = args.get(arg);
		return v[v.length == 1 ? 0 : cell];
	}

	// ------------------------------------------------------------------ vectors and matrices

	private double[][] product(Expr.Product p, int at) {
		double[][] a = evaluate(p.left(), at);
		double[][] b = evaluate(p.right(), at);
		int inner = p.left().type().shape().columns();
		int columns = p.right().type().shape().columns();
		double[][] result = new double[p.left().type().shape().rows() * columns][];
		for (int i = 0; i < result.length; i++) {
			double[] sum = number(0);
			for (int k = 0; k < inner; k++) {
				sum = spread(sum, spread(a[i / columns * inner + k], b[k * columns + i % columns], (x, y) -> x * y), Double::sum);
			}
			result[i] = sum;
		}
		return result;
	}

	private static double[][] transposed(double[][] a, Shape shape) {
		double[][] result = new double[a.length][];
		for (int i = 0; i < a.length; i++) {
			result[i % shape.columns() * shape.rows() + i / shape.columns()] = a[i];
		}
		return result;
	}

	private double[][] select(Expr.Select s, int at) {
		double[][] a = evaluate(s.operand(), at);
		Shape shape = s.operand().type().shape();
		boolean one = s.indices().size() == 1;
		int row = index(s, 0, one ? a.length : shape.rows(), at);
		return new double[][] {a[one ? row : row * shape.columns() + index(s, 1, shape.columns(), at)]};
	}

	private int index(Expr.Select s, int i, int size, int at) {
		double[] index = s.indices().get(i) == null ? number(size) : evaluate(s.indices().get(i), at)[0];
		if (index.length != 1 || index[0] != Math.rint(index[0]) || !(index[0] >= 1 && index[0] <= size)) {
			throw fault(s, "an index here is a whole number from 1 to " + size);
		}
		return (int) index[0] - 1;
	}

	private double[][] assemble(Expr.Assemble a, int at) {
		Shape shape = a.type().shape();
		double[][] result = new double[(int) shape.size()][];
		int top = 0;
		for (List<Expr> row : a.rows()) {
			int left = 0;
			for (Expr block : row) {
				int columns = block.type().shape().columns();
				double[][] values = evaluate(block, at);
				for (int i = 0; i < values.length; i++) {
					result[(top + i / columns) * shape.columns() + left + i % columns] = values[i];
				}
				left += columns;
			}
			top += row.getFirst().type().shape().rows();
		}
		return result;
	}

	private double[][] overComponents(Expr.Reduce r, double[][] a) {
		int n = Arrays.stream(a).mapToInt(x -> x.length).max().orElse(1);
		double[] result = new double[n];
		double[] entries = new double[a.length];
		for (int i = 0; i < n; i++) {
			for (int c = 0; c < entries.length; c++) {
				entries[c] = a[c][a[c].length == 1 ? 0 : i];
			}
			result[i] = reduce(r, entries);
		}
		return new double[][] {result};
	}

	// ------------------------------------------------------------------ over space

	private double overSpace(Expr.Reduce r, double[] v) {
		double[] all = v;
		if (v.length == 1) {
			all = new double[grid.count()];
			Arrays.fill(all, v[0]);
		}
		return r.op() == Expr.Reduction.INTEGRAL ? Arrays.stream(all).sum() * differences.volume() : reduce(r, all);
	}

	private static double reduce(Expr.Reduce r, double[] v) {
		return switch (r.op()) {
			case SUM, INTEGRAL -> Arrays.stream(v).sum();
			case MEAN -> Arrays.stream(v).sum() / v.length;
			case VARIANCE -> variance(v);
			case SD -> Math.sqrt(variance(v));
			case MIN -> Arrays.stream(v).min().orElseThrow();
			case MAX -> Arrays.stream(v).max().orElseThrow();
			case COUNT -> Arrays.stream(v).filter(x -> x != 0).count();
			case QUANTILE, MEDIAN -> throw fault(r, "a quantile over cells is not known to a field that is being solved; "
					+ "observe the field, and take the quantile of the column");
		};
	}

	private static double variance(double[] v) {
		double mean = Arrays.stream(v).sum() / v.length;
		return Arrays.stream(v).map(x -> (x - mean) * (x - mean)).sum() / (v.length - 1);
	}
}
