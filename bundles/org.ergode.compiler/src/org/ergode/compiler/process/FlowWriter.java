// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.bytecode.Scalars;
import org.ergode.compiler.process.LaneLoop.Lanes;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.ensemble.FlowSimulator;

/**
 * Writes stochastic differential equations dx/dt = f(x, t) + G(x, t) xi: one loop that takes all states of a lane from t to t + h. All
 * right sides of a stage are evaluated at the same point. The components of {@code xi}, and of the noises {@code xi_…} behind it, are independent; where two
 * equations name one of them, it is the same. With N standard normal, a column of G and its component of N at a time:
 *
 * <ul>
 * <li>{@code euler_maruyama}: x + f h + g sqrt(h) N, which is Ito's reading (Maruyama 1955);
 * <li>{@code milstein}: Euler's step and g g'(x) (N^2 - 1) h/2, also Ito's reading, of strong order 1 where Euler's is 1/2 (Milstein 1975); the
 *     derivative is the difference of g at x + g sqrt(h) and at x (Kloeden and Platen 1992, section 11.1), exact where g is linear;
 * <li>{@code heun}: the mean of f and g at x and at Euler's x, which is Stratonovich's reading (Ruemelin 1982);
 * <li>{@code runge_kutta}: the classical method of fourth order, without noise.
 * </ul>
 */
final class FlowWriter extends SimulatorWriter {
	private static final Set<String> METHODS = Set.of("euler_maruyama", "milstein", "heun", "runge_kutta");
	private static final int N = 1;
	private static final int T = 2;
	private static final int DT = 4;
	private static final int ROOT = 6;

	FlowWriter(ProcessIr process, List<Observed> observed, boolean lookedAt) {
		super(process, observed, lookedAt, FlowSimulator.class);
	}

	private static String method(ProcessIr process) {
		return process.method() == null || process.method().isEmpty() ? "euler_maruyama" : process.method();
	}

	static void checkMethod(ProcessIr process) {
		if (!METHODS.contains(method(process))) {
			throw new ModelFault(Lowering.place(process.source()), "'" + process.name() + "' cannot be integrated by '" + process.method()
					+ "'; expected euler_maruyama, milstein, heun, or, without noise, runge_kutta");
		}
		if (method(process).equals("runge_kutta") && noises(process) > 0) {
			throw new ModelFault(Lowering.place(process.source()), "'runge_kutta' is for equations without xi; use euler_maruyama, milstein or heun");
		}
	}

	/** Components of all noises. */
	static int noises(ProcessIr process) {
		return process.noises().stream().mapToInt(FlowWriter::size).sum();
	}

	private static int size(Symbol s) {
		return (int) s.type().shape().size();
	}

	/** Whether white noise can take the position to an absorbing wall and back within a step. */
	static boolean isBridged(ProcessIr process) {
		return !process.isWalk() && process.increments() == null && process.equations().stream().anyMatch(e -> isOfPosition(e, process) && !e.kicks().isEmpty())
				&& process.walls().stream().anyMatch(w -> w.kind().equals("absorbing"));
	}

	private static boolean isOfPosition(ProcessIr.Equation e, ProcessIr process) {
		return e.state() == process.states().getFirst().symbol();
	}

	@Override
	void motion(ClassBuilder c) {
		if (isBridged(process)) {
			method(c, "strength", MethodTypeDesc.of(VOID, INT, DOUBLE), this::strength);
		}
		method(c, "step", MethodTypeDesc.of(VOID, INT, DOUBLE, DOUBLE, DOUBLE), code -> {
			if (lookedAt) {
				code.aload(0).dload(T).dload(ROOT).invokevirtual(owner.name(), "look", MethodTypeDesc.of(VOID, DOUBLE, DOUBLE));
			}
			Step step = new Step(new LaneLoop(code, owner));
			List<Scalar> next = switch (method(process)) {
				case "heun" -> step.heun();
				case "milstein" -> step.milstein();
				case "runge_kutta" -> step.rungeKutta();
				default -> step.at(step.x, step.increments(step.x, step.t), 1);
			};
			step.loop.store(process.equations().getFirst().source().line(), -1, N, step.targets, next);
		});
	}

