// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.List;

/**
 * An experiment at one point of its sweep: everything resolved, typed and in SI. The run façade elaborates once a point.
 *
 * @param seed of all its streams
 * @param point the sweep's values here, in order of its statements; empty without sweep
 * @param stages simulate, train and recall, in the order of the text
 */
public record ExperimentIr(String name, String title, long seed, List<SweepValue> point, List<Stage> stages, List<Observe> observes,
		List<Fit> fits, List<Expect> expects, List<Plot> plots, List<Show> shows, List<Check> checks, Source source) {

	/** @param name qualified as written: {@code Fractional.alpha} */
	public record SweepValue(String name, double value, Type type) {
	}

	public sealed interface Stage {
		Source source();
	}

	/** @param until s */
	public record Simulate(ProcessIr process, int walkers, double until, Source source) implements Stage {
	}

	/** @param until s */
	public record Solve(FieldIr field, double until, Source source) implements Stage {
	}

	/** @param batch samples of an update; {@link RuleIr#ALL} for all @param precision {@code single} or {@code double} */
	public record Train(NetworkIr network, DataIr data, RuleIr rule, int batch, int epochs, String precision, Source source) implements Stage {
	}

	/**
	 * Settles from each sample of the patterns.
	 *
	 * @param corruption share of the visible units that are flipped first, 0 to 1
	 * @param untilStable until a sweep at temperature 0 changes nothing
	 * @param sweeps how many otherwise; a sweep updates each unit once
	 * @param temperature 0 or more
	 */
	public record Recall(NetworkIr network, DataIr patterns, double corruption, boolean untilStable, int sweeps, double temperature, Source source) implements Stage {
	}

	/**
	 * A column to be computed, <b>live</b> by a stage or afterwards from other columns.
	 *
	 * <p>Live while simulating: the value is one {@link Expr.Reduce} over WALKER whose operand reads the walker's symbols, or one {@link Expr.Path}.
	 * Live while a field is solved: any expression over its states, its coordinate and {@code t}, {@link Expr.Reduce}s over CELL included.
	 * Live while training or recalling: any expression over layers, parameters, target, data and model that reads no column; {@link Expr.Reduce}s
	 * over SAMPLE and components included. The elaborator hoists whatever is live out of compound observes, claims, plots and shows into hidden
	 * observes, so that those read columns only.
	 *
	 * <p>What the column runs over is {@code symbol.type().over()}: TIME (the grid), EPOCH (with {@code every}), WALKER or PATTERN (with {@code per}), CELL.
	 * An expression that is computed from columns may also read {@code t} or a coordinate: its values are those of that axis.
	 *
	 * @param stage index of the stage that computes it; -1: computed from columns
	 * @param hidden hoisted by the elaborator: not exported
	 * @param grid times in SI, ascending, for a live value that varies over TIME; else empty
	 * @param data what it is evaluated on; null: the data trained on
	 * @param every epochs of a training or sweeps of a recall between values; 0: once, at the end of the stage
	 * @param per {@code walker}, {@code pattern}, {@code sweep} (as a film of a recall: TIME, by pattern) or empty
	 */
	public record Observe(Symbol symbol, Expr value, int stage, boolean hidden, double[] grid, DataIr data, int every, String per, Source source) {
	}

	/**
	 * {@code observable ~ formula}. In the formula every quantity under a fitted exponent is divided by its SI base unit already.
	 *
	 * @param label empty without one
	 * @param abscissa the axis variable in the formula, usually {@code t}
	 * @param from lower end of the range, SI; -infinity without {@code over}
	 */
	public record Fit(String label, Symbol observable, Symbol abscissa, List<Symbol> coefficients, Expr formula, double from, double to, Source source) {
	}

	/** @param tolerance null for an inequality or an exact claim; relative tolerances are written out as expressions; an
	 * {@code actual} that varies is met if each of its values meets it; @param condition null or a 0/1 expression */
	public record Expect(String text, Expr actual, Expr.Op operator, Expr expected, Expr tolerance, Expr condition, Source source) {
	}

	/** @param curves columns or expressions of columns; {@code fit} is a {@code Special("fit")}; @param versus null, or the abscissa: {@code t},
	 * {@code epoch}, a column, or for a sweep's parameter a {@code Read} of a symbol with that {@link SweepValue}'s name as qualified name */
	public record Plot(List<Expr> curves, List<String> labels, Expr versus, boolean logX, boolean logY, String title, Source source) {
	}

	/** @param form {@code image} with its shape, or empty; @param byColumns whether each column is an item */
	public record Show(List<Expr> values, List<String> labels, boolean byColumns, boolean byRows, String form, int rows, int columns, String during, DataIr data, String title, Source source) {
	}

	/** {@code check gradient against finite_differences}. */
	public record Check(String what, String oracle, Source source) {
	}
}
