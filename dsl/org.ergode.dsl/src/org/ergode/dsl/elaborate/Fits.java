// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ergode.dsl.elaborate.ExpressionElaborator.Mode;
import org.ergode.dsl.erg.Fit;
import org.ergode.dsl.erg.Observe;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.ExperimentIr;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;

/** Fits: coefficients are the unknown names; their dimensions make the formula consistent. */
final class Fits {
	private final Session session;
	private final ExpressionElaborator expressions;
	/** Of a coefficient that multiplies powers whose exponents are fitted: the dimensions of what is raised to them. */
	private final Map<Symbol, Set<Dimension>> scaled = new HashMap<>();

	Fits(Session session) {
		this.session = session;
		this.expressions = new ExpressionElaborator(session, Mode.ENSEMBLE);
	}

	/**
	 * @return whether a claim may give the coefficient this dimension, which is not the one at exponent 1: it multiplies a power whose exponent is fitted, and both
	 *     differ by a power of what is raised to it
	 */
	boolean mayBe(Dimension claimed, Symbol coefficient) {
		Set<Dimension> bases = scaled.getOrDefault(coefficient, Set.of());
		Dimension ratio = claimed.over(coefficient.type().dimension());
		return bases.size() > 1 || bases.stream().anyMatch(base -> isPower(ratio, base));
	}

	private static boolean isPower(Dimension d, Dimension base) {
		for (int i = 0; i < Dimension.BASES; i++) {
			if (base.exponent(i) != 0) {
				return d.equals(base.power(d.exponent(i) / base.exponent(i)));
			}
		}
		return d.isNone();
	}

