// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.xtext.resource.XtextResource;
import org.ergode.dsl.elaborate.ExpressionElaborator.Mode;
import org.ergode.dsl.erg.Check;
import org.ergode.dsl.erg.DataDefinition;
import org.ergode.dsl.erg.Every;
import org.ergode.dsl.erg.Expect;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.ExperimentStatement;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Plot;
import org.ergode.dsl.erg.Recall;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Seed;
import org.ergode.dsl.erg.Show;
import org.ergode.dsl.erg.Simulate;
import org.ergode.dsl.erg.Sweep;
import org.ergode.dsl.erg.Train;
import org.ergode.dsl.ir.DataIr;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.control.Memory;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** One experiment at one point of its sweep. Made for one use. */
final class Experiments {
	private static final long DEFAULT_SEED = 1;
	private static final int LONGEST_PERIOD = 1_000_000_000;
	private static final Set<String> EPOCHS = Set.of("epoch", "epochs");
	private static final Set<String> SWEEPS = Set.of("sweep", "sweeps");

	private final Session session;
	private final Experiment experiment;
	private final long points;
	private final ExpressionElaborator expressions;
	private final ExpressionElaborator members;
	private final Stages stages;
	private final Columns columns;
	private final Fits fits;
	private final Map<Observe, Symbol> observed = new LinkedHashMap<>();
	private final List<ExperimentIr.SweepValue> point = new ArrayList<>();

	/** @param points of the sweep in all */
	Experiments(Session session, Experiment experiment, long points) {
		this.session = session;
		this.points = points;
		this.experiment = experiment;
		this.expressions = new ExpressionElaborator(session, Mode.ENSEMBLE);
		this.members = new ExpressionElaborator(session, Mode.MEMBER);
		this.stages = new Stages(session, expressions);
		this.columns = new Columns(session, stages);
		this.fits = new Fits(session);
	}

	/** @return null if something is wrong */
	ExperimentIr elaborate() {
		int before = session.errors();
		Statements.once(session, experiment, experiment.getStatements(), Seed.class);
		new Members(session, expressions, experiment.getName(), experiment).parametersAndLets(experiment.getStatements());
		if (!Stages.any(experiment)) {
			session.error(Issues.MISSING_STATEMENT, experiment, "name", "the experiment " + Messages.quote(experiment.getName()), "'simulate', 'train' or 'recall'");
			return null; // nothing has the names that it speaks of
		}
		for (ExperimentStatement s : experiment.getStatements()) {
			switch (s) {
				case Parameter p -> session.valueOf(p, p);
				case DataDefinition d -> session.data().of(d);
				case Sweep w -> sweep(w);
				case org.ergode.dsl.erg.Split p -> p.getParts().stream().limit(1).forEach(q -> session.data().named(q.getName(), p, "data"));
				case Simulate x -> stages.add(x);
				case Train x -> stages.add(x);
				case Recall x -> stages.add(x);
				default -> {
				}
			}
		}
		if (!stages.isComplete()) {
			return explained(); // names of a stage that is wrong would only repeat it
		}
		each(Observe.class, this::firstGrid);
		each(Observe.class, this::observe);
		List<ExperimentIr.Fit> fitted = new ArrayList<>();
		each(Fit.class, f -> fitted.add(fits.of(f, observed)));
		List<ExperimentIr.Expect> expects = new ArrayList<>();
		each(Expect.class, e -> expects.add(expect(e)));
		List<ExperimentIr.Plot> plots = new ArrayList<>();
		each(Plot.class, p -> plots.add(plot(p)));
		List<ExperimentIr.Show> shows = new ArrayList<>();
		each(Show.class, s -> shows.add(show(s)));
		List<ExperimentIr.Check> checks = new ArrayList<>();
		each(Check.class, c -> checks.add(check(c)));
		long seed = seed();
		boolean whole = Stream.of(fitted, expects, plots, shows).noneMatch(l -> l.stream().anyMatch(x -> x == null)); // not after a syntax error
		if (session.errors() > before || !whole) {
			return explained();
		}
		ExperimentIr ir = new ExperimentIr(experiment.getName(), experiment.getTitle() == null ? "" : experiment.getTitle(), seed, List.copyOf(point), stages.all(),
				columns.all(), List.copyOf(fitted), List.copyOf(expects), List.copyOf(plots), List.copyOf(shows), List.copyOf(checks), Sources.of(experiment, "name", -1));
		return fitsInMemory(ir) ? ir : null;
	}