	/** What the position's noise is multiplied by, by component: of several noises the root of the sum of squares. */
	private void strength(CodeBuilder code) {
		LaneLoop loop = new LaneLoop(code, owner);
		Meaning meaning = new Meaning(process, layout, loop).time(T);
		ProcessIr.Equation x = process.equations().stream().filter(e -> isOfPosition(e, process)).findFirst().orElseThrow();
		List<Scalar> strengths = new ArrayList<>();
		for (Map<Integer, Scalar> factors : factors(x, meaning, loop.scalars)) {
			List<Scalar> all = List.copyOf(factors.values());
			Scalar squares = all.stream().map(g -> loop.scalars.multiply(g, g)).reduce(loop.scalars::add).orElse(loop.scalars.constant(0));
			strengths.add(all.size() == 1 ? all.getFirst() : loop.scalars.power(squares, loop.scalars.constant(0.5)));
		}
		loop.store(x.source().line(), -1, N, lanes("strength", 0, strengths.size()), strengths);
	}

	/** For each entry of the state: which components of the noise move it, by their number among all, and their factors. */
	private List<Map<Integer, Scalar>> factors(ProcessIr.Equation e, Meaning meaning, Scalars scalars) {
		List<Map<Integer, Scalar>> all = new ArrayList<>();
		int n = size(e.state());
		for (int i = 0; i < n; i++) {
			all.add(new TreeMap<>());
		}
		for (ProcessIr.Kick k : e.kicks()) {
			Scalar[] factor = spread(meaning.lowering().lower(k.factor()), n);
			for (int i = 0; i < n; i++) {
				if (!factor[i].isConstant() || factor[i].value() != 0) {
					all.get(i).merge(firstOf(k.noise()) + (k.component() == ProcessIr.Kick.EACH ? i : k.component()), factor[i], scalars::add);
				}
			}
		}
		return all;
	}

	/** Number among all components of the noises of a noise's first. */
	private int firstOf(Symbol noise) {
		return process.noises().stream().takeWhile(s -> s != noise).mapToInt(FlowWriter::size).sum();
	}

	/** The scalars of one step. Lists have one entry a component, in the order of the equations. */
	private final class Step {
		final LaneLoop loop;
		final Scalars scalars;
		final List<Lanes> targets = new ArrayList<>();
		final List<Scalar> x = new ArrayList<>();
		final Scalar t;
		private final Scalar dt;
		private final Scalar sqrtDt;

		Step(LaneLoop loop) {
			this.loop = loop;
			scalars = loop.scalars;
			t = scalars.load(c -> c.dload(T));
			dt = scalars.load(c -> c.dload(DT));
			sqrtDt = scalars.load(c -> c.dload(DT).dload(ROOT).dmul());
			for (ProcessIr.Equation e : process.equations()) {
				for (Lanes state : lanes("state", layout.componentOf(e.state()), size(e))) {
					targets.add(state);
					x.add(loop.element(state));
				}
			}
		}

		private static int size(ProcessIr.Equation e) {
			return FlowWriter.size(e.state());
		}

		/** f h + g sqrt(h) N, with f and g evaluated at a point and a time. */
		List<Scalar> increments(List<Scalar> point, Scalar time) {
			Meaning meaning = meaning(point, time);
			List<Scalar> result = new ArrayList<>();
			for (ProcessIr.Equation e : process.equations()) {
				Scalar[] drift = spread(meaning.lowering().lower(e.drift()), size(e));
				List<Map<Integer, Scalar>> factors = FlowWriter.this.factors(e, meaning, scalars);
				scalars.line(e.source().line());
				for (int i = 0; i < drift.length; i++) {
					Scalar increment = scalars.multiply(dt, drift[i]);
					for (Map.Entry<Integer, Scalar> g : factors.get(i).entrySet()) {
						increment = scalars.add(increment, kick(g.getValue(), g.getKey()));
					}
					result.add(increment);
				}
			}
			return result;
		}

		private Meaning meaning(List<Scalar> point, Scalar time) {
			Meaning meaning = new Meaning(process, layout, loop).time(time);
			int at = 0;
			for (ProcessIr.Equation e : process.equations()) {
				meaning.with(e.state(), point.subList(at, at + size(e)).toArray(Scalar[]::new));
				at += size(e);
			}
			return meaning;
		}

		/** The factors of all entries of all states. */
		private List<Map<Integer, Scalar>> factors(Meaning meaning) {
			return process.equations().stream().flatMap(e -> FlowWriter.this.factors(e, meaning, scalars).stream()).toList();
		}

