// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.result.Axis;

/**
 * Observes, and what is hoisted out of compound expressions: a statistic over walkers, a path observable, or an expression over
 * layers must be computed while a stage runs; the rest is arithmetic on the columns that come out.
 */
final class Columns {
	private static final Set<String> SIMULATED = Set.of("trajectories");
	private static final Set<String> TRAINED = Set.of("reconstruction", "confusion", "kl_divergence", "free_energy", "log_likelihood", "log_partition", "principal_component");

	private static final Set<Symbol.Role> TRAINED_ROLES = Set.of(Symbol.Role.DATA, Symbol.Role.MODEL, Symbol.Role.TARGET);

	/**
	 * When and on what a live value is computed.
	 *
	 * @param grid null: not given
	 * @param every epochs between values, or sweeps of a recall
	 */
	record When(double[] grid, DataIr data, int every, boolean sweeps, String per) {
		static final When DEFAULT = new When(null, null, 0, "");
		private static final When EACH_AT_THE_END = new When(null, null, 0, "walker");

		When(double[] grid, DataIr data, int every, String per) {
			this(grid, data, every, false, per);
		}

		/** Whether only a training has such values. */
		boolean isOfTraining() {
			return every > 0 && !sweeps || data != null;
		}
	}

	private final Session session;
	private final Stages stages;
	private final List<ExperimentIr.Observe> observes = new ArrayList<>();
	private double[] firstGrid;
	private int hidden;

	Columns(Session session, Stages stages) {
		this.session = session;
		this.stages = stages;
	}

	List<ExperimentIr.Observe> all() {
		return List.copyOf(observes);
	}

	/** Statistics without a grid of their own take the first one of the text. */
	void firstGrid(double[] grid) {
		if (firstGrid == null) {
			firstGrid = grid;
		}
	}

	/** @return the column of an observe; null if the value cannot be computed */
	Symbol observe(String name, Expr value, When when, EObject at) {
		int stage = when.per.equals("walker") ? walkersStage(value) : liveStage(value, when);
		int before = session.errors();
		Expr computed = stage >= 0 ? value : hoisted(value, when, at);
		if (session.errors() > before) {
			return null;
		}
		return add(name, computed, stage, false, when, Sources.of(at), at);
	}

	/** @return the expression over columns only */
	Expr hoisted(Expr e, When when, EObject at) {
		int stage = liveStage(e, when);
		if (stage >= 0) {
			Symbol column = add("live" + ++hidden, e, stage, true, when, e.source(), at);
			return column == null ? e : Build.read(column, e.source());
		}
		if (e instanceof Expr.Special s && s.name().equals("histogram")) {
			When each = when.grid == null && !when.isOfTraining() ? When.EACH_AT_THE_END : new When(when.grid, when.data, when.every, when.sweeps, when.per.isEmpty() ? "walker" : when.per);
			return new Expr.Special(s.name(), s.args().stream().map(x -> sample(x, each, at)).toList(), each == When.EACH_AT_THE_END ? s.type().without(Axis.Kind.TIME) : s.type(), s.source());
		}
		if (e instanceof Expr.Reduce r && r.axis() == Axis.Kind.WALKER && IrTree.any(r.operand(), x -> x instanceof Expr.Reduce i && i.axis() == Axis.Kind.WALKER && liveStage(i, when) >= 0)) {
			session.error(Issues.OBSERVE, at, null, Messages.quote(word(r)) + " over walkers cannot contain another statistic over walkers; use variance(x), or observe the inner one first");
			return e;
		}
		if (e instanceof Expr.Read r && isLive(r.symbol())) {
			boolean walker = r.symbol().type().varies(Axis.Kind.WALKER);
			session.error(Issues.OBSERVE, at, null, Messages.quote(r.symbol().name()) + (walker ? " differs from walker to walker; take a statistic such as mean(" + r.symbol().name() + ")"
					: " cannot be mixed with columns here; observe it first"));
			return e;
		}
		return IrTree.map(e, x -> hoisted(x, when, at));
	}

	/** What a histogram is of: walkers' own values become columns of one value each, at the times of the grid, or at the end without one. */
	private Expr sample(Expr e, When when, EObject at) {
		int stage = walkersStage(e);
		if (stage >= 0) {
			return Build.read(add("live" + ++hidden, e, stage, true, when, e.source(), at), e.source());
		}
		return e instanceof Expr.Read ? hoisted(e, when, at) : IrTree.map(e, x -> sample(x, when, at));
	}

	private static String word(Expr.Reduce r) {
		return r.op().name().toLowerCase(java.util.Locale.ROOT);
	}