	/** @return null, with an error told: what is wrong has been said, or stands in a text that could not be read, or is a fault of ours that must not be silent */
	private ExperimentIr explained() {
		boolean broken = experiment.eResource() instanceof XtextResource r && r.getParseResult() != null && r.getParseResult().hasSyntaxErrors();
		if (session.errors() == 0 && !broken) {
			session.error(Issues.UNEXPLAINED, experiment, "name", Messages.quote(experiment.getName()));
		}
		return null;
	}

	private boolean fitsInMemory(ExperimentIr ir) {
		List<MemoryNeeds.Need> needs = MemoryNeeds.of(ir, points);
		MemoryNeeds.Need most = MemoryNeeds.tooMuch(needs, Memory.available());
		if (most != null) {
			double all = needs.stream().mapToDouble(MemoryNeeds.Need::held).sum();
			Shapes.refuse(session, Sources.objectAt(most.at(), experiment), most, all);
		}
		return most == null;
	}

	private <T> void each(Class<T> kind, java.util.function.Consumer<T> action) {
		experiment.getStatements().stream().filter(kind::isInstance).map(kind::cast).forEach(action);
	}

	private long seed() {
		long[] seed = {DEFAULT_SEED};
		each(Seed.class, s -> {
			Double v = expressions.number(s.getValue(), Dimension.NONE, "the seed");
			if (v != null && (v != Math.rint(v) || Math.abs(v) > 1L << 53)) {
				session.error(Issues.WRONG_VALUE, s.getValue(), null, "the seed", Quantities.number(v), "a whole number");
			} else if (v != null) {
				seed[0] = v.longValue();
			}
		});
		return seed[0];
	}

	private void sweep(Sweep w) {
		Parameter p = Sweeps.target(session, w);
		Expr value = p == null ? null : read(p);
		if (value != null) {
			point.add(new ExperimentIr.SweepValue(Sweeps.name(p), Build.valueOf(value), value.type()));
		}
	}

	private Expr read(Parameter p) {
		session.prepareOwner(p);
		return session.valueOf(p, p);
	}

	// ------------------------------------------------------------------ observes

	private void firstGrid(Observe o) {
		if (o.getGrid() != null) {
			double[] grid = grid(o);
			if (grid != null) {
				columns.firstGrid(grid);
			}
		}
	}

	private double[] grid(Observe o) {
		Expr e = session.silently(() -> expressions.value(o.getGrid()));
		return e instanceof Expr.Constant c && c.type().dimension().equals(Dimension.TIME) ? c.values() : null;
	}

	private void observe(Observe o) {
		Columns.When when = when(o);
		boolean each = !when.per().isEmpty();
		Expr value = o.getValue() == null ? expressions.named(o.getName(), o) : (each ? members : expressions).value(o.getValue());
		if (value == null) {
			return;
		}
		if (o.getValue() == null && value.type().varies(Axis.Kind.SAMPLE) && !each) {
			value = new Expr.Reduce(Expr.Reduction.MEAN, value, Axis.Kind.SAMPLE, List.of(), value.type().without(Axis.Kind.SAMPLE).withShape(Shape.NUMBER), value.source());
		}
		String feature = o.getValue() == null ? "name" : "value";
		if (value.type().varies(Axis.Kind.SAMPLE) && !when.per().equals("pattern")) {
			session.error(Issues.OBSERVE, o, feature, what(o) + " differs from sample to sample; take a statistic such as mean(...)");
			return;
		}
		if (value.type().varies(Axis.Kind.WALKER) && !each) {
			session.error(Issues.OBSERVE, o, feature, what(o) + " differs from walker to walker; take a statistic such as mean(...), or write 'per walker'");
			return;
		}
		Symbol column = columns.observe(o.getName(), value, when, o);
		if (column != null) {
			observed.put(o, column);
			session.define(o, Build.read(column, column.source()));
		}
	}

	private static String what(Observe o) {
		return Messages.quote(o.getValue() == null ? o.getName() : Sources.shortText(o.getValue()));
	}

