// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.bytecode.Scalars;
import org.ergode.compiler.process.LaneLoop.Lanes;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.ensemble.FlowSimulator;

/**
 * Writes stochastic differential equations dx/dt = f(x, t) + g(x, t) xi: one loop that takes all states of a lane from t to t + h. All
 * right sides of a stage are evaluated at the same point. A process has one white noise {@code xi}: where two equations name it, it is
 * the same; its components, one for each of a vector's, are independent. With N a standard normal:
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

	/** Components of the noise. */
	static int noises(ProcessIr process) {
		return process.equations().stream().filter(e -> e.diffusion() != null).mapToInt(e -> (int) e.state().type().shape().size()).max().orElse(0);
	}

	/** Whether white noise can take the position to an absorbing wall and back within a step. */
	static boolean isBridged(ProcessIr process) {
		return !process.isWalk() && process.increments() == null && process.equations().stream().anyMatch(e -> isOfPosition(e, process) && e.diffusion() != null) && process.walls().stream().anyMatch(w -> w.kind().equals("absorbing"));
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

	/** The factor of the position's noise, by component. */
	private void strength(CodeBuilder code) {
		LaneLoop loop = new LaneLoop(code, owner);
		Meaning meaning = new Meaning(process, layout, loop).time(T);
		ProcessIr.Equation x = process.equations().stream().filter(e -> isOfPosition(e, process)).findFirst().orElseThrow();
		int n = (int) x.state().type().shape().size();
		loop.store(x.source().line(), -1, N, lanes("strength", 0, n), List.of(spread(meaning.lowering().lower(x.diffusion()), n)));
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
			return (int) e.state().type().shape().size();
		}

		/** f h + g sqrt(h) N, with f and g evaluated at a point and a time. */
		List<Scalar> increments(List<Scalar> point, Scalar time) {
			Meaning meaning = meaning(point, time);
			List<Scalar> result = new ArrayList<>();
			for (ProcessIr.Equation e : process.equations()) {
				Scalar[] drift = spread(meaning.lowering().lower(e.drift()), size(e));
				Scalar[] diffusion = diffusion(e, meaning);
				scalars.line(e.source().line());
				for (int i = 0; i < drift.length; i++) {
					Scalar increment = scalars.multiply(dt, drift[i]);
					result.add(diffusion == null ? increment : scalars.add(increment, kick(diffusion[i], i)));
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

		private static Scalar[] diffusion(ProcessIr.Equation e, Meaning meaning) {
			return e.diffusion() == null ? null : spread(meaning.lowering().lower(e.diffusion()), size(e));
		}

		/** Euler's step, and for each component of the noise what g changes along it. */
		List<Scalar> milstein() {
			Meaning here = meaning(x, t);
			List<Scalar> result = new ArrayList<>(at(x, increments(x, t), 1));
			for (int k = 0; k < noises(process); k++) {
				Meaning there = meaning(along(k, here), t);
				Scalar n = loop.element(new Lanes("noise", k));
				Scalar surplus = scalars.subtract(scalars.multiply(n, n), scalars.constant(1));
				Scalar factor = scalars.multiply(scalars.multiply(scalars.constant(0.5), sqrtDt), surplus);
				int first = 0;
				for (ProcessIr.Equation e : process.equations()) {
					Scalar[] g = diffusion(e, here);
					if (g != null && k < g.length) {
						checkCommutes(e, g[k], k);
						Scalar change = scalars.subtract(diffusion(e, there)[k], g[k]);
						if (!change.isConstant() || change.value() != 0) {
							result.set(first + k, scalars.add(result.get(first + k), scalars.multiply(factor, change)));
						}
					}
					first += size(e);
				}
			}
			return result;
		}

		/** x + g sqrt(h) in what one component of the noise moves. */
		private List<Scalar> along(int k, Meaning here) {
			List<Scalar> point = new ArrayList<>(x);
			int first = 0;
			for (ProcessIr.Equation e : process.equations()) {
				Scalar[] g = diffusion(e, here);
				if (g != null && k < g.length) {
					point.set(first + k, scalars.add(x.get(first + k), scalars.multiply(sqrtDt, g[k])));
				}
				first += size(e);
			}
			return point;
		}

		/** Noise of one component that depends on what another moves needs their iterated integral, which no normal number gives. */
		private void checkCommutes(ProcessIr.Equation e, Scalar g, int k) {
			int first = 0;
			for (ProcessIr.Equation other : process.equations()) {
				for (int i = 0; i < size(other); i++) {
					if (i != k && other.diffusion() != null && reads(g, x.get(first + i))) {
						throw new ModelFault(Lowering.place(e.source()), "'milstein' needs noise whose component " + (k + 1) + " does not depend on "
								+ layout.names().get(layout.componentOf(other.state()) + i) + ", which another component moves; use euler_maruyama or heun");
					}
				}
				first += size(other);
			}
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
