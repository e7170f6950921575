// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ergode.compiler.CompiledStage;
import org.ergode.compiler.StageWatch.Moment;
import org.ergode.compiler.StageWatch.Value;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.ExperimentIr.Solve;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.FieldIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.field.Grid;
import org.ergode.engine.field.ChebyshevIntegrator;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;

/** A field, solved by the method of lines: its equations in each cell, integrated together. */
public final class FieldStage implements CompiledStage {
	private final FieldIr field;
	private final Solve solve;
	private final double until;
	private final List<Observe> observes;
	private final Grid grid;

	private FieldStage(Solve solve, List<Observe> observes, Grid grid) {
		this.solve = solve;
		this.field = solve.field();
		this.until = solve.until();
		this.observes = List.copyOf(observes);
		this.grid = grid;
	}

	/** @throws ModelFault if the field cannot be solved */
	public static FieldStage of(Solve solve, List<Observe> observes) {
		FieldIr field = solve.field();
		if (!(solve.until() > 0 && solve.until() < Double.POSITIVE_INFINITY)) {
			throw new ModelFault(Lowering.place(solve.source()), "'until' is not a positive time: " + solve.until() + " s");
		}
		for (FieldIr.Equation e : field.equations()) {
			initialOf(field, e);
		}
		try {
			return new FieldStage(solve, observes, Grid.of(field.space().stream().map(FieldStage::line).toList()));
		} catch (IllegalArgumentException e) {
			throw new ModelFault(Lowering.place(field.source()), e.getMessage());
		}
	}

	private static Grid.Line line(FieldIr.Coordinate c) {
		return new Grid.Line(c.lower(), c.upper(), c.cells(), wall(c.low()), wall(c.high()));
	}

	private static Grid.Wall wall(FieldIr.Wall wall) {
		return switch (wall.kind()) {
			case "reflecting" -> Grid.Wall.REFLECTING;
			case "periodic" -> Grid.Wall.PERIODIC;
			case "absorbing", "fixed" -> Grid.Wall.FIXED;
			default -> throw new ModelFault(Lowering.place(wall.source()), "unknown boundary '" + wall.kind() + "'; expected reflecting, absorbing, periodic or fixed");
		};
	}

	private static Expr initialOf(FieldIr field, FieldIr.Equation e) {
		return field.initials().stream().filter(i -> i.state() == e.state()).map(FieldIr.Initial::value).findFirst().orElseThrow(
				() -> new ModelFault(Lowering.place(e.source()), "'" + e.state().name() + "' has no initial profile: write 'initial " + e.state().name() + " = …'"));
	}

	@Override
	public String title() {
		return "solve " + field.name();
	}

	@Override
	public Result run(Context context) {
		Map<Symbol, double[][][]> recorded = new IdentityHashMap<>();
		TreeSet<Double> times = new TreeSet<>();
		for (Observe o : observes) {
			recorded.put(o.symbol(), new double[gridOf(o).length][][]);
			Arrays.stream(gridOf(o)).forEach(times::add);
		}
		CellEvaluator evaluator = new CellEvaluator(field, grid);
		ChebyshevIntegrator solver = new ChebyshevIntegrator((t, y, rate) -> rate(evaluator, t, y, rate), start(evaluator), field.step());
		Runnable beat = context.watch() == null ? context.control()::check : new Beat(context, solver);
		for (double time : times) {
			double[] y = solve(solver, time, beat);
			evaluator.at(time, split(y));
			for (Observe o : observes) {
				int k = Arrays.binarySearch(gridOf(o), time);
				if (k >= 0) {
					recorded.get(o.symbol())[k] = kept(evaluator.evaluate(o.value()));
				}
			}
			context.control().progress(title(), time / until);
		}
		Map<Symbol, Column> columns = new IdentityHashMap<>();
		observes.forEach(o -> columns.put(o.symbol(), column(o, recorded.get(o.symbol()))));
		return new Result(columns, List.of());
	}

	/** Shows each time step, in which all equations move together. A step that was too long for its error is tried again, shorter: it is one step. */
	private final class Beat implements Runnable {
		private final Context context;
		private final ChebyshevIntegrator solver;
		private double shown = Double.NaN;
		private int step;

		Beat(Context context, ChebyshevIntegrator solver) {
			this.context = context;
			this.solver = solver;
		}

