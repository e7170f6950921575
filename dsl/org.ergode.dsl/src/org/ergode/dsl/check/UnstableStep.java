// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.elaborate.Fix;
import org.ergode.dsl.elaborate.IrTree;
import org.ergode.dsl.elaborate.KnownValue;
import org.ergode.dsl.elaborate.Sources;
import org.ergode.dsl.erg.Experiment;
import org.ergode.dsl.erg.Integrate;
import org.ergode.dsl.erg.Model;
import org.ergode.dsl.erg.ProcessDefinition;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.RunOption;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Let;
import org.ergode.dsl.ir.ProcessIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.math.linear.Decompositions;
import org.ergode.math.linear.Decompositions.Complex;

/**
 * A step that is too long for the drift. The drift is linearized where the walkers start; of each eigenvalue of its Jacobian that
 * decays or turns, the method must make a mode that does not grow. One that grows by itself is the model's own affair.
 */
final class UnstableStep implements Rule {
	/** An eigenvalue with less damping than this share of its modulus has none: the rest is rounding of the differences. */
	private static final double DAMPED = 1e-6;
	/** Growth of a mode in a whole run that nobody will see. */
	private static final double UNSEEN = 0.01;

	@Override
	public void experiment(Experiment definition, ExperimentIr experiment, Consumer<Finding> found) {
		for (ExperimentIr.Stage stage : experiment.stages()) {
			if (stage instanceof ExperimentIr.Simulate s && !s.process().equations().isEmpty() && s.process().step() > 0) {
				look(definition, s, found);
			}
		}
	}

	private static void look(Experiment definition, ExperimentIr.Simulate run, Consumer<Finding> found) {
		ProcessIr p = run.process();
		Stability method = Stability.of(p.method());
		Complex worst = null;
		double longest = Double.POSITIVE_INFINITY;
		for (Complex lambda : eigenvalues(p)) {
			double stable = lambda.re() > 0 ? Double.POSITIVE_INFINITY : method.longestStep(lambda);
			if (stable < longest && growth(method, lambda, run) > UNSEEN) {
				worst = lambda;
				longest = stable;
			}
		}
		if (worst == null) {
			return;
		}
		Text text = Text.of(definition, p);
		Source at = text.step == null ? p.source() : Sources.of(text.step);
		String step = text.shown(p.step());
		if (longest > 0) {
			String better = text.written(longest / 2);
			List<Fix> fixes = text.step == null ? List.of() : List.of(Fix.replace("Set the step to " + better, at, better));
			found.accept(Rules.warning("step.unstable", at, fixes, step, rate(worst), p.name(), method.method(), text.shown(longest)));
		} else {
			Optional<Stability> other = other(worst, run);
			List<Fix> fixes = text.integrate == null ? List.of() : other.map(o -> text.method(o.method())).stream().toList();
			found.accept(Rules.warning("step.growing", at, fixes, step, rate(worst), p.name(), method.method(), Rules.number(Math.exp(growth(method, worst, run))),
					other.map(o -> "use 'integrate by " + o.method() + "'").orElse("take a shorter step")));
		}
	}

	/** Logarithm of what a mode becomes in the whole run. */
	private static double growth(Stability method, Complex lambda, ExperimentIr.Simulate run) {
		return run.until() / run.process().step() * Math.log(method.factor(lambda, run.process().step()));
	}

	/** A method that keeps the mode as it is, and means the same equation: Heun's reading of a noise that depends on the state is another one. */
	private static Optional<Stability> other(Complex lambda, ExperimentIr.Simulate run) {
		List<Expr> noises = run.process().equations().stream().flatMap(e -> e.kicks().stream()).map(ProcessIr.Kick::factor).toList();
		boolean additive = noises.stream().noneMatch(d -> IrTree.any(d, e -> e instanceof Expr.Read r && r.symbol().role() != Symbol.Role.TIME));
		List<Stability> candidates = noises.isEmpty() ? List.of(Stability.RUNGE_KUTTA) : additive ? List.of(Stability.HEUN) : List.of();
		return candidates.stream().filter(m -> growth(m, lambda, run) <= UNSEEN).findFirst();
	}

	private static String rate(Complex lambda) {
		String re = Math.abs(lambda.re()) < DAMPED * lambda.abs() ? "" : Rules.number(lambda.re());
		return lambda.im() == 0 ? Rules.number(Math.abs(lambda.re())) + " /s" : "(" + re + (re.isEmpty() ? "+-" : " +- ") + Rules.number(Math.abs(lambda.im())) + "i) /s";
	}

