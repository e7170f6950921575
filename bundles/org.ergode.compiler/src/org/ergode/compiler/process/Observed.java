// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.process;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ergode.compiler.bytecode.Lowering;
import org.ergode.compiler.bytecode.Scalar;
import org.ergode.compiler.bytecode.Scalars;
import org.ergode.dsl.ir.ExperimentIr.Observe;
import org.ergode.dsl.ir.ExperimentIr.Simulate;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.ensemble.Observation;
import org.ergode.engine.ensemble.PathObservation;
import org.ergode.engine.ensemble.Statistic;
import org.ergode.engine.result.Axis;
import org.ergode.unit.PathObservable;

/**
 * One {@code observe} of a simulation.
 *
 * @param operand what is evaluated for each walker
 * @param observation null for a path
 * @param path null for a statistic
 */
record Observed(Observe observe, Expr operand, Observation observation, PathObservation path) {
	private static final int TRAJECTORY_TIMES = 501;

	static Observed of(Observe o, Simulate simulate, boolean inFlight) {
		return switch (o.value()) {
			case Expr.Path p -> path(o, p, simulate, inFlight);
			case Expr.Special s when s.name().equals("trajectories") -> trajectories(o, s, simulate);
			case Expr.Special s -> throw new ModelFault(Lowering.place(s.source()),
					"'" + s.name() + "' is not known for walkers at work; observe a quantity per walker, and plot the '" + s.name() + "' of that");
			default -> statistic(o);
		};
	}

	private static Observed path(Observe o, Expr.Path p, Simulate simulate, boolean inFlight) {
		boolean ofJumps = p.observable().operand() == PathObservable.Operand.JUMPS;
		if (ofJumps && !simulate.process().isWalk()) {
			throw new ModelFault(Lowering.place(o.source()), "'" + p.observable().name() + "' is of a walk, with 'waiting' and 'jump'; '" + simulate.process().name() + "' moves in steps of the integrator");
		}
		double until = simulate.until();
		if (inFlight && !ofJumps) {
			throw new ModelFault(Lowering.place(o.source()),
					"'" + p.observable().name() + "' follows walkers that rest between jumps; these are on their way. Observe a mean over walkers instead");
		}
		int size = (int) p.position().type().shape().size();
		double[] parameters = p.args().stream().mapToDouble(a -> constant(a, p.observable().name())).toArray();
		PathObservable.Maker maker = p.observable().maker();
		try {
			maker.of(size, until, parameters);
		} catch (IllegalArgumentException e) {
			throw new ModelFault(Lowering.place(p.source()), p.observable().name() + ": " + e.getMessage());
		}
		return new Observed(o, p.position(), null, new PathObservation(o.symbol().name(), o.symbol().type().dimension(), size, grid(o, until), o.hidden(),
				() -> maker.of(size, until, parameters)));
	}

	/** @return null for the whole path */
	private static double[] grid(Observe o, double until) {
		return o.symbol().type().varies(Axis.Kind.TIME) ? Arrays.stream(o.grid()).map(t -> Math.min(t, until)).toArray() : null;
	}

	/** The positions of the first walkers, at times close enough for a picture. */
	private static Observed trajectories(Observe o, Expr.Special s, Simulate simulate) {
		double n = constant(s.args().getFirst(), "trajectories");
		if (!(n >= 1 && n <= simulate.walkers() && n == Math.rint(n))) {
			throw new ModelFault(Lowering.place(s.source()), "'trajectories' takes a whole number from 1 to " + simulate.walkers() + ", the number of walkers: " + n);
		}
		double[] grid = new double[TRAJECTORY_TIMES];
		Arrays.setAll(grid, i -> simulate.until() * i / (TRAJECTORY_TIMES - 1));
		Symbol position = simulate.process().states().getFirst().symbol();
		return new Observed(o, new Expr.Read(position, position.type(), s.source()), new Observation(o.symbol().name(), position.type().dimension(),
				Statistic.VALUES, Double.NaN, position.type().shape(), grid, (int) n, o.hidden(), Lowering.place(o.source())), null);
	}

	private static Observed statistic(Observe o) {
		Statistic statistic = Statistic.VALUES;
		Expr operand = o.value();
		double probability = Double.NaN;
		if (o.value() instanceof Expr.Reduce r && r.axis() == Axis.Kind.WALKER) {
			operand = r.operand();
			statistic = statistic(r);
			probability = r.op() == Expr.Reduction.QUANTILE ? probability(r) : 0.5;
		}
		double[] grid = o.symbol().type().varies(Axis.Kind.TIME) ? o.grid() : null;
		return new Observed(o, operand, new Observation(o.symbol().name(), o.symbol().type().dimension(), statistic, probability,
				operand.type().shape(), grid, Integer.MAX_VALUE, o.hidden(), Lowering.place(o.source())), null);
	}

	private static Statistic statistic(Expr.Reduce r) {
		return switch (r.op()) {
			case SUM -> Statistic.SUM;
			case MEAN -> Statistic.MEAN;
			case COUNT -> Statistic.SUM;
			case VARIANCE -> Statistic.VARIANCE;
			case SD -> Statistic.SD;
			case MIN -> Statistic.MIN;
			case MAX -> Statistic.MAX;
			case QUANTILE, MEDIAN -> Statistic.QUANTILE;
			case INTEGRAL -> throw new ModelFault(Lowering.place(r.source()), "an integral over walkers has no meaning; use 'sum' or 'mean'");
		};
	}

	private static double probability(Expr.Reduce r) {
		double p = constant(r.args().getFirst(), "quantile");
		if (!(p >= 0 && p <= 1)) {
			throw new ModelFault(Lowering.place(r.args().getFirst().source()),
					String.format(Locale.ROOT, "the probability of a quantile is not in [0, 1]: %s", p));
		}
		return p;
	}

	private static double constant(Expr e, String of) {
		Scalar[] value = new Lowering(new Scalars(), s -> null).lower(e);
		if (value.length != 1 || !value[0].isConstant()) {
			throw new ModelFault(Lowering.place(e.source()), "an argument of '" + of + "' is not a constant number");
		}
		return value[0].value();
	}

	/** What the tally is told for a walker: a count asks only whether the value is 0. */
	List<Scalar> lower(Lowering lowering, Scalars scalars) {
		Scalar[] values = lowering.lower(operand);
		if (observe.value() instanceof Expr.Reduce r && r.axis() == Axis.Kind.WALKER && r.op() == Expr.Reduction.COUNT) {
			Arrays.setAll(values, i -> scalars.truth(values[i]));
		}
		return List.of(values);
	}
}
