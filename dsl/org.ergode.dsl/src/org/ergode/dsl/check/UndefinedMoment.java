// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.result.Axis;
import org.ergode.math.law.Law;

/**
 * An average over walkers that does not exist: {@code mean(x^2)} of a flight whose jumps have no variance. The degree of what is
 * averaged in the position says which moment of the jump it needs.
 */
final class UndefinedMoment implements Rule {
	@Override
	public void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		for (ExperimentIr.Observe o : experiment.observes()) {
			if (o.stage() >= 0 && experiment.stages().get(o.stage()) instanceof ExperimentIr.Simulate s && s.process().jump() != null && s.process().jump().law() != null) {
				law(s.process().jump().law()).ifPresent(law -> averages(o.value(), law, s.process(), found));
			}
		}
	}

	private static void averages(Expr e, Law jump, ProcessIr process, Consumer<Finding> found) {
		if (e instanceof Expr.Reduce r && r.axis() == Axis.Kind.WALKER && !process.states().isEmpty()) {
			double degree = degree(r.operand(), process.states().getFirst().symbol());
			double needed = switch (r.op()) {
				case MEAN -> degree;
				case VARIANCE, SD -> 2 * degree;
				default -> 0;
			};
			int order = needed >= 2 ? 2 : needed >= 1 ? 1 : 0;
			String undefined = order == 0 ? null : jump.undefinedMoment(order);
			if (undefined != null) {
				found.accept(Rules.warning("moment.undefined", r.source(), List.of(), order == 2 ? "variance" : "mean", undefined, r.op() == Expr.Reduction.MEAN ? "mean" : "variance"));
			}
		}
		IrTree.children(e).forEach(c -> averages(c, jump, process, found));
	}

	/** @return the law, if all its parameters are known */
	static Optional<Law> law(LawIr ir) {
		if (ir instanceof LawIr.Isotropic i) {
			return law(i.length());
		}
		if (!(ir instanceof LawIr.Primitive p) || !p.parameters().stream().allMatch(Expr.Constant.class::isInstance)) {
			return Optional.empty();
		}
		try {
			return Optional.of(p.distribution().maker().of(p.parameters().stream().map(e -> ((Expr.Constant) e).values()).toArray(double[][]::new)));
		} catch (IllegalArgumentException e) {
			return Optional.empty(); // an error of its own
		}
	}

	/** The power with which an expression grows with x; 0 where that cannot be said. */
	static double degree(Expr e, Symbol x) {
		return switch (e) {
			case Expr.Read r -> r.symbol() == x ? 1 : 0;
			case Expr.Elementwise w -> switch (w.op()) {
				case ADD, SUBTRACT, MIN, MAX, NEGATE -> w.args().stream().mapToDouble(a -> degree(a, x)).max().orElse(0);
				case MULTIPLY -> w.args().stream().mapToDouble(a -> degree(a, x)).sum();
				case DIVIDE -> degree(w.args().get(0), x) - degree(w.args().get(1), x);
				case POWER -> w.args().get(1) instanceof Expr.Constant c && c.values().length == 1 ? degree(w.args().get(0), x) * c.values()[0] : 0;
				default -> 0;
			};
			case Expr.Product p -> degree(p.left(), x) + degree(p.right(), x);
			case Expr.Transposed t -> degree(t.operand(), x);
			case Expr.Select s -> degree(s.operand(), x);
			case Expr.Reduce r when r.axis() == null -> degree(r.operand(), x);
			case Expr.Apply a when a.function().name().equals("abs") -> degree(a.args().getFirst(), x);
			case Expr.Apply a when a.function().name().equals("sqrt") -> degree(a.args().getFirst(), x) / 2;
			default -> 0;
		};
	}
}
