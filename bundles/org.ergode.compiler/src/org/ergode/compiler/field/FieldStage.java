// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.ergode.compiler.CompiledStage;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.ExperimentIr.Solve;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.FieldIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.field.Cells;
import org.ergode.engine.field.ChebyshevIntegrator;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;

/** A field, solved by the method of lines: its equations in each cell, integrated together. */
public final class FieldStage implements CompiledStage {
	private final FieldIr field;
	private final double until;
	private final List<Observe> observes;
	private final Cells cells;

	private FieldStage(FieldIr field, double until, List<Observe> observes, Cells cells) {
		this.field = field;
		this.until = until;
		this.observes = List.copyOf(observes);
		this.cells = cells;
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
			Cells.Boundary boundary = Cells.Boundary.valueOf(field.boundary().toUpperCase(Locale.ROOT));
			return new FieldStage(field, solve.until(), observes, Cells.of(field.lower(), field.upper(), field.cells(), boundary));
		} catch (IllegalArgumentException e) {
			throw new ModelFault(Lowering.place(field.source()), e.getMessage());
		}
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
		Map<Symbol, double[][]> recorded = new IdentityHashMap<>();
		TreeSet<Double> times = new TreeSet<>();
		for (Observe o : observes) {
			recorded.put(o.symbol(), new double[gridOf(o).length][]);
			Arrays.stream(gridOf(o)).forEach(times::add);
		}
		CellEvaluator evaluator = new CellEvaluator(field, cells);
		ChebyshevIntegrator solver = new ChebyshevIntegrator((t, y, rate) -> rate(evaluator, t, y, rate), start(evaluator), field.step());
		for (double time : times) {
			double[] y = solve(solver, time, context.control());
			evaluator.at(time, split(y));
			for (Observe o : observes) {
				int k = Arrays.binarySearch(gridOf(o), time);
				if (k >= 0) {
					recorded.get(o.symbol())[k] = evaluator.evaluate(o.value()).clone();
				}
			}
			context.control().progress(title(), time / until);
		}
		Map<Symbol, Column> columns = new IdentityHashMap<>();
		observes.forEach(o -> columns.put(o.symbol(), column(o, recorded.get(o.symbol()))));
		return new Result(columns, List.of());
	}

	/** Without a grid of its own a value is that of the end. */
	private double[] gridOf(Observe o) {
		return o.grid().length == 0 ? new double[] {until} : o.grid();
	}

	private double[] solve(ChebyshevIntegrator solver, double time, RunControl control) {
		try {
			return solver.advance(time, control::check);
		} catch (ArithmeticException e) {
			throw new ModelFault(Lowering.place(field.equations().getFirst().source()), field.name() + ": " + e.getMessage());
		}
	}

	private double[] start(CellEvaluator evaluator) {
		int n = cells.count();
		double[] y = new double[n * field.equations().size()];
		evaluator.at(0, List.of());
		for (int s = 0; s < field.equations().size(); s++) {
			put(evaluator.evaluate(initialOf(field, field.equations().get(s))), y, s * n);
		}
		return y;
	}

	private void rate(CellEvaluator evaluator, double t, double[] y, double[] rate) {
		evaluator.at(t, split(y));
		for (int s = 0; s < field.equations().size(); s++) {
			put(evaluator.evaluate(field.equations().get(s).rate()), rate, s * cells.count());
		}
	}

	private void put(double[] value, double[] into, int at) {
		if (value.length == 1) {
			Arrays.fill(into, at, at + cells.count(), value[0]);
		} else {
			System.arraycopy(value, 0, into, at, value.length);
		}
	}

	private List<double[]> split(double[] y) {
		int n = cells.count();
		if (y.length == n) {
			return List.of(y);
		}
		List<double[]> states = new ArrayList<>();
		for (int at = 0; at < y.length; at += n) {
			states.add(Arrays.copyOfRange(y, at, at + n));
		}
		return states;
	}

	/** Times outermost, then cells: what the symbol's type says. */
	private Column column(Observe o, double[][] recorded) {
		boolean overCells = o.symbol().type().varies(Axis.Kind.CELL);
		List<Axis> axes = new ArrayList<>();
		if (o.symbol().type().varies(Axis.Kind.TIME)) {
			axes.add(new Axis("t", Axis.Kind.TIME, field.time().type().dimension(), gridOf(o)));
		}
		if (overCells) {
			axes.add(new Axis(field.variable().name(), Axis.Kind.CELL, field.variable().type().dimension(), cells.centres()));
		}
		int width = overCells ? cells.count() : 1;
		double[] values = new double[recorded.length * width];
		for (int k = 0; k < recorded.length; k++) {
			for (int i = 0; i < width; i++) {
				values[k * width + i] = recorded[k][recorded[k].length == 1 ? 0 : i];
			}
		}
		return Column.exact(o.symbol().name(), o.symbol().type().dimension(), axes, values);
	}
}