	private Columns.When when(Observe o) {
		double[] grid = null;
		if (o.getGrid() != null && !has(ExperimentIr.Simulate.class) && !has(ExperimentIr.Solve.class)) {
			session.error(Issues.WRONG_PLACE, o, "grid", "'at'", "it gives times of a simulation, and the experiment has no 'simulate'; in a training it is 'every epoch', in a recall 'every sweep'");
		} else if (o.getGrid() != null) {
			Expr e = expressions.value(o.getGrid());
			if (e != null && expressions.hasDimension(e, o.getGrid(), Dimension.TIME, "the grid")) {
				grid = ascending(e, o);
			}
		}
		DataIr data = o.getData() == null ? null : data(o.getData(), o);
		String per = o.getPer() == null ? "" : o.getPer();
		if (!Set.of("", "walker", "pattern").contains(per)) {
			session.error(Issues.UNKNOWN_KIND, o, "per", Messages.quote(per), "thing that a value can be taken per", "; there are walker and pattern");
			per = "";
		}
		if (per.equals("walker") && !has(ExperimentIr.Simulate.class) || per.equals("pattern") && !has(ExperimentIr.Recall.class)) {
			session.error(Issues.WRONG_PLACE, o, "per", "'per " + per + "'", per.equals("walker") ? "no walkers are simulated in this experiment" : "the experiment has no 'recall'");
		}
		int every = every(o.getEvery());
		boolean sweeps = o.getEvery() != null && SWEEPS.contains(String.valueOf(o.getEvery().getUnit()));
		if (sweeps && !has(ExperimentIr.Recall.class)) {
			session.error(Issues.WRONG_PLACE, o.getEvery(), null, "'every sweep'", "the experiment has no 'recall'");
		} else if (o.getEvery() != null && EPOCHS.contains(String.valueOf(o.getEvery().getUnit())) && !has(ExperimentIr.Train.class)) {
			session.error(Issues.WRONG_PLACE, o.getEvery(), null, "'every epoch'", "the experiment has no 'train'" + (has(ExperimentIr.Recall.class) ? "; in a recall it is 'every sweep'" : "; times are given with 'at'"));
		}
		return new Columns.When(grid, data, every, sweeps, per);
	}

	private boolean has(Class<? extends ExperimentIr.Stage> kind) {
		return stages.all().stream().anyMatch(kind::isInstance);
	}

	private DataIr data(String name, org.eclipse.emf.ecore.EObject at) {
		Data.Sized s = session.data().named(name, at, "data");
		return s == null ? null : s.ir();
	}

	private double[] ascending(Expr e, Observe o) {
		if (!(e instanceof Expr.Constant c)) {
			session.error(Issues.NOT_CONSTANT, o, "grid", "the grid", Messages.quote(Sources.shortText(o.getGrid())));
			return null;
		}
		double[] grid = c.values();
		for (int i = 0; i < grid.length; i++) {
			if (!(grid[i] >= 0) || i > 0 && !(grid[i] > grid[i - 1])) {
				session.error(Issues.WRONG_VALUE, o, "grid", "the grid", Messages.quote(Sources.shortText(o.getGrid())), "times from 0 on, each later than the one before");
				return null;
			}
		}
		return Arrays.copyOf(grid, grid.length);
	}

	private int every(Every e) {
		if (e == null) {
			return 0;
		}
		String unit = String.valueOf(e.getUnit());
		if (!EPOCHS.contains(unit) && !SWEEPS.contains(unit)) {
			session.error(Issues.UNKNOWN_KIND, e, "unit", Messages.quote(e.getUnit()), "period", "; write 'every epoch', 'every 10 epochs', or in a recall 'every sweep'"
					+ (session.names.unit(unit).isPresent() ? "; times are given by a grid, at linspace(1 s, 10 s, 10)" : ""));
			return 1;
		}
		BigDecimal n = e.getCount() == null ? BigDecimal.ONE : e.getCount();
		if (n.signum() <= 0 || n.stripTrailingZeros().scale() > 0 || n.compareTo(BigDecimal.valueOf(LONGEST_PERIOD)) > 0) {
			session.error(Issues.WRONG_VALUE, e, "count", "the period", Quantities.number(n.doubleValue()), n.compareTo(BigDecimal.ONE) > 0 && n.stripTrailingZeros().scale() <= 0 ? "at most " + LONGEST_PERIOD : "a whole number from 1");
			return 1;
		}
		return n.intValue();
	}

	// ------------------------------------------------------------------ claims

