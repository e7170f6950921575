// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr.SweepValue;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.result.Axis;
import org.ergode.engine.result.Column;

/**
 * The columns of an experiment by what expressions call them, and what is computed from them.
 *
 * <p>Built up while an analysis runs, then left alone.
 */
public final class Columns {
	/** Groups that a reduction over walkers is jackknifed by, when nothing says how many there are. */
	private static final int GROUPS = 20;

	private final Map<Symbol, Column> bySymbol = new LinkedHashMap<>();
	private final Map<String, Double> sweep = new LinkedHashMap<>();
	private final Histograms histograms = new Histograms();

	/** @param point where the sweep is; its parameters can be read by their qualified names */
	public Columns(List<SweepValue> point) {
		point.forEach(v -> sweep.put(v.name(), v.value()));
	}

	public void put(Symbol symbol, Column column) {
		bySymbol.put(symbol, column);
	}

	public Optional<Column> find(Symbol symbol) {
		return Optional.ofNullable(bySymbol.get(symbol));
	}

	/** Whether all that the expression reads is there. */
	public boolean canEvaluate(Expr e) {
		Set<Symbol> reads = Expressions.reads(e);
		return reads.stream().allMatch(s -> bySymbol.containsKey(s) || sweep.containsKey(s.qualifiedName()) || kind(s) != null);
	}

	/** @throws AnalysisProblem if it cannot be computed */
	public Column evaluate(String name, Dimension dimension, Expr e) {
		Value value = at(e, -1, 0);
		double[][] replicates = replicates(e).stream().map(Value::data).toArray(double[][]::new);
		return value.toColumn(name, dimension, replicates);
	}

	/** @throws AnalysisProblem if it cannot be computed */
	public Estimate estimate(Expr e) {
		return Estimate.of(at(e, -1, 0), replicates(e));
	}

	/**
	 * @param e of all values at all places at once
	 * @throws AnalysisProblem if it cannot be computed
	 */
	public Histogram histogram(Expr.Special e) {
		return Histogram.of(at(e.args().getFirst(), -1, 0).data(), e.args().size() > 1 ? (int) at(e.args().get(1), -1, 0).data()[0] : 0);
	}

	/** As {@link #estimate(Expr)}; {@code t} and the like are the axes of another expression's columns where its own have none. */
	Estimate estimate(Expr e, Expr beside) {
		return Estimate.of(new Evaluator(s -> read(s, List.of(e, beside), -1, 0), -1, 0, histograms).evaluate(e), List.of());
	}

	private List<Value> replicates(Expr e) {
		int groups = groups(e);
		List<Value> replicates = new ArrayList<>(groups);
		for (int g = 0; g < groups; g++) {
			replicates.add(at(e, g, groups));
		}
		return replicates;
	}

	/** How often the expression is evaluated for its error: the most that a column it reads has been; of walkers one by one {@link #GROUPS}. */
	private int groups(Expr e) {
		int groups = 0;
		boolean walkers = false;
		for (Symbol s : Expressions.reads(e)) {
			Column c = bySymbol.get(s);
			if (c != null) {
				groups = Math.max(groups, c.replicates().length);
				walkers |= c.axes().stream().anyMatch(a -> a.kind() == Axis.Kind.WALKER && a.length() >= 2 * GROUPS);
			}
		}
		boolean leftOver = e.type().varies(Axis.Kind.WALKER);
		return groups == 0 && walkers && !leftOver ? GROUPS : walkers && leftOver ? 0 : groups;
	}

	Value at(Expr e, int group, int groups) {
		return new Evaluator(s -> read(s, List.of(e), group, groups), group, groups, histograms).evaluate(e);
	}

	private Value read(Symbol s, List<Expr> whole, int group, int groups) {
		Column column = bySymbol.get(s);
		if (column != null) {
			return Value.of(column, s.type().shape(), column.replicates().length == groups ? group : -1);
		}
		Double point = sweep.get(s.qualifiedName());
		if (point != null) {
			return Value.number(point);
		}
		return kind(s) == null ? null : axis(s, whole).map(Value::over).orElse(null);
	}

	/** The axis that a symbol names of the columns that the expressions read, the first first, else of any. Coordinates of space are known by their names. */
	private Optional<Axis> axis(Symbol s, List<Expr> whole) {
		Predicate<Axis> isIt = a -> s.role() == Symbol.Role.SPACE ? a.kind().isSpace() && a.name().equals(s.name()) : a.kind() == kind(s);
		List<Column> candidates = new ArrayList<>();
		whole.stream().flatMap(e -> Expressions.reads(e).stream()).map(bySymbol::get).filter(c -> c != null).forEach(candidates::add);
		candidates.addAll(bySymbol.values());
		return candidates.stream().flatMap(c -> c.axes().stream()).filter(isIt).findFirst();
	}

	/** What kind of axis a symbol names; null if none. */
	static Axis.Kind kind(Symbol s) {
		return switch (s.role()) {
			case TIME -> Axis.Kind.TIME;
			case EPOCH -> Axis.Kind.EPOCH;
			case SPACE -> Axis.Kind.CELL;
			default -> null;
		};
	}
}
