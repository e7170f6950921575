// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ergode.dsl.elaborate.ExpressionElaborator.Mode;
import org.ergode.dsl.erg.Boundary;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Equation;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Increments;
import org.ergode.dsl.erg.Integrate;
import org.ergode.dsl.erg.Jump;
import org.ergode.dsl.erg.Lattice;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.ProcessStatement;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.State;
import org.ergode.dsl.erg.TensorType;
import org.ergode.dsl.erg.Waiting;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.ContextName;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** Processes, each elaborated once a session. */
final class Processes {
	private static final Set<String> WALLS = Set.of("reflecting", "absorbing", "periodic");
	/** So rarely a waiting time may be negative: a run of a million jumps hardly ever meets it. */
	private static final double UNLIKELY = 1e-6;

	private static final String REAL = "real";
	private static final String OWN_NOISE = ContextName.NOISE.text() + "_";

	private final Session session;
	private final ExpressionElaborator expressions;
	private final LawElaborator laws;
	private final Map<ProcessDefinition, Prepared> prepared = new IdentityHashMap<>();
	private final Map<ProcessDefinition, ProcessIr> done = new IdentityHashMap<>();

	Processes(Session session) {
		this.session = session;
		this.expressions = new ExpressionElaborator(session, Mode.MEMBER);
		this.laws = new LawElaborator(session, expressions);
	}

	/** What the names of a process stand for. */
	private static final class Prepared {
		int dimension;
		Symbol time;
		Symbol direction;
		Symbol position;
		ProcessIr.Draw waiting;
		ProcessIr.Draw jump;
		LawIr increments;
		final List<ProcessIr.State> states = new ArrayList<>();
		Members members;
	}

	/** Makes the names of a process readable, also for an experiment that only asks for a parameter. */
	void prepare(ProcessDefinition p) {
		if (prepared.containsKey(p)) {
			return;
		}
		Prepared s = new Prepared();
		prepared.put(p, s);
		s.members = new Members(session, expressions, p.getName(), p);
		s.members.parametersAndLets(p.getStatements());
		s.dimension = dimension(p);
		Shape space = Shape.vector(s.dimension);
		s.time = context(p, "t", Symbol.Role.TIME, Type.of(Shape.NUMBER, Dimension.TIME, Axis.Kind.TIME));
		s.direction = context(p, "direction", Symbol.Role.DIRECTION, Type.of(space, Dimension.NONE, Axis.Kind.WALKER));
		for (State state : only(p, State.class)) {
			session.defineLater(state, () -> state(p, state, s));
		}
		for (Waiting w : only(p, Waiting.class)) {
			session.defineLater(w, () -> waiting(p, w, s));
		}
		for (Jump j : only(p, Jump.class)) {
			session.defineLater(j, () -> jump(p, j, s));
		}
		List<Jump> jumps = only(p, Jump.class);
		List<Increments> increments = only(p, Increments.class);
		if (!jumps.isEmpty() || !increments.isEmpty()) {
			position(p, s, Dimension.LENGTH); // what a jump that depends on x reads
			Dimension d = jumps.isEmpty() ? increments(increments.get(0), s) : dimensionOf(session.valueOf(jumps.get(0), jumps.get(0)));
			if (d != null && !d.equals(Dimension.LENGTH)) {
				position(p, s, d);
			}
		}
	}

	private static Dimension dimensionOf(Expr e) {
		return e == null ? null : e.type().dimension();
	}

	private void position(ProcessDefinition p, Prepared s, Dimension dimension) {
		s.position = context(p, "x", Symbol.Role.STATE, Type.of(Shape.vector(s.dimension), dimension, Axis.Kind.WALKER, Axis.Kind.TIME));
	}

	private Symbol context(ProcessDefinition p, String name, Symbol.Role role, Type type) {
		Symbol symbol = new Symbol(name, p.getName() + "." + name, role, type, Sources.of(p, "name", -1));
		session.defineContext(p, name, Build.read(symbol, symbol.source()));
		return symbol;
	}

	private int dimension(ProcessDefinition p) {
		List<org.ergode.dsl.erg.Dimension> all = only(p, org.ergode.dsl.erg.Dimension.class);
		if (all.isEmpty()) {
			return 1;
		}
		Integer d = expressions.count(all.get(0).getValue(), "the dimension");
		if (d != null && d > 3) {
			session.error(Issues.WRONG_VALUE, all.get(0), "value", "the dimension", d, "1, 2 or 3");
		}
		return d == null || d > 3 ? 1 : d;
	}