	private Symbol add(String name, Expr value, int stage, boolean isHidden, When when, Source source, EObject at) {
		List<Axis.Kind> over = new ArrayList<>(value.type().over());
		double[] grid = new double[0];
		int every = 0;
		String per = "";
		boolean isEach = value.type().varies(Axis.Kind.WALKER) && value.type().varies(Axis.Kind.TIME);
		if (when == When.EACH_AT_THE_END || isEach && when.per.equals("walker") && when.grid == null) {
			over.remove(Axis.Kind.TIME);
		}
		if (stage >= 0) {
			per = isHidden && !value.type().varies(Axis.Kind.WALKER) && when.per.equals("walker") ? "" : when.per;
			switch (stages.all().get(stage)) {
				case ExperimentIr.Simulate s -> {
					ProcessReads.observed(session, value, s.process(), at);
					grid = over.contains(Axis.Kind.TIME) ? grid(when, s.until(), at) : grid;
				}
				case ExperimentIr.Solve s -> {
					grid = grid(when, s.until(), at);
					over = new ArrayList<>(Type.union(over, List.of(Axis.Kind.TIME)));
				}
				case ExperimentIr.Train _ -> {
					every = when.every;
					over.removeAll(List.of(Axis.Kind.EPOCH));
					if (every > 0) {
						over.add(Axis.Kind.EPOCH);
					}
				}
				case ExperimentIr.Recall _ -> {
					every = when.sweeps ? when.every : 0;
					if (per.equals("sweep") || every > 0) {
						over.add(Axis.Kind.TIME);
					}
				}
			}
			if (value instanceof Expr.Path) {
				per = "walker";
			}
			if (over.remove(Axis.Kind.SAMPLE) && (per.equals("pattern") || per.equals("sweep"))) {
				over.add(0, Axis.Kind.PATTERN);
			}
		}
		Type type = new Type(value.type().shape(), value.type().dimension(), over);
		Symbol symbol = new Symbol(name, name, Symbol.Role.COLUMN, type, source);
		observes.add(new ExperimentIr.Observe(symbol, value, stage, isHidden, grid, stage >= 0 ? when.data : null, every, per, source));
		return symbol;
	}

	private double[] grid(When when, double until, EObject at) {
		double[] grid = when.grid != null ? when.grid : firstGrid != null ? firstGrid : new double[] {until};
		if (grid[grid.length - 1] > until * (1 + 1e-12) && when.grid != null) {
			session.error(Issues.WRONG_VALUE, at, at instanceof org.ergode.dsl.erg.Observe ? "grid" : null, "the last time of the grid", org.ergode.engine.quantity.Quantities.display(grid[grid.length - 1], org.ergode.engine.quantity.Dimension.TIME),
					"at most " + org.ergode.engine.quantity.Quantities.display(until, org.ergode.engine.quantity.Dimension.TIME) + ", the end of the simulation");
		}
		return grid;
	}

	// ------------------------------------------------------------------ what is live

	/**
	 * @return the stage that computes the expression as it stands; -1 if none does. That is the last one that knows its names; of what is asked for by epoch or on
	 *     some data, or speaks of the data or the target, the last training
	 */
	private int liveStage(Expr e, When when) {
		if (IrTree.any(e, x -> x instanceof Expr.Special s && s.name().equals("histogram"))) {
			return -1; // of a sample, once it is there
		}
		Set<Symbol> read = new HashSet<>();
		IrTree.symbols(e, read);
		boolean trained = when.isOfTraining() || read.stream().anyMatch(s -> TRAINED_ROLES.contains(s.role()));
		int stage = -1;
		for (Symbol s : read) {
			if (s.role() == Symbol.Role.COLUMN || s.role() == Symbol.Role.COEFFICIENT) {
				return -1;
			}
			stage = Math.max(stage, trained && stages.trainer(s) >= 0 ? stages.trainer(s) : stages.owner(s));
		}
		if (stage < 0) {
			return withoutSymbols(e);
		}
		return switch (stages.all().get(stage)) {
			case ExperimentIr.Simulate _ -> isSimulated(e) ? stage : -1;
			case ExperimentIr.Solve _, ExperimentIr.Train _, ExperimentIr.Recall _ -> stage;
		};
	}

	/** Also an expression of one walker, which a column of one value a walker can hold; -1 if it is none. */
	private int walkersStage(Expr e) {
		int stage = liveStage(e, When.DEFAULT);
		if (stage >= 0 || !e.type().varies(Axis.Kind.WALKER) || !isOneWalkers(e)) {
			return stage;
		}
		Set<Symbol> read = new HashSet<>();
		IrTree.symbols(e, read);
		for (Symbol s : read) {
			if (s.role() == Symbol.Role.COLUMN || s.role() == Symbol.Role.COEFFICIENT) {
				return -1;
			}
			stage = Math.max(stage, stages.owner(s));
		}
		return stage >= 0 && stages.all().get(stage) instanceof ExperimentIr.Simulate ? stage : -1;
	}

	/** {@code trajectories(5)} or {@code log_partition()}: the last stage of their kind has them. */
	private int withoutSymbols(Expr e) {
		if (!(e instanceof Expr.Special s)) {
			return -1;
		}
		for (int i = stages.all().size() - 1; i >= 0; i--) {
			ExperimentIr.Stage stage = stages.all().get(i);
			if (SIMULATED.contains(s.name()) && s.name().equals("trajectories") && stage instanceof ExperimentIr.Simulate || TRAINED.contains(s.name()) && stage instanceof ExperimentIr.Train) {
				return i;
			}
		}
		return -1;
	}

	/** One statistic over walkers of one walker's values, or one path observable. */
	private boolean isSimulated(Expr e) {
		return switch (e) {
			case Expr.Path _ -> true;
			case Expr.Reduce r -> r.axis() == Axis.Kind.WALKER && isOneWalkers(r.operand());
			case Expr.Special s -> SIMULATED.contains(s.name()) && s.args().stream().allMatch(this::isOneWalkers);
			default -> false;
		};
	}

	private boolean isOneWalkers(Expr e) {
		return !IrTree.any(e, x -> x instanceof Expr.Path || x instanceof Expr.Reduce r && r.axis() != null);
	}

	private boolean isLive(Symbol s) {
		return stages.owner(s) >= 0 && s.role() != Symbol.Role.SPACE;
	}
}