	private ExperimentIr.Expect expect(Expect x) {
		Expr actual = expressions.value(x.getActual());
		Expr expected = expressions.value(x.getExpected());
		Expr condition = x.getCondition() == null ? null : expressions.value(x.getCondition());
		if (actual == null || expected == null || x.getCondition() != null && condition == null) {
			return null;
		}
		boolean free = actual instanceof Expr.Read r && r.symbol().role() == Symbol.Role.COEFFICIENT && fits.mayBe(expected.type().dimension(), r.symbol());
		Operators.Operand a = new Operators.Operand(actual, x.getActual());
		Operators.Operand b = new Operators.Operand(expected, x.getExpected());
		if (!a.shape().equals(b.shape()) && !b.shape().isNumber()) {
			session.error(Issues.SHAPES, x, null, x.getOperator().getLiteral(), a, Operators.shape(a.shape()), b, Operators.shape(b.shape()));
			return null;
		}
		if (!free && expressions.operators().common(x.getOperator().getLiteral(), a, b, x) == null) {
			return null;
		}
		if (expected instanceof Expr.Constant zero && Build.isPlainZero(expected)) {
			expected = new Expr.Constant(zero.values(), zero.type().withDimension(a.dimension()), zero.source());
		}
		Expr tolerance = tolerance(x, expected);
		if (x.getTolerance() != null && tolerance == null) {
			return null;
		}
		Columns.When when = Columns.When.DEFAULT;
		String text = Sources.text(x).replaceFirst("^expect\\s+", "");
		return new ExperimentIr.Expect(text, columns.hoisted(actual, when, x), Expr.Op.valueOf(x.getOperator().name()), columns.hoisted(expected, when, x),
				tolerance == null ? null : columns.hoisted(tolerance, when, x), condition == null ? null : columns.hoisted(condition, when, x), Sources.of(x));
	}

	/** {@code +- 5 %} is of the expected value. */
	private Expr tolerance(Expect x, Expr expected) {
		if (x.getTolerance() == null) {
			return null;
		}
		Expr t = expressions.value(x.getTolerance());
		if (t == null) {
			return null;
		}
		if (x.getOperator() != org.ergode.dsl.erg.Operator.EQUAL) {
			session.error(Issues.WRONG_PLACE, x, "tolerance", "'+-'", "it follows 'expect ... = ...' only");
			return null;
		}
		if (x.getTolerance() instanceof org.ergode.dsl.erg.Percent) {
			Expr relative = Build.elementwise(Expr.Op.MULTIPLY, expected.type().dimension(), t.source(), expected, t);
			return session.names.libraries().registry().function("abs").map(f -> Build.apply(f, relative.type().dimension(), t.source(), List.of(relative))).orElse(relative);
		}
		return expressions.hasDimension(t, x.getTolerance(), expected.type().dimension(), "the tolerance") ? t : null;
	}

	// ------------------------------------------------------------------ plots and shows

	private ExperimentIr.Plot plot(Plot p) {
		Expr versus = p.getVersus() == null ? null : versus(p.getVersus());
		boolean overEpochs = versus instanceof Expr.Read r && r.symbol().role() == Symbol.Role.EPOCH;
		Columns.When when = new Columns.When(null, null, overEpochs ? 1 : 0, "");
		List<Expr> curves = new ArrayList<>();
		List<String> labels = new ArrayList<>();
		for (Expression c : p.getCurves()) {
			Expr e = expressions.value(c);
			if (e != null) {
				curves.add(columns.hoisted(e, when, c));
				labels.add(Sources.text(c));
			}
		}
		if (p.getVersus() != null && versus == null || curves.size() < p.getCurves().size()) {
			return null;
		}
		boolean axis = versus instanceof Expr.Read r && Set.of(Symbol.Role.TIME, Symbol.Role.EPOCH, Symbol.Role.SPACE, Symbol.Role.COLUMN).contains(r.symbol().role())
				|| versus != null && versus.type().varies(Axis.Kind.SWEEP);
		if (versus != null && !axis) {
			versus = columns.hoisted(versus, when, p.getVersus());
		}
		String scale = p.getScale() == null ? "LINEAR" : p.getScale().getName();
		boolean both = scale.equals("LOGLOG");
		return new ExperimentIr.Plot(List.copyOf(curves), List.copyOf(labels), versus, both || scale.equals("SEMILOGX"), both || scale.equals("SEMILOGY"),
				p.getTitle() == null ? "" : p.getTitle(), Sources.of(p));
	}

