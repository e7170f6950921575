// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.result.Axis;
import org.ergode.math.law.Law;

/**
 * An average over walkers that does not exist: {@code mean(x^2)} of a flight whose jumps have no variance. How what is averaged grows
 * with the position says which moment of the jump it needs; likewise with a state and the law that it starts from.
 */
final class UndefinedMoment implements Rule {
	/** A number that walkers have, and the law that puts the tail into it. */
	private record Tail(Symbol symbol, Law law, String what) {
	}

	@Override
	public void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		Map<Symbol, Expr> columns = new HashMap<>();
		for (ExperimentIr.Observe o : experiment.observes()) {
			if (o.symbol().type().varies(Axis.Kind.WALKER)) {
				columns.put(o.symbol(), o.value());
			}
		}
		for (ExperimentIr.Stage stage : experiment.stages()) {
			if (stage instanceof ExperimentIr.Simulate s) {
				for (Tail tail : tails(s.process())) {
					experiment.observes().forEach(o -> averages(o.value(), tail, columns, definition, found));
				}
			}
		}
	}

	private static List<Tail> tails(ProcessIr p) {
		if (p.isWalk()) {
			return p.jump() == null || p.jump().law() == null || p.states().isEmpty() ? List.of()
					: law(p.jump().law()).map(l -> new Tail(p.states().getFirst().symbol(), l, "a jump")).stream().toList();
		}
		return p.states().stream().filter(s -> s.law() != null)
				.flatMap(s -> law(s.law()).map(l -> new Tail(s.symbol(), l, "the start of '" + s.symbol().name() + "'")).stream()).toList();
	}

	private static void averages(Expr e, Tail tail, Map<Symbol, Expr> columns, Experiment definition, Consumer<Finding> found) {
		if (e instanceof Expr.Reduce r && r.axis() == Axis.Kind.WALKER) {
			int times = switch (r.op()) {
				case MEAN -> 1;
				case VARIANCE, SD -> 2;
				default -> 0;
			};
			if (times > 0) {
				average(r, times, tail, Growth.of(r.operand(), tail.symbol, columns), definition, found);
			}
		}
		IrTree.children(e).forEach(c -> averages(c, tail, columns, definition, found));
	}

	/** @param times power of what is averaged */
	private static void average(Expr.Reduce r, int times, Tail tail, Growth growth, Experiment definition, Consumer<Finding> found) {
		String statistic = r.op() == Expr.Reduction.MEAN ? "mean" : "variance";
		String name = tail.symbol.name();
		double order = times * growth.degree();
		String undefined = order > 0 && !growth.isDamped() ? tail.law.undefinedMoment(order) : null;
		if (undefined != null) {
			String moment = order == 1 ? "mean" : order == 2 ? "variance" : "moment of order " + Quantities.number(order);
			found.accept(Rules.warning("moment.undefined", r.source(), median(r, definition), moment, tail.what, undefined, statistic, name));
			return;
		}
		for (double rate : new double[] {Math.max(0, times * growth.up()), Math.min(0, times * growth.down())}) {
			undefined = rate == 0 ? null : tail.law.undefinedExponential(rate);
			if (undefined != null) {
				String shown = Quantities.display(rate, Dimension.NONE.over(tail.symbol.type().dimension()));
				found.accept(Rules.warning("moment.exponential", r.source(), median(r, definition), shown, tail.what, undefined, statistic, name));
				return;
			}
		}
	}

	/** {@code mean(e)} becomes {@code quantile(e, 0.5)}, which always exists. */
	private static List<Fix> median(Expr.Reduce r, Experiment definition) {
		Source at = r.source();
		String all = NodeModelUtils.getNode(definition).getRootNode().getText();
		String text = at.offset() + at.length() <= all.length() ? all.substring(at.offset(), at.offset() + at.length()) : "";
		boolean whole = r.op() == Expr.Reduction.MEAN && r.args().isEmpty() && text.matches("(?s)mean\\s*\\(.*\\)");
		return whole ? List.of(Fix.replace("Use the median", at, "quantile" + text.substring(4, text.length() - 1) + ", 0.5)")) : List.of();
	}

	/** @return the law, if all its parameters are known */
	static Optional<Law> law(LawIr ir) {
		if (ir instanceof LawIr.Isotropic i) {
			return law(i.length());
		}
		return ir instanceof LawIr.Primitive p ? p.known() : Optional.empty();
	}
}