	private Expr state(ProcessDefinition p, State state, Prepared s) {
		Expr value = state.getLaw() != null ? null : expressions.value(state.getValue());
		LawIr law = state.getLaw() == null ? null : laws.law(state.getLaw(), s.dimension);
		Type start = value != null ? value.type() : law != null ? law.type() : null;
		if (start == null || state.getName() == null) {
			return null;
		}
		Shape shape = start.shape().isNumber() ? Shape.vector(s.dimension) : start.shape();
		if (state.getType() != null) {
			shape = declared(state, start);
			if (shape == null) {
				return null;
			}
		}
		Type type = Type.of(shape, start.dimension(), Axis.Kind.WALKER, Axis.Kind.TIME);
		Symbol symbol = new Symbol(state.getName(), p.getName() + "." + state.getName(), Symbol.Role.STATE, type, Sources.of(state, "name", -1));
		s.states.add(new ProcessIr.State(symbol, value, law, Sources.of(state)));
		return Build.read(symbol, symbol.source());
	}

	/** @return null if the type is wrong, or the start does not fit it */
	private Shape declared(State state, Type start) {
		TensorType type = state.getType();
		if (!type.getKind().equals(REAL)) {
			session.errorAt(Issues.UNKNOWN_KIND, type, "kind", -1, List.of(REAL), Messages.quote(type.getKind()), "type of a walker's state", "; it is 'real'");
			return null;
		}
		Shape shape = Shapes.of(session, type, expressions);
		if (shape != null && !start.shape().isNumber() && !start.shape().equals(shape)) {
			session.error(Issues.SHAPE_EXPECTED, state, "value", Messages.quote(Sources.shortText(state.getValue())), Operators.shape(start.shape()), Operators.shape(shape));
			return null;
		}
		return shape;
	}

	/** The arguments of a law that give its draws their dimension. */
	private String withDimension(Expression text, Dimension d) {
		if (!(text instanceof Call c)) {
			return "";
		}
		List<String> same = session.silently(() -> c.getArguments().stream().filter(a -> expressions.value(a.getValue()) instanceof Expr v && v.type().dimension().equals(d) && !(d.isNone() && a.getValue() instanceof Quantity))
				.map(a -> Messages.quote(Sources.shortText(a))).toList());
		return same.size() == 1 ? "; " + same.getFirst() + " is " + Operators.dimension(d) : "";
	}

	/** A law whose draws are mostly positive would end the run at the first that is not. */
	private boolean isPositive(LawIr.Primitive law, Expression text) {
		if (!law.parameters().stream().allMatch(Expr.Constant.class::isInstance)) {
			return true;
		}
		double below = law.distribution().maker().of(law.parameters().stream().map(e -> ((Expr.Constant) e).values()).toArray(double[][]::new)).cdf(0);
		if (below > UNLIKELY) {
			session.error(Issues.WRONG_VALUE, text, null, "the waiting time", "0 or less with probability " + Quantities.number(below), "a law of positive numbers, such as exponential, gamma or lognormal");
		}
		return !(below > UNLIKELY);
	}

