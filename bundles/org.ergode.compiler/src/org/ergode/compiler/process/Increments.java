// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.util.List;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.ensemble.FlowSimulator;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.math.random.FractionalNoise;

/**
 * Walkers with correlated increments: dx/dt = sd/sqrt(h) xi by Euler's step h, where the numbers that stand for xi are one fractional
 * Gaussian series (Mandelbrot and Van Ness 1968, https://doi.org/10.1137/1010093). After n steps a component's variance is sd^2 n^(2H).
 */
final class Increments {
	private static final int LONGEST = 1 << 22;

	private Increments() {
	}

	/** The process itself if its increments are not correlated. */
	static ProcessIr asFlow(ProcessIr p) {
		if (p.increments() == null) {
			return p;
		}
		LawIr.Joint law = (LawIr.Joint) p.increments();
		Symbol x = p.states().getFirst().symbol();
		Dimension rate = x.type().dimension().over(Dimension.TIME);
		Dimension noise = x.type().dimension().over(Dimension.TIME.power(0.5));
		Symbol xi = new Symbol("xi", p.name() + ".xi", Symbol.Role.NOISE, x.type().withDimension(Dimension.TIME.power(-0.5)), law.source());
		ProcessIr.Equation equation = new ProcessIr.Equation(x, number(0, rate, law), List.of(new ProcessIr.Kick(xi, ProcessIr.Kick.EACH, number(parameter(law, 1) / Math.sqrt(p.step()), noise, law))), law.source());
		return new ProcessIr(p.name(), p.dimension(), p.lets(), p.states(), p.waiting(), p.jump(), p.increments(), List.of(equation), p.step(),
				"euler_maruyama", p.walls(), p.lattice(), p.time(), p.direction(), p.source());
	}

	/** @return null if the noise is white; @throws ModelFault if the series is too long to be drawn at once */
	static FractionalNoise series(ProcessIr p, double until) {
		if (!(p.increments() instanceof LawIr.Joint law)) {
			return null;
		}
		long steps = FlowSimulator.steps(until, p.step());
		if (steps > LONGEST) {
			throw new ModelFault(Lowering.place(p.source()), "'" + p.name() + "' would take " + steps + " correlated steps, and at most " + LONGEST
					+ " can be drawn; take a longer step or an earlier end");
		}
		return FractionalNoise.of(parameter(law, 0), 1, (int) Math.max(1, steps));
	}

	/** Standard deviation of an increment. */
	static double sd(ProcessIr p) {
		return parameter((LawIr.Joint) p.increments(), 1);
	}

	private static double parameter(LawIr.Joint law, int i) {
		return ((Expr.Constant) law.parameters().get(i)).values()[0];
	}

	private static Expr number(double value, Dimension dimension, LawIr law) {
		return new Expr.Constant(new double[] {value}, Type.of(Shape.NUMBER, dimension), law.source());
	}
}
