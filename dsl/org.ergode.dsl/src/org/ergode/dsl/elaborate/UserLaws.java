// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.LawMember;
import org.ergode.dsl.erg.LawMemberKind;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.math.law.TabulatedLaw;
import org.ergode.unit.DistributionPrimitive;

/**
 * A user's law at one use: through its quantile, whose parameters may differ from walker to walker, or else a table made of its distribution function or of
 * its density.
 */
final class UserLaws {
	private final Session session;
	private final ExpressionElaborator expressions;

	UserLaws(Session session, ExpressionElaborator expressions) {
		this.session = session;
		this.expressions = expressions;
	}

	/** @return null if it is wrong */
	LawIr law(DistributionDefinition d, List<Argument> arguments, Expression at) {
		List<String> names = d.getParameters().stream().map(RuleParameter::getName).toList();
		List<Boolean> needed = d.getParameters().stream().map(p -> p.getValue() == null).toList();
		Argument[] bound = Arguments.bind(session, at, d.getName(), arguments, names, needed);
		if (bound == null) {
			return null;
		}
		LawMember member = member(d);
		if (member == null) {
			session.error(Issues.MISSING_STATEMENT, at, null, "the distribution " + Messages.quote(d.getName()),
					"quantile(p) = ..., cdf(x) = ... or pdf(x) = ..., one of which drawing from it needs");
			return null;
		}
		List<Expr> values = new ArrayList<>();
		for (int i = 0; i < bound.length; i++) {
			Expr v = expressions.value(bound[i] == null ? d.getParameters().get(i).getValue() : bound[i].getValue());
			if (v == null) {
				return null;
			}
			values.add(v);
		}
		if (!session.enter(d, at)) {
			return null;
		}
		try {
			for (int i = 0; i < values.size(); i++) {
				session.define(d.getParameters().get(i), values.get(i));
			}
			return session.atUse(at, null, d.getName(), () -> member.getKind() == LawMemberKind.QUANTILE ? byQuantile(d, member, at) : byTable(d, member, values, at));
		} finally {
			d.getParameters().forEach(session::forget);
			session.forget(member.getVariable());
			session.leave();
		}
	}

	/** The first there is of quantile, distribution function and density. */
	private static LawMember member(DistributionDefinition d) {
		for (LawMemberKind kind : List.of(LawMemberKind.QUANTILE, LawMemberKind.CDF, LawMemberKind.PDF)) {
			for (LawMember m : d.getMembers()) {
				if (m.getKind() == kind && m.getVariable() != null && m.getValue() != null) {
					return m;
				}
			}
		}
		return null;
	}

	private Symbol variable(LawMember member, Dimension dimension) {
		Source source = Sources.of(member.getVariable());
		Symbol symbol = new Symbol(member.getVariable().getName(), member.getVariable().getName(), Symbol.Role.VARIABLE, Type.of(Shape.NUMBER, dimension), source);
		session.define(member.getVariable(), Build.read(symbol, source));
		return symbol;
	}

	private LawIr byQuantile(DistributionDefinition d, LawMember quantile, Expression at) {
		Symbol p = variable(quantile, Dimension.NONE);
		Expr value = expressions.value(quantile.getValue());
		return value == null ? null : new LawIr.ByQuantile(p, value, d.getName(), Type.of(value.type().shape(), value.type().dimension()), Sources.of(at));
	}

	private LawIr byTable(DistributionDefinition d, LawMember member, List<Expr> parameters, Expression at) {
		boolean density = member.getKind() == LawMemberKind.PDF;
		Dimension drawn = drawn(member, parameters);
		Symbol x = variable(member, drawn);
		Expr value = expressions.value(member.getValue());
		Dimension wanted = density ? Dimension.NONE.over(drawn) : Dimension.NONE;
		if (value == null || !expressions.hasDimension(value, member.getValue(), wanted, (density ? "the density of " : "the distribution function of ") + Messages.quote(d.getName()))) {
			return null;
		}
		DoubleUnaryOperator f = function(value, x);
		if (f == null) {
			session.error(Issues.NOT_CONSTANT, at, null, "a parameter of " + Messages.quote(d.getName()) + ", which has no 'quantile(p) = ...',", Messages.quote(Sources.shortText(at)));
			return null;
		}
		try {
			double[] places = parameters.stream().filter(p -> p.type().dimension().equals(drawn)).mapToDouble(Build::valueOf).toArray();
			TabulatedLaw law = density ? TabulatedLaw.ofDensity(f, places) : TabulatedLaw.ofDistribution(f, places);
			DistributionPrimitive primitive = new DistributionPrimitive(d.getName(), List.of(), d.getTitle() == null ? "" : d.getTitle(), "", none -> law);
			return new LawIr.Primitive(primitive, List.of(), Type.of(Shape.NUMBER, drawn), Sources.of(at));
		} catch (IllegalArgumentException e) {
			session.error(Issues.ARGUMENT_VALUE, at, null, Messages.quote(d.getName()) + ": " + e.getMessage());
			return null;
		}
	}

	/** What the variable may be in: of the dimensions of the parameters, a pure number, a time and a length, the first that makes the expression right. */
	private Dimension drawn(LawMember member, List<Expr> parameters) {
		Set<Dimension> candidates = new LinkedHashSet<>();
		parameters.forEach(p -> candidates.add(p.type().dimension()));
		parameters.forEach(p -> candidates.add(Dimension.NONE.over(p.type().dimension())));
		candidates.addAll(List.of(Dimension.NONE, Dimension.TIME, Dimension.LENGTH));
		for (Dimension d : candidates) {
			Dimension wanted = member.getKind() == LawMemberKind.PDF ? Dimension.NONE.over(d) : Dimension.NONE;
			boolean fits = session.silently(() -> {
				variable(member, d);
				Expr e = expressions.value(member.getValue());
				return e != null && e.type().shape().isNumber() && e.type().dimension().equals(wanted);
			});
			if (fits) {
				return d;
			}
		}
		return candidates.iterator().next();
	}

	/** @return null if the expression reads anything but x */
	private static DoubleUnaryOperator function(Expr e, Symbol x) {
		return switch (e) {
			case Expr.Constant c when c.values().length == 1 -> {
				double value = c.values()[0];
				yield at -> value;
			}
			case Expr.Read r when r.symbol() == x -> at -> at;
			case Expr.Elementwise w -> chain(w, functions(w.args(), x));
			case Expr.Apply a -> {
				DoubleUnaryOperator[] f = functions(a.args(), x);
				yield f == null ? null : at -> {
					double[] values = new double[f.length];
					for (int i = 0; i < f.length; i++) {
						values[i] = f[i].applyAsDouble(at);
					}
					return Fold.call(a.function(), values);
				};
			}
			default -> null;
		};
	}

	private static DoubleUnaryOperator[] functions(List<Expr> args, Symbol x) {
		DoubleUnaryOperator[] f = args.stream().map(a -> function(a, x)).toArray(DoubleUnaryOperator[]::new);
		return Arrays.asList(f).contains(null) ? null : f;
	}

	private static DoubleUnaryOperator chain(Expr.Elementwise w, DoubleUnaryOperator[] f) {
		if (f == null) {
			return null;
		}
		return at -> {
			double value = f[0].applyAsDouble(at);
			if (f.length == 1) {
				return Fold.apply(w.op(), value, 0);
			}
			for (int i = 1; i < f.length; i++) {
				value = Fold.apply(w.op(), value, f[i].applyAsDouble(at));
			}
			return value;
		};
	}
}