	private Expr waiting(ProcessDefinition p, Waiting w, Prepared s) {
		LawIr law = w.getLaw() == null ? null : laws.law(w.getLaw(), s.dimension);
		Expr value = w.getLaw() != null ? null : expressions.value(w.getValue());
		Type type = law != null ? law.type() : value != null ? value.type() : null;
		Expression text = w.getLaw() != null ? w.getLaw() : w.getValue();
		if (type == null) {
			return null;
		}
		if (!type.shape().isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, text, null, "the waiting time", type.shape(), "a number");
			return null;
		}
		if (!type.dimension().equals(Dimension.TIME)) {
			List<Fix> fixes = law instanceof LawIr.Primitive primitive && type.dimension().isNone() ? DimensionFixes.drawn(Dimension.TIME, primitive.distribution(), text)
					: value != null ? DimensionFixes.toward(Dimension.TIME, value, text) : List.of();
			session.mismatch(type.dimension(), Dimension.TIME);
			session.errorFixed(Issues.DIMENSION_EXPECTED, text, null, fixes, "the waiting time", Operators.dimension(type.dimension()), "s" + withDimension(text, type.dimension()));
			return null;
		}
		if (law instanceof LawIr.Primitive primitive && !isPositive(primitive, text)) {
			return null;
		}
		Symbol symbol = new Symbol("waiting", p.getName() + ".waiting", Symbol.Role.WAITING, Type.of(Shape.NUMBER, Dimension.TIME, Axis.Kind.WALKER), Sources.of(w));
		s.waiting = new ProcessIr.Draw(symbol, law, value, Sources.of(w));
		return Build.read(symbol, symbol.source());
	}

	private Expr jump(ProcessDefinition p, Jump j, Prepared s) {
		LawIr law = j.getLaw() == null ? null : laws.law(j.getLaw(), s.dimension);
		Expr value = j.getLaw() != null ? null : expressions.value(j.getValue());
		Type type = law != null ? law.type() : value != null ? value.type() : null;
		if (type == null) {
			return null;
		}
		Shape space = Shape.vector(s.dimension);
		boolean eachComponent = law != null && type.shape().isNumber();
		if (!type.shape().equals(space) && !eachComponent) {
			session.error(Issues.SHAPE_EXPECTED, j.getLaw() != null ? j.getLaw() : j.getValue(), null, "the jump", Operators.shape(type.shape()),
					Operators.shape(space) + ", as the process has " + Messages.count(s.dimension, "dimension"));
			return null;
		}
		Symbol symbol = new Symbol("jump", p.getName() + ".jump", Symbol.Role.JUMP, Type.of(space, type.dimension(), Axis.Kind.WALKER), Sources.of(j));
		s.jump = new ProcessIr.Draw(symbol, law, value, Sources.of(j));
		return Build.read(symbol, symbol.source());
	}

	private Dimension increments(Increments i, Prepared s) {
		s.increments = laws.increments(i.getLaw());
		return s.increments == null ? null : s.increments.type().dimension();
	}

	/** @return null if the process is wrong */
	ProcessIr of(ProcessDefinition p) {
		if (done.containsKey(p)) {
			return done.get(p);
		}
		session.seen.add(p);
		int before = session.errors();
		prepare(p);
		Prepared s = prepared.get(p);
		for (ProcessStatement statement : p.getStatements()) {
			if (session.isDefined(statement)) {
				session.valueOf(statement, statement);
			}
		}
		Statements.once(session, p, p.getStatements(), Waiting.class, Jump.class, Increments.class, Lattice.class, Integrate.class, org.ergode.dsl.erg.Dimension.class);
		boolean walk = s.position != null || !only(p, Waiting.class).isEmpty();
		List<ProcessIr.Equation> equations = walk ? walk(p, s) : equations(p, s);
		ProcessReads reads = new ProcessReads(s.members.lets());
		for (State state : only(p, State.class)) {
			s.states.stream().filter(x -> x.symbol().name().equals(state.getName())).findFirst().ifPresent(x -> reads.check(session, x, state));
		}
		Integration integration = integration(p, !walk || s.increments != null);
		Expr lattice = lattice(p);
		List<ProcessIr.Wall> walls = walls(p, s);
		ProcessIr ir = session.errors() > before ? null : new ProcessIr(p.getName(), s.dimension, s.members.lets(), List.copyOf(s.states), s.waiting, s.jump, s.increments, equations,
				integration.step, integration.method, walls, lattice, s.time, s.direction, Sources.of(p, "name", -1));
		done.put(p, ir);
		return ir;
	}

	private List<ProcessIr.Equation> walk(ProcessDefinition p, Prepared s) {
		ProcessReads reads = new ProcessReads(s.members.lets());
		if (s.waiting != null) {
			reads.check(session, s.waiting, s.jump, only(p, Waiting.class).getFirst());
		}
		if (s.jump != null) {
			reads.check(session, s.jump, s.waiting, only(p, Jump.class).getFirst());
		}
		if (only(p, Increments.class).isEmpty()) {
			String subject = "the process " + Messages.quote(p.getName());
			if (only(p, Waiting.class).isEmpty()) {
				session.error(Issues.MISSING_STATEMENT, p, "name", subject, "'waiting ~ ...', which a walk needs beside 'jump'");
			}
			if (only(p, Jump.class).isEmpty()) {
				session.error(Issues.MISSING_STATEMENT, p, "name", subject, "'jump ~ ...', which a walk needs beside 'waiting'");
			}
		} else if (!only(p, Jump.class).isEmpty()) {
			session.error(Issues.STATEMENTS_CONFLICT, only(p, Increments.class).get(0), null, "'increments' and 'jump' exclude each other");
		}
		for (Equation e : only(p, Equation.class)) {
			session.error(Issues.STATEMENTS_CONFLICT, e, null, "a walk with 'waiting' and 'jump' has no equations");
		}
		boolean own = false;
		for (ProcessIr.State state : s.states) {
			own |= state.symbol().name().equals("x");
			if (!state.symbol().name().equals("x")) {
				session.error(Issues.STATEMENTS_CONFLICT, only(p, State.class).get(0), "name", "a walk has the state 'x' only; a differential equation has others");
			}
		}
		if (!own && s.position != null) {
			s.states.add(new ProcessIr.State(s.position, Build.tensor(new double[s.dimension], s.position.type().shape(), s.position.type().dimension(), s.position.source()), null, s.position.source()));
		}
		return List.of();
	}

	private List<ProcessIr.Equation> equations(ProcessDefinition p, Prepared s) {
		List<ProcessIr.Equation> result = new ArrayList<>();
		if (s.states.isEmpty() && only(p, State.class).isEmpty()) {
			session.error(Issues.MISSING_STATEMENT, p, "name", "the process " + Messages.quote(p.getName()), "'waiting' and 'jump', no 'state' and no 'increments': nothing moves");
			return result;
		}
		for (Equation e : only(p, Equation.class)) {
			String text = e.getDerivative() == null ? "" : e.getDerivative().replaceAll("\\s", "");
			String name = text.matches("d.+/dt") ? text.substring(1, text.length() - 3) : text;
			ProcessIr.State state = s.states.stream().filter(x -> x.symbol().name().equals(name)).findFirst().orElse(null);
			if (state == null) {
				if (only(p, State.class).stream().noneMatch(x -> name.equals(x.getName()))) {
					List<String> near = Suggestions.near(name, s.states.stream().map(x -> x.symbol().name()).toList());
					List<String> derivatives = near.stream().map(n -> "d" + n + "/dt").toList();
					session.errorAt(Issues.EQUATION, e, "derivative", -1, derivatives, text.matches("d\\d.*") ? Messages.quote(text) + " is no first derivative: give the first one a state of its own, dx/dt = v and dv/dt = ..."
							: Messages.quote(text) + " needs a state " + Messages.quote(name) + (near.isEmpty() ? "; declare it: state " + name + " = ..." : Messages.suggest(near)));
				}
				continue;
			}
			Symbol x = state.symbol();
			if (result.stream().anyMatch(q -> q.state() == x)) {
				session.error(Issues.EQUATION, e, "derivative", Messages.quote(text) + " is given twice");
				continue;
			}
			Expr rate = expressions.value(e.getValue());
			if (rate == null || !expressions.hasDimension(rate, e.getValue(), x.type().dimension().over(Dimension.TIME), "the right side of " + Messages.quote(text))) {
				continue;
			}
			if (!rate.type().shape().equals(x.type().shape()) && !rate.type().shape().isNumber()) {
				session.error(Issues.SHAPE_EXPECTED, e.getValue(), null, "the right side of " + Messages.quote(text), Operators.shape(rate.type().shape()),
						Operators.shape(x.type().shape()) + (IrTree.reads(rate, Symbol.Role.NOISE) ? "; white noise of its shape is " + OWN_NOISE + x.name() : ""));
				continue;
			}
			ProcessReads reads = new ProcessReads(s.members.lets());
			Affine parts = Affine.in(reads.withNoise(rate));
			if (parts == null) {
				session.error(Issues.NOISE, e.getValue(), null, "the right side of " + Messages.quote(text));
				continue;
			}
			Expr drift = parts.rest() != null ? parts.rest() : Build.number(0, rate.type().dimension(), rate.source());
			ProcessIr.Equation equation = new ProcessIr.Equation(x, drift, parts.kicks(), Sources.of(e));
			reads.check(session, equation, e);
			checkNoises(equation, e);
			result.add(equation);
		}
		return result;
	}

	/** One number of noise spread over several entries could mean that they share it, or that each has its own. */
	private void checkNoises(ProcessIr.Equation equation, Equation e) {
		Symbol x = equation.state();
		for (ProcessIr.Kick k : equation.kicks()) {
			boolean spread = k.noise().type().shape().isNumber() && k.factor().type().shape().isNumber() && !x.type().shape().isNumber();
			if (spread) {
				session.error(Issues.SHAPE_EXPECTED, e.getValue(), null, Messages.quote(k.noise().name()), "a number",
						Operators.shape(x.type().shape()) + " like " + Messages.quote(x.name()) + ": write " + OWN_NOISE + x.name() + ", white noise of its own for each entry");
				return;
			}
		}
	}

	/**
	 * White noise by its name: {@code xi} has the shape of the space; {@code xi_phi} is independent of it and of every other, and has the shape of the state
	 * {@code phi} if there is one.
	 *
	 * @return null if the state is wrong
	 */
	Expr noise(ProcessDefinition p, String name) {
		Expr known = session.context(p, name);
		if (known != null) {
			return known;
		}
		String owner = name.startsWith(OWN_NOISE) ? name.substring(OWN_NOISE.length()) : "";
		State state = only(p, State.class).stream().filter(x -> owner.equals(x.getName())).findFirst().orElse(null);
		Expr like = state == null ? null : session.valueOf(state, state);
		if (state != null && like == null) {
			return null;
		}
		Shape shape = like == null ? Shape.vector(prepared.get(p).dimension) : like.type().shape();
		context(p, name, Symbol.Role.NOISE, Type.of(shape, Dimension.TIME.power(-0.5), Axis.Kind.WALKER));
		return session.context(p, name);
	}

	private record Integration(double step, String method) {
	}

	private Integration integration(ProcessDefinition p, boolean needed) {
		List<Integrate> all = only(p, Integrate.class);
		if (all.isEmpty()) {
			if (needed) {
				session.error(Issues.MISSING_STATEMENT, p, "name", "the process " + Messages.quote(p.getName()), "'integrate step = ...'");
			}
			return new Integration(Double.NaN, "");
		}
		Integrate i = all.get(0);
		String method = i.getMethod() == null ? "euler_maruyama" : i.getMethod();
		if (!Methods.ALL.contains(method)) {
			List<String> near = Suggestions.near(method, Methods.ALL);
			session.errorAt(Issues.UNKNOWN_KIND, i, "method", -1, near, Messages.quote(method), "method", near.isEmpty() ? Messages.among(Methods.ALL.stream().sorted().toList()) : Messages.suggest(near));
		}
		Double step = expressions.number(i.getStep(), Dimension.TIME, "the step");
		if (step != null && !(step > 0)) {
			session.error(Issues.WRONG_VALUE, i.getStep(), null, "the step", step, "more than 0");
		}
		return new Integration(step == null ? Double.NaN : step, method);
	}

	private Expr lattice(ProcessDefinition p) {
		List<Lattice> all = only(p, Lattice.class);
		if (all.isEmpty()) {
			return null;
		}
		Expr spacing = expressions.value(all.get(0).getSpacing());
		return spacing != null && expressions.hasDimension(spacing, all.get(0).getSpacing(), Dimension.LENGTH, "the spacing of the lattice")
				&& isConstant(spacing, all.get(0).getSpacing(), "the spacing of the lattice") ? spacing : null;
	}

	private boolean isConstant(Expr e, Expression text, String what) {
		if (!(e instanceof Expr.Constant)) {
			session.error(Issues.NOT_CONSTANT, text, null, what, Messages.quote(Sources.shortText(text)));
			return false;
		}
		return true;
	}

	private List<ProcessIr.Wall> walls(ProcessDefinition p, Prepared s) {
		List<ProcessIr.Wall> walls = new ArrayList<>();
		for (Boundary b : only(p, Boundary.class)) {
			if (b.getKind() == null) {
				continue;
			}
			if (!WALLS.contains(b.getKind())) {
				List<String> near = Suggestions.near(b.getKind(), WALLS);
				session.errorAt(Issues.UNKNOWN_KIND, b, "kind", -1, near, Messages.quote(b.getKind()), "boundary", Messages.suggest(near));
				continue;
			}
			if (!b.getValues().isEmpty()) {
				session.error(Issues.STATEMENTS_CONFLICT, b.getValues().get(0), null, "a wall of walkers has no value; one of a field has");
			}
			if (b.getPlaces().isEmpty()) {
				session.error(Issues.MISSING_STATEMENT, b, null, "the boundary of a process", "place: write 'at ...'");
			}
			Dimension dimension = s.states.isEmpty() ? Dimension.LENGTH : s.states.get(0).symbol().type().dimension();
			for (Expression place : b.getPlaces()) {
				Expr at = expressions.value(place);
				if (at != null && expressions.hasDimension(at, place, dimension, "the boundary") && isConstant(at, place, "the place of a wall")) {
					walls.add(new ProcessIr.Wall(b.getKind(), at, Sources.of(place)));
				}
			}
		}
		return walls;
	}

	private static <T> List<T> only(ProcessDefinition p, Class<T> kind) {
		return p.getStatements().stream().filter(kind::isInstance).map(kind::cast).toList();
	}
}