	// ------------------------------------------------------------------ the linearized drift

	/** Those of a matrix with a NaN are none. What has no damping to speak of has none. */
	private static List<Complex> eigenvalues(ProcessIr p) {
		Map<Symbol, double[]> start = start(p);
		List<double[]> columns = new ArrayList<>();
		for (ProcessIr.Equation e : p.equations()) {
			for (int i = 0; i < (int) e.state().type().shape().size(); i++) {
				double[] x = start.get(e.state());
				double h = Math.max(Math.abs(x[i]) * 1e-4, 1e-9);
				double[] above = drift(p, with(start, e.state(), i, x[i] + h));
				double[] below = drift(p, with(start, e.state(), i, x[i] - h));
				for (int k = 0; k < above.length; k++) {
					above[k] = (above[k] - below[k]) / (2 * h);
				}
				columns.add(above);
			}
		}
		int n = columns.size();
		double[] jacobian = new double[n * n];
		for (int i = 0; i < n * n; i++) {
			jacobian[i] = columns.get(i % n)[i / n];
		}
		return Decompositions.eigenvalues(jacobian, n).stream().map(l -> Math.abs(l.re()) < DAMPED * l.abs() ? new Complex(0, l.im()) : l).toList();
	}

	private static Map<Symbol, double[]> start(ProcessIr p) {
		Map<Symbol, double[]> start = new HashMap<>();
		start.put(p.time(), new double[1]);
		for (ProcessIr.State s : p.states()) {
			double[] value = s.value() == null ? new double[] {UndefinedMoment.law(s.law()).map(l -> l.quantile(0.5)).orElse(0.0)} : KnownValue.of(s.value(), start);
			double[] all = new double[(int) s.symbol().type().shape().size()];
			for (int i = 0; i < all.length; i++) {
				all[i] = value[value.length == 1 ? 0 : i];
			}
			start.put(s.symbol(), all);
		}
		return start;
	}

	private static Map<Symbol, double[]> with(Map<Symbol, double[]> start, Symbol state, int i, double x) {
		Map<Symbol, double[]> values = new HashMap<>(start);
		double[] moved = start.get(state).clone();
		moved[i] = x;
		values.put(state, moved);
		return values;
	}

	/** One number a component, in the order of the equations. */
	private static double[] drift(ProcessIr p, Map<Symbol, double[]> values) {
		for (Let let : p.lets()) {
			values.put(let.symbol(), KnownValue.of(let.value(), values));
		}
		List<Double> all = new ArrayList<>();
		for (ProcessIr.Equation e : p.equations()) {
			double[] drift = KnownValue.of(e.drift(), values);
			for (int i = 0; i < (int) e.state().type().shape().size(); i++) {
				all.add(drift[drift.length == 1 ? 0 : i]);
			}
		}
		return all.stream().mapToDouble(Double::doubleValue).toArray();
	}

	// ------------------------------------------------------------------ where the step is written

	/** @param integrate null if it stands in another file; @param step what the step is, there or in the experiment; null likewise */
	private record Text(Integrate integrate, EObject step) {
		static Text of(Experiment definition, ProcessIr p) {
			Integrate integrate = null;
			for (var element : ((Model) definition.eContainer()).getElements()) {
				if (element instanceof ProcessDefinition d && p.name().equals(d.getName())) {
					integrate = d.getStatements().stream().filter(Integrate.class::isInstance).map(Integrate.class::cast).findFirst().orElse(null);
				}
			}
			for (var all = definition.eAllContents(); all.hasNext();) {
				if (all.next() instanceof RunOption o && "step".equals(o.getName())) {
					return new Text(integrate, o.getValue());
				}
			}
			return new Text(integrate, integrate == null ? null : integrate.getStep());
		}

		/** Rounded down to one digit. */
		String written(double seconds) {
			BigDecimal s = new BigDecimal(seconds).round(new MathContext(1, RoundingMode.DOWN));
			return shown(s.doubleValue());
		}

		/** In the unit of the text, if it has one. */
		String shown(double seconds) {
			return step instanceof Quantity q && q.getUnit() != null ? Quantities.display(seconds, Dimension.TIME, q.getUnit()) : Quantities.display(seconds, Dimension.TIME);
		}

		Fix method(String name) {
			String title = "Integrate by " + name;
			return integrate.getMethod() != null ? Fix.replace(title, Sources.of(integrate, "method", 0), name)
					: Fix.insert(title, Sources.of(integrate).offset() + "integrate".length(), " by " + name);
		}
	}
}