	/** @param columns of the observes so far; @return null if the fit is wrong */
	ExperimentIr.Fit of(Fit f, Map<Observe, Symbol> columns) {
		Symbol observable = observable(f, columns);
		Set<String> names = session.names.coefficientsOf(f);
		if (observable == null || f.getFormula() == null) {
			names.forEach(n -> session.defineContext(f, n, null));
			return null;
		}
		if (names.isEmpty()) {
			session.error(Issues.FIT, f, "formula", "the formula has no coefficient to fit: all of its names are known");
			return null;
		}
		Map<String, Symbol> coefficients = solve(f, observable, names);
		Expr formula = expressions.value(f.getFormula());
		if (coefficients == null || formula == null) {
			return null;
		}
		if (!formula.type().shape().equals(observable.type().shape())) {
			session.error(Issues.SHAPE_EXPECTED, f, "formula", "the formula", Operators.shape(formula.type().shape()), Operators.shape(observable.type().shape()) + ", the shape of " + Messages.quote(observable.name())
					+ (formula.type().shape().isNumber() && observable.type().shape().isVector() ? "; of a vector x the square of its length is norm2(x)^2, a component x[1]" : ""));
			return null;
		}
		if (!expressions.hasDimension(formula, f.getFormula(), observable.type().dimension(), "the formula")) {
			return null;
		}
		Symbol abscissa = abscissa(f, formula, observable);
		double[] range = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY};
		if (f.getRange() != null && abscissa != null) {
			range = expressions.range(f.getRange(), abscissa.type().dimension(), "the range of the fit");
		}
		return range == null || abscissa == null ? null : new ExperimentIr.Fit(f.getLabel() == null ? "" : f.getLabel(), observable, abscissa,
				List.copyOf(coefficients.values()), formula, range[0], range[1], Sources.of(f));
	}

	private Symbol observable(Fit f, Map<Observe, Symbol> columns) {
		for (var e : columns.entrySet()) {
			if (e.getKey().getName() != null && e.getKey().getName().equals(f.getObservable())) {
				return e.getValue();
			}
		}
		Fit g = f;
		boolean declared = ((org.ergode.dsl.erg.Experiment) g.eContainer()).getStatements().stream().anyMatch(s -> s instanceof Observe o && f.getObservable() != null && f.getObservable().equals(o.getName()));
		if (!declared && f.getObservable() != null) {
			List<String> near = Suggestions.near(f.getObservable(), columns.keySet().stream().map(Observe::getName).toList());
			session.errorAt(Issues.UNKNOWN_NAME, f, "observable", -1, near, Messages.quote(f.getObservable()), "; a fit needs the name of an 'observe'" + Messages.suggest(near));
		}
		return null;
	}

	/**
	 * First the formula is elaborated quietly with coefficients of no dimension, then its dimensions are an equation in
	 * those of the coefficients, then it is elaborated with the solution and every inconsistency that is left is told.
	 */
	private Map<String, Symbol> solve(Fit f, Symbol observable, Set<String> names) {
		List<String> order = List.copyOf(names);
		List<Symbol> trial = new ArrayList<>();
		for (String n : order) {
			Symbol s = symbol(f, n, Dimension.NONE);
			trial.add(s);
			session.defineContext(f, n, Build.read(s, s.source()));
		}
		Expr formula = session.silently(() -> expressions.lenient(() -> expressions.value(f.getFormula())));
		Dimension[] solution = formula == null ? new Dimension[order.size()] : FitDimensions.solve(formula, observable.type().dimension(), trial);
		Map<String, Symbol> coefficients = new java.util.LinkedHashMap<>();
		Map<String, Boolean> exponent = new HashMap<>();
		List<Expr.Elementwise> powers = new ArrayList<>();
		if (formula != null) {
			fittedPowers(formula, trial, powers);
		}
		for (int i = 0; i < order.size(); i++) {
			Symbol t = trial.get(i);
			exponent.put(order.get(i), powers.stream().anyMatch(x -> reads(x.args().get(1), t)));
		}
		Set<Dimension> bases = powers.stream().map(x -> x.args().get(0).type().dimension()).collect(Collectors.toSet());
		boolean power = exponent.containsValue(true);
		for (int i = 0; i < order.size(); i++) {
			Symbol s = symbol(f, order.get(i), solution[i] == null ? Dimension.NONE : solution[i]);
			coefficients.put(order.get(i), s);
			session.defineContext(f, order.get(i), Build.read(s, s.source()));
			if (power && !exponent.get(order.get(i))) {
				scaled.put(s, bases);
			}
		}
		return coefficients;
	}

	private static void fittedPowers(Expr e, List<Symbol> coefficients, List<Expr.Elementwise> into) {
		if (e instanceof Expr.Elementwise x && x.op() == Expr.Op.POWER && coefficients.stream().anyMatch(c -> reads(x.args().get(1), c))) {
			into.add(x);
		}
		IrTree.children(e).forEach(c -> fittedPowers(c, coefficients, into));
	}

	private static boolean reads(Expr e, Symbol s) {
		return IrTree.any(e, x -> x instanceof Expr.Read r && r.symbol() == s);
	}

	private static Symbol symbol(Fit f, String name, Dimension dimension) {
		String qualified = f.getLabel() == null ? name : f.getLabel() + "." + name;
		return new Symbol(name, qualified, Symbol.Role.COEFFICIENT, Type.of(Shape.NUMBER, dimension), Sources.of(f, "formula", -1));
	}

	/** The one thing in the formula that varies along the observable. */
	private Symbol abscissa(Fit f, Expr formula, Symbol observable) {
		Set<Symbol> read = new HashSet<>();
		IrTree.symbols(formula, read);
		List<Symbol> varying = read.stream().filter(s -> s.role() != Symbol.Role.COEFFICIENT && !s.type().over().isEmpty()).toList();
		if (varying.size() != 1) {
			session.error(Issues.FIT, f, "formula", varying.isEmpty() ? "the formula does not depend on 't' or another coordinate of " + Messages.quote(observable.name())
					: "the formula depends on " + Messages.list(varying.stream().map(s -> Messages.quote(s.name())).sorted().toList(), "and") + "; a fit has one abscissa");
			return null;
		}
		Symbol s = varying.get(0);
		for (Axis.Kind k : s.type().over()) {
			if (!observable.type().varies(k)) {
				session.error(Issues.FIT, f, "observable", Messages.quote(observable.name()) + " does not vary along " + Messages.quote(s.name()) + "; give its 'observe' a grid with 'at'");
				return null;
			}
		}
		return s;
	}
}