		@Override
		public void run() {
			context.control().check();
			if (solver.time() == shown) {
				return;
			}
			shown = solver.time();
			step++;
			if (!context.watch().isWanted()) {
				return;
			}
			List<Value> values = new ArrayList<>();
			values.add(new Value("t", "time", Shape.NUMBER, Dimension.TIME, 0, new double[] {solver.time()}));
			List<double[]> states = split(solver.state());
			for (int s = 0; s < states.size(); s++) {
				Symbol symbol = field.equations().get(s).state();
				values.add(new Value(symbol.name(), "state", shape(), symbol.type().dimension(), 0, states.get(s)));
			}
			context.watch().moment(new Moment(solve, field.equations().stream().map(FieldIr.Equation::source).toList(), List.of(title(), "step " + step), true, true, values));
		}
	}

	/** Of all cells: a row for each coordinate but the last, which has the columns; of a line a vector. */
	private Shape shape() {
		int columns = grid.dimension() == 1 ? 1 : grid.centres(grid.dimension() - 1).length;
		return new Shape(grid.count() / columns, columns);
	}

	/** The states' own arrays are used again. */
	private static double[][] kept(double[][] components) {
		return Arrays.stream(components).map(double[]::clone).toArray(double[][]::new);
	}

	/** Without a grid of its own a value is that of the end. */
	private double[] gridOf(Observe o) {
		return o.grid().length == 0 ? new double[] {until} : o.grid();
	}

	private double[] solve(ChebyshevIntegrator solver, double time, Runnable beat) {
		try {
			return solver.advance(time, beat);
		} catch (ArithmeticException e) {
			throw new ModelFault(Lowering.place(field.equations().getFirst().source()), field.name() + ": " + e.getMessage());
		}
	}

	private double[] start(CellEvaluator evaluator) {
		int n = grid.count();
		double[] y = new double[n * field.equations().size()];
		evaluator.at(0, List.of());
		for (int s = 0; s < field.equations().size(); s++) {
			put(evaluator.evaluate(initialOf(field, field.equations().get(s)))[0], y, s * n);
		}
		return y;
	}

	private void rate(CellEvaluator evaluator, double t, double[] y, double[] rate) {
		evaluator.at(t, split(y));
		for (int s = 0; s < field.equations().size(); s++) {
			put(evaluator.evaluate(field.equations().get(s).rate())[0], rate, s * grid.count());
		}
	}

	private void put(double[] value, double[] into, int at) {
		if (value.length == 1) {
			Arrays.fill(into, at, at + grid.count(), value[0]);
		} else {
			System.arraycopy(value, 0, into, at, value.length);
		}
	}

	private List<double[]> split(double[] y) {
		int n = grid.count();
		if (y.length == n) {
			return List.of(y);
		}
		List<double[]> states = new ArrayList<>();
		for (int at = 0; at < y.length; at += n) {
			states.add(Arrays.copyOfRange(y, at, at + n));
		}
		return states;
	}

	/** Times outermost, then cells, then components: what the symbol's type says. */
	private Column column(Observe o, double[][][] recorded) {
		boolean overCells = o.symbol().type().varies(Axis.Kind.CELL);
		List<Axis> axes = new ArrayList<>();
		if (o.symbol().type().varies(Axis.Kind.TIME)) {
			axes.add(new Axis("t", Axis.Kind.TIME, field.time().type().dimension(), gridOf(o)));
		}
		for (int k = 0; overCells && k < grid.dimension(); k++) {
			Symbol symbol = field.space().get(k).symbol();
			axes.add(new Axis(symbol.name(), Axis.Kind.space(grid.dimension()).get(k), symbol.type().dimension(), grid.centres(k)));
		}
		Shape shape = o.symbol().type().shape();
		if (!shape.isNumber()) {
			axes.add(components("row", shape.rows()));
			if (!shape.isVector()) {
				axes.add(components("column", shape.columns()));
			}
		}
		int width = overCells ? grid.count() : 1;
		int size = (int) shape.size();
		double[] values = new double[recorded.length * width * size];
		for (int i = 0; i < values.length; i++) {
			double[] v = recorded[i / (width * size)][i % size];
			values[i] = v[v.length == 1 ? 0 : i / size % width];
		}
		return Column.exact(o.symbol().name(), o.symbol().type().dimension(), axes, values);
	}

	private static Axis components(String name, int n) {
		return new Axis(name, Axis.Kind.COMPONENT, Dimension.NONE, IntStream.rangeClosed(1, n).asDoubleStream().toArray());
	}
}
