// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.CompiledStage.Context;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.ExperimentIr.Simulate;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.ProcessIr.Draw;
import org.ergode.dsl.ir.ProcessIr.Equation;
import org.ergode.dsl.ir.ProcessIr.Kick;
import org.ergode.dsl.ir.ProcessIr.State;
import org.ergode.dsl.ir.ProcessIr.Wall;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.control.RunControl;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis.Kind;
import org.ergode.engine.result.Column;
import org.ergode.math.Vectorization;
import org.ergode.unit.PathObservable;
import org.ergode.unit.UnitRegistry;

/** Builds the typed IR of small processes by hand, for tests of the compiler alone. Each statement gets the next line of a file. */
final class Models {
	private final int dimension;
	private final Type position;
	private final List<State> states = new ArrayList<>();
	private final List<Equation> equations = new ArrayList<>();
	private final List<Let> lets = new ArrayList<>();
	private final List<Wall> walls = new ArrayList<>();
	private final List<Observe> observes = new ArrayList<>();
	private Draw waiting;
	private Draw jump;
	private double step = Double.NaN;
	private String method = "";
	private Expr lattice;
	private int line = 1;

	final Symbol x;
	final Symbol w;
	final Symbol j;
	final Symbol t = symbol("t", Symbol.Role.TIME, Type.NUMBER);
	final Symbol xi;
	final Symbol direction;

	private Models(int dimension) {
		this.dimension = dimension;
		position = Type.of(Shape.vector(dimension), Dimension.LENGTH, Kind.WALKER, Kind.TIME);
		x = symbol("x", Symbol.Role.STATE, position);
		w = symbol("waiting", Symbol.Role.WAITING, Type.of(Shape.NUMBER, Dimension.TIME, Kind.WALKER));
		j = symbol("jump", Symbol.Role.JUMP, position);
		xi = symbol("xi", Symbol.Role.NOISE, position);
		direction = symbol("direction", Symbol.Role.DIRECTION, position.withDimension(Dimension.NONE));
	}

	static Models walk(int dimension) {
		Models m = new Models(dimension);
		m.states.add(new State(m.x, null, null, m.next()));
		return m;
	}

	static Models flow(int dimension, double step) {
		Models m = new Models(dimension);
		m.step = step;
		return m;
	}

	static Symbol symbol(String name, Symbol.Role role, Type type) {
		return new Symbol(name, name, role, type, Source.NONE);
	}

	private Source next() {
		return new Source("models/test.erg", line++, 3, 0, 1);
	}

	// ---- statements

	Models waiting(LawIr law) {
		waiting = new Draw(w, law, null, next());
		return this;
	}

	Models waiting(Expr value) {
		waiting = new Draw(w, null, value, next());
		return this;
	}

	Models jump(LawIr law) {
		jump = new Draw(j, law, null, next());
		return this;
	}

	Models jump(Expr value) {
		jump = new Draw(j, null, value, next());
		return this;
	}

	Models let(Symbol symbol, Expr value) {
		lets.add(new Let(symbol, value, next()));
		return this;
	}

	Models state(Symbol symbol, Expr value, LawIr law) {
		states.add(new State(symbol, value, law, next()));
		return this;
	}

	Models equation(Symbol state, Expr drift, Expr diffusion) {
		equations.add(new Equation(state, drift, diffusion == null ? List.of() : List.of(new Kick(xi, Kick.EACH, diffusion)), next()));
		return this;
	}

	Models by(String integrator) {
		method = integrator;
		return this;
	}

	Models wall(String kind, double... at) {
		walls.add(new Wall(kind, new Expr.Constant(at, Type.of(Shape.vector(at.length), Dimension.LENGTH), Source.NONE), next()));
		return this;
	}

	Models lattice(double spacing) {
		lattice = number(spacing);
		return this;
	}

	/** @param grid empty: at the end */
	Models observe(String name, Expr value, double... grid) {
		Type type = grid.length == 0 ? value.type().without(Kind.TIME) : value.type();
		observes.add(new Observe(symbol(name, Symbol.Role.COLUMN, type), value, 0, false, grid, null, 0, "", next()));
		return this;
	}