		/** Euler's step, and for each component of the noise what its column of G changes along it. */
		List<Scalar> milstein() {
			List<Map<Integer, Scalar>> here = factors(meaning(x, t));
			List<Scalar> result = new ArrayList<>(at(x, increments(x, t), 1));
			for (int k = 0; k < noises(process); k++) {
				List<Map<Integer, Scalar>> there = factors(meaning(along(k, here), t));
				Scalar n = loop.element(new Lanes("noise", k));
				Scalar surplus = scalars.subtract(scalars.multiply(n, n), scalars.constant(1));
				Scalar factor = scalars.multiply(scalars.multiply(scalars.constant(0.5), sqrtDt), surplus);
				for (int i = 0; i < result.size(); i++) {
					Scalar g = here.get(i).get(k);
					if (g == null) {
						continue;
					}
					checkCommutes(i, g, k, here);
					Scalar change = scalars.subtract(there.get(i).getOrDefault(k, scalars.constant(0)), g);
					if (!change.isConstant() || change.value() != 0) {
						result.set(i, scalars.add(result.get(i), scalars.multiply(factor, change)));
					}
				}
			}
			return result;
		}

		/** x + g sqrt(h) in what one component of the noise moves. */
		private List<Scalar> along(int k, List<Map<Integer, Scalar>> factors) {
			List<Scalar> point = new ArrayList<>(x);
			for (int i = 0; i < point.size(); i++) {
				Scalar g = factors.get(i).get(k);
				if (g != null) {
					point.set(i, scalars.add(x.get(i), scalars.multiply(sqrtDt, g)));
				}
			}
			return point;
		}

		/** Noise of one component that depends on what another moves needs their iterated integral, which no normal number gives. */
		private void checkCommutes(int i, Scalar g, int k, List<Map<Integer, Scalar>> factors) {
			for (int j = 0; j < factors.size(); j++) {
				if (factors.get(j).keySet().stream().anyMatch(other -> other != k) && reads(g, x.get(j))) {
					throw new ModelFault(Lowering.place(equationOf(i).source()), "'milstein' needs noise whose component " + (k + 1) + " does not depend on " + nameOf(j)
							+ ", which another component moves; use euler_maruyama or heun");
				}
			}
		}

		/** @param i number of an entry, in the order of the equations */
		private ProcessIr.Equation equationOf(int i) {
			int first = 0;
			for (ProcessIr.Equation e : process.equations()) {
				first += size(e);
				if (i < first) {
					return e;
				}
			}
			throw new IndexOutOfBoundsException(i);
		}

		private String nameOf(int i) {
			ProcessIr.Equation e = equationOf(i);
			int first = process.equations().stream().takeWhile(o -> o != e).mapToInt(Step::size).sum();
			return layout.names().get(layout.componentOf(e.state()) + i - first);
		}

		private static boolean reads(Scalar g, Scalar of) {
			return g == of || g.args().stream().anyMatch(a -> reads(a, of));
		}

		private Scalar kick(Scalar diffusion, int component) {
			return scalars.multiply(scalars.multiply(sqrtDt, diffusion), loop.element(new Lanes("noise", component)));
		}

		/** Point plus a multiple of increments. */
		List<Scalar> at(List<Scalar> point, List<Scalar> increments, double factor) {
			List<Scalar> result = new ArrayList<>();
			for (int i = 0; i < point.size(); i++) {
				result.add(scalars.add(point.get(i), scalars.multiply(scalars.constant(factor), increments.get(i))));
			}
			return result;
		}

		List<Scalar> heun() {
			List<Scalar> first = increments(x, t);
			List<Scalar> second = increments(at(x, first, 1), scalars.add(t, dt));
			return at(at(x, first, 0.5), second, 0.5);
		}

		List<Scalar> rungeKutta() {
			Scalar half = scalars.add(t, scalars.multiply(scalars.constant(0.5), dt));
			List<Scalar> k1 = increments(x, t);
			List<Scalar> k2 = increments(at(x, k1, 0.5), half);
			List<Scalar> k3 = increments(at(x, k2, 0.5), half);
			List<Scalar> k4 = increments(at(x, k3, 1), scalars.add(t, dt));
			return at(at(at(at(x, k1, 1 / 6.), k2, 1 / 3.), k3, 1 / 3.), k4, 1 / 6.);
		}
	}
}