	/** A parameter that is swept is an axis here, not the number that it is at this point. */
	private Expr versus(Expression e) {
		boolean named = e instanceof Reference r && r.getName() != null && session.names.value(r.getName(), r).orElse(null) instanceof Meaning.Declared(Parameter _);
		String text = named && session.names.value(((Reference) e).getName(), e).get() instanceof Meaning.Declared(Parameter p) ? Sweeps.name(p) : Sources.text(e).replace(" ", "");
		for (ExperimentIr.SweepValue v : point) {
			if (v.name().equals(text)) {
				Type type = new Type(v.type().shape(), v.type().dimension(), List.of(Axis.Kind.SWEEP));
				return Build.read(new Symbol(text.substring(text.lastIndexOf('.') + 1), v.name(), Symbol.Role.PARAMETER, type, Sources.of(e)), Sources.of(e));
			}
		}
		return expressions.value(e);
	}

	private ExperimentIr.Show show(Show s) {
		String during = s.getDuring() == null ? "" : s.getDuring();
		if (!Set.of("", "recall").contains(during)) {
			List<String> near = Suggestions.near(during, List.of("recall"));
			session.errorAt(Issues.UNKNOWN_KIND, s, "during", -1, near, Messages.quote(during), "stage that can be shown", Messages.suggest(near));
			return null;
		}
		if (!during.isEmpty() && !has(ExperimentIr.Recall.class)) {
			session.error(Issues.WRONG_PLACE, s, "during", "'during recall'", "the experiment has no 'recall'");
			return null;
		}
		DataIr data = s.getData() == null ? null : data(s.getData(), s);
		Columns.When when = new Columns.When(null, data, 0, during.isEmpty() ? "" : "sweep");
		List<Expr> values = new ArrayList<>();
		List<String> labels = new ArrayList<>();
		for (Expression v : s.getValues()) {
			Expr e = expressions.value(v);
			if (e == null) {
				continue;
			}
			boolean each = e.type().varies(Axis.Kind.SAMPLE) && during.isEmpty();
			if (each && s.getForm() == null) {
				session.error(Issues.OBSERVE, v, null, Messages.quote(Sources.shortText(v)) + " differs from sample to sample; take a statistic such as mean(...), or show each 'as image[rows, columns]'");
				continue;
			}
			boolean recalled = each && data == null && has(ExperimentIr.Recall.class);
			values.add(columns.hoisted(e, recalled ? new Columns.When(null, null, 0, "pattern") : when, v));
			labels.add(Sources.text(v));
		}
		if (values.size() < s.getValues().size()) {
			return null;
		}
		String form = s.getForm() == null ? "" : s.getForm().getKind();
		Shape shape = s.getForm() == null ? Shape.NUMBER : Shapes.of(session, s.getForm(), expressions);
		if (form == null) {
			return null;
		}
		if (!Set.of("", "image").contains(form)) {
			session.error(Issues.UNKNOWN_KIND, s.getForm(), "kind", Messages.quote(form), "form to show values in", "; there is image[rows, columns]");
			return null;
		}
		for (int i = 0; i < values.size() && shape != null && form.equals("image"); i++) {
			Shape v = values.get(i).type().shape();
			long item = s.isColumns() ? v.rows() : s.isRows() ? v.columns() : v.size();
			if (item != shape.size()) {
				session.error(Issues.SHAPE_EXPECTED, s.getForm(), null, Messages.quote(labels.get(i)) + (s.isColumns() ? ", by columns," : s.isRows() ? ", by rows," : ""), v,
						shape.size() + " entries for an image of " + shape.rows() + " x " + shape.columns());
			}
		}
		return shape == null ? null : new ExperimentIr.Show(List.copyOf(values), List.copyOf(labels), s.isColumns(), s.isRows(), form, shape.rows(), shape.columns(), during, data,
				s.getTitle() == null ? "" : s.getTitle(), Sources.of(s));
	}

	private ExperimentIr.Check check(Check c) {
		if (!"gradient".equals(c.getWhat())) {
			session.error(Issues.UNKNOWN_KIND, c, "what", Messages.quote(c.getWhat()), "thing to check", "; there is gradient");
		}
		if (!"finite_differences".equals(c.getOracle())) {
			List<String> near = Suggestions.near(String.valueOf(c.getOracle()), List.of("finite_differences"));
			session.errorAt(Issues.UNKNOWN_KIND, c, "oracle", -1, near, Messages.quote(c.getOracle()), "method to check against", near.isEmpty() ? "; there is finite_differences" : Messages.suggest(near));
		}
		return new ExperimentIr.Check(c.getWhat(), c.getOracle(), Sources.of(c));
	}
}