	Models trajectories(int n) {
		Expr special = new Expr.Special("trajectories", List.of(number(n)), Type.of(Shape.NUMBER, Dimension.LENGTH, Kind.WALKER, Kind.TIME), next());
		observes.add(new Observe(symbol("trajectories", Symbol.Role.COLUMN, special.type()), special, 0, true, new double[0], null, 0, "", next()));
		return this;
	}

	/** Observes how often each walker jumps, per walker. */
	Models countJumps(String name) {
		PathObservable count = new PathObservable("jump_count", List.of(), List.of(), "", "", 0, (size, until, parameters) -> new JumpCount());
		return observe(name, new Expr.Path(count, read(x), List.of(), Type.of(Shape.NUMBER, Dimension.NONE, Kind.WALKER), next()));
	}

	private static final class JumpCount implements PathObservable.Follower {
		private double last;
		private int count;

		@Override
		public void start(double[] position) {
			last = 0;
			count = 0;
		}

		@Override
		public void moveTo(double time, double[] position) {
			if (!(time > last)) {
				throw new AssertionError("time does not go on: " + time + " after " + last);
			}
			last = time;
			count++;
		}

		@Override
		public double finish() {
			return count;
		}
	}

	// ---- runs

	ProcessStage compile(int walkers, double until) {
		ProcessIr process = new ProcessIr("Test", dimension, lets, states, waiting, jump, null, equations, step, method, walls, lattice, t, direction,
				new Source("models/test.erg", 1, 1, 0, 1));
		return ProcessCompiler.compile(new Simulate(process, walkers, until, Source.NONE), observes);
	}

	Column run(int walkers, double until, long seed) {
		return run(compile(walkers, until), seed, 2, null).values().iterator().next();
	}

	static Map<Symbol, Column> run(ProcessStage stage, long seed, int threads, Vectorization how) {
		return stage.run(new Context(seed, 0, threads, RunControl.NONE, Map.of()), how).columns();
	}

	// ---- expressions

	static Expr number(double value) {
		return new Expr.Constant(new double[] {value}, Type.NUMBER, Source.NONE);
	}

	static Expr read(Symbol s) {
		return new Expr.Read(s, s.type(), Source.NONE);
	}

	static Expr op(Op op, Expr... args) {
		Type largest = Arrays.stream(args).map(Expr::type).max(java.util.Comparator.comparingLong(a -> a.shape().size())).orElseThrow();
		List<Kind> over = Arrays.stream(args).map(a -> a.type().over()).reduce(List.of(), Type::union);
		return new Expr.Elementwise(op, List.of(args), new Type(largest.shape(), largest.dimension(), over), Source.NONE);
	}

	static Expr times(Expr a, Expr b) {
		return op(Op.MULTIPLY, a, b);
	}

	static Expr square(Expr a) {
		return op(Op.POWER, a, number(2));
	}

	static Expr norm2(Expr a) {
		Expr sum = new Expr.Reduce(Expr.Reduction.SUM, square(a), null, List.of(), a.type().withShape(Shape.NUMBER), Source.NONE);
		return op(Op.POWER, sum, number(0.5));
	}

	static Expr reduce(Expr.Reduction reduction, Expr operand, double... args) {
		return new Expr.Reduce(reduction, operand, Kind.WALKER, Arrays.stream(args).mapToObj(Models::number).toList(),
				operand.type().without(Kind.WALKER), Source.NONE);
	}

	static Expr mean(Expr operand) {
		return reduce(Expr.Reduction.MEAN, operand);
	}

	LawIr law(String name, double... parameters) {
		return law(name, Arrays.stream(parameters).mapToObj(Models::number).toArray(Expr[]::new));
	}

	LawIr law(String name, Expr... parameters) {
		return new LawIr.Primitive(UnitRegistry.get().distribution(name).orElseThrow(), List.of(parameters), Type.NUMBER,
				new Source("models/test.erg", line, 9, 0, 1));
	}
}
