// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.lang.classfile.ClassBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.process.LaneLoop.Lanes;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.engine.ensemble.FlowSimulator;

/**
 * Writes stochastic differential equations: one loop that takes all states of a lane from t to t + dt by Euler and Maruyama's step,
 * x + drift dt + diffusion sqrt(dt) N(0, 1). All right sides are evaluated at t. A process has one white noise {@code xi}: where two
 * equations name it, it is the same; its components, one for each of a vector's, are independent.
 */
final class FlowWriter extends SimulatorWriter {
	private static final int N = 1;
	private static final int T = 2;
	private static final int DT = 4;
	private static final int ROOT = 6;

	FlowWriter(ProcessIr process, List<Observed> observed) {
		super(process, observed, FlowSimulator.class);
	}

	/** Components of the noise. */
	static int noises(ProcessIr process) {
		return process.equations().stream().filter(e -> e.diffusion() != null).mapToInt(e -> (int) e.state().type().shape().size()).max().orElse(0);
	}

	@Override
	void motion(ClassBuilder c) {
		method(c, "step", MethodTypeDesc.of(VOID, INT, DOUBLE, DOUBLE, DOUBLE), code -> {
			LaneLoop loop = new LaneLoop(code, owner);
			Meaning meaning = new Meaning(process, layout, loop).time(T);
			Scalar dt = loop.scalars.load(x -> x.dload(DT));
			Scalar sqrtDt = loop.scalars.load(x -> x.dload(DT).dload(ROOT).dmul());
			List<Lanes> targets = new ArrayList<>();
			List<Scalar> values = new ArrayList<>();
			for (ProcessIr.Equation e : process.equations()) {
				equation(e, loop, meaning, dt, sqrtDt, targets, values);
			}
			loop.store(process.equations().getFirst().source().line(), -1, N, targets, values);
		});
	}

	private void equation(ProcessIr.Equation e, LaneLoop loop, Meaning meaning, Scalar dt, Scalar sqrtDt, List<Lanes> targets, List<Scalar> values) {
		int n = (int) e.state().type().shape().size();
		Scalar[] drift = spread(meaning.lowering().lower(e.drift()), n);
		Scalar[] diffusion = e.diffusion() == null ? null : spread(meaning.lowering().lower(e.diffusion()), n);
		loop.scalars.line(e.source().line());
		for (int i = 0; i < n; i++) {
			Lanes state = new Lanes("state", layout.componentOf(e.state()) + i);
			Scalar next = loop.scalars.add(loop.element(state), loop.scalars.multiply(dt, drift[i]));
			if (diffusion != null) {
				Scalar kick = loop.scalars.multiply(loop.scalars.multiply(sqrtDt, diffusion[i]), loop.element(new Lanes("noise", i)));
				next = loop.scalars.add(next, kick);
			}
			targets.add(state);
			values.add(next);
		}
	}
}
