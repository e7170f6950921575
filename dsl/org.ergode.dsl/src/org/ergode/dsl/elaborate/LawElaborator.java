// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.DistributionDefinition;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Jump;
import org.ergode.dsl.erg.LawMember;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Unary;
import org.ergode.dsl.erg.Waiting;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.LawIr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.BuiltinFunction;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.DistributionPrimitive.DimensionOf;

/** What stands after {@code ~}. */
final class LawElaborator {
	private final Session session;
	private final ExpressionElaborator expressions;

	LawElaborator(Session session, ExpressionElaborator expressions) {
		this.session = session;
		this.expressions = expressions;
	}

	/** @param space dimension of space, for laws of vectors; @return null if it is wrong */
	LawIr law(Expression e, int space) {
		if (e instanceof Call c && c.getName() != null) {
			return call(c.getName(), c.getArguments(), c, space);
		}
		if (e instanceof Reference r && r.getName() != null) {
			return call(r.getName(), List.of(), r, space);
		}
		if (e != null) {
			session.error(Issues.WRONG_VALUE, e, null, "what follows '~'", Messages.quote(Sources.shortText(e)), "a distribution, such as normal(mean = 0, sd = 1)");
		}
		return null;
	}

	private LawIr call(String name, List<Argument> arguments, Expression at, int space) {
		Optional<Meaning> meaning = session.names.law(name, at);
		if (meaning.isEmpty()) {
			List<String> near = Suggestions.near(name, session.names.laws(at));
			session.errorAt(Issues.UNKNOWN_DISTRIBUTION, at, "name", -1, near, Messages.quote(name), near.isEmpty() ? Messages.among(session.names.laws(at)) : Messages.suggest(near));
			return null;
		}
		return switch (meaning.get()) {
			case Meaning.Distribution(DistributionPrimitive p) -> primitive(p, arguments, at);
			case Meaning.Declared(DistributionDefinition d) -> new UserLaws(session, expressions).law(d, arguments, at);
			case Meaning.Builtin b when b.function() == BuiltinFunction.ISOTROPIC -> isotropic(arguments, at, space);
			case Meaning.Builtin b when b.function() == BuiltinFunction.FRACTIONAL_GAUSSIAN -> {
				session.error(Issues.WRONG_VALUE, at, null, "what is drawn here", Messages.quote(name), "a law whose draws are independent; a process takes this one as 'increments ~ ...'");
				yield null;
			}
			case Meaning.Builtin _ -> multinormal(arguments, at);
			default -> null;
		};
	}

	/** What stands after {@code increments ~}: the one law whose draws depend on each other. @return null if it is wrong */
	LawIr increments(Expression e) {
		if (!(e instanceof Call c) || !BuiltinFunction.FRACTIONAL_GAUSSIAN.text().equals(c.getName())) {
			if (e != null) {
				session.error(Issues.WRONG_VALUE, e, null, "what follows 'increments ~'", Messages.quote(Sources.shortText(e)),
						"fractional_gaussian(hurst = ..., sd = ...); independent increments are a walk: waiting ~ fixed(...), jump ~ ...");
			}
			return null;
		}
		Argument[] bound = Arguments.bind(session, c, c.getName(), c.getArguments(), List.of("hurst", "sd"), 2);
		Double hurst = bound == null ? null : expressions.number(bound[0].getValue(), Dimension.NONE, "'hurst'");
		Expr sd = hurst == null ? null : expressions.value(bound[1].getValue());
		Double size = sd == null ? null : expressions.number(bound[1].getValue(), sd.type().dimension(), "'sd'");
		if (size == null) {
			return null;
		}
		if (!(hurst > 0 && hurst < 1)) {
			session.error(Issues.WRONG_VALUE, bound[0], null, "'hurst'", hurst, "more than 0 and less than 1");
			return null;
		}
		if (!(size > 0)) {
			session.error(Issues.WRONG_VALUE, bound[1], null, "'sd'", Messages.quote(Sources.shortText(bound[1].getValue())), "more than 0");
			return null;
		}
		Expr index = Build.number(hurst, Dimension.NONE, Sources.of(bound[0]));
		return new LawIr.Joint(c.getName(), List.of(index, Build.number(size, sd.type().dimension(), Sources.of(bound[1]))), Type.of(Shape.NUMBER, sd.type().dimension()), Sources.of(c));
	}

	private LawIr primitive(DistributionPrimitive p, List<Argument> arguments, Expression at) {
		List<String> names = p.parameters().stream().map(DistributionPrimitive.Parameter::name).toList();
		List<Boolean> needed = p.parameters().stream().map(q -> Double.isNaN(q.defaultValue())).toList();
		Argument[] bound = Arguments.bind(session, at, p.name(), arguments, names, needed, i -> example(p, p.parameters().get(i), arguments, at));
		if (bound == null) {
			return null;
		}
		List<Expr> values = new ArrayList<>();
		for (int i = 0; i < bound.length; i++) {
			Expr v = bound[i] == null ? null : expressions.value(bound[i].getValue());
			if (bound[i] != null && v == null) {
				return null;
			}
			values.add(v);
		}
		Dimension drawn = drawn(p, bound, values);
		if (drawn == null) {
			return null;
		}
		for (int i = 0; i < bound.length; i++) {
			DistributionPrimitive.Parameter q = p.parameters().get(i);
			Dimension wanted = switch (q.dimension()) {
				case SAME, ANY_SET -> drawn;
				case NONE, NONE_SET -> Dimension.NONE;
				case INVERSE -> Dimension.NONE.over(drawn);
			};
			if (bound[i] == null) {
				values.set(i, Build.number(q.defaultValue(), wanted, Sources.of(at)));
			} else if (!fits(p, q, bound[i], values.get(i), wanted)) {
				return null;
			}
		}
		LawIr law = new LawIr.Primitive(p, values, Type.of(Shape.NUMBER, drawn), Sources.of(at));
		return isLegal(p, values, bound, at) ? law : null;
	}

	/** A legal value of a parameter that was left out, in the unit of the arguments that are there, or of what is drawn. */
	private String example(DistributionPrimitive p, DistributionPrimitive.Parameter q, List<Argument> arguments, Expression at) {
		return switch (q.dimension()) {
			case NONE -> q.rule().contains("[0, 1]") ? "0.5" : "2";
			case SAME -> "1" + session.silently(() -> arguments.stream().map(a -> expressions.value(a.getValue())).filter(v -> v != null && !v.type().dimension().isNone()).findFirst())
					.map(v -> " " + v.type().dimension()).orElse(at.eContainer() instanceof Waiting ? " s" : at.eContainer() instanceof Jump ? " um" : "");
			case INVERSE, ANY_SET, NONE_SET -> "";
		};
	}

	/** The dimension of a draw follows from the parameters that share it; a plain 0 says nothing. */
	private Dimension drawn(DistributionPrimitive p, Argument[] bound, List<Expr> values) {
		Dimension drawn = null;
		int by = -1;
		for (int i = 0; i < bound.length; i++) {
			DimensionOf of = p.parameters().get(i).dimension();
			if (values.get(i) == null || of == DimensionOf.NONE || of == DimensionOf.NONE_SET || of == DimensionOf.SAME && Build.isPlainZero(values.get(i))) {
				continue;
			}
			Dimension d = of == DimensionOf.INVERSE ? Dimension.NONE.over(values.get(i).type().dimension()) : values.get(i).type().dimension();
			if (drawn != null && !drawn.equals(d)) {
				session.mismatch(d, drawn);
				session.error(Issues.DIMENSIONS, bound[i], null, p.name(), Messages.quote(Sources.shortText(bound[by])), Operators.dimension(values.get(by).type().dimension()),
						Messages.quote(Sources.shortText(bound[i])), Operators.dimension(values.get(i).type().dimension()));
				return null;
			}
			drawn = d;
			by = i;
		}
		return drawn == null ? Dimension.NONE : drawn;
	}

	private boolean fits(DistributionPrimitive p, DistributionPrimitive.Parameter q, Argument a, Expr v, Dimension wanted) {
		if (q.dimension() != DimensionOf.ANY_SET && q.dimension() != DimensionOf.NONE_SET && !v.type().shape().isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, a, null, Messages.quote(q.name()), v.type().shape(), "a number");
			return false;
		}
		return expressions.hasDimension(v, a.getValue(), wanted, Messages.quote(q.name()) + " of " + Messages.quote(p.name()));
	}

	/** What is known now is tried now: the maker names parameter, rule and value. */
	private boolean isLegal(DistributionPrimitive p, List<Expr> values, Argument[] bound, Expression at) {
		double[][] numbers = new double[values.size()][];
		for (int i = 0; i < numbers.length; i++) {
			if (!(values.get(i) instanceof Expr.Constant c)) {
				return true;
			}
			numbers[i] = c.values();
		}
		try {
			p.maker().of(numbers);
			sumsToOne(p, numbers, bound);
			return true;
		} catch (IllegalArgumentException e) {
			Argument culprit = null;
			String value = "";
			for (int i = 0; i < bound.length; i++) {
				if (bound[i] != null && e.getMessage() != null && e.getMessage().startsWith(p.parameters().get(i).name() + " ")) {
					culprit = bound[i];
					value = written(bound[i].getValue(), values.get(i));
				}
			}
			String found = culprit == null ? String.valueOf(e.getMessage())
					: e.getMessage().replaceFirst(": [-+.\\dEe]+(?=$|;)", ": " + Matcher.quoteReplacement(value));
			for (int i = 0; i < numbers.length; i++) { // a maker speaks of SI values
				if (numbers[i].length == 1) {
					found = found.replaceFirst("(?<=[: ])" + Pattern.quote(Double.toString(numbers[i][0])) + "(?=$|[; ])", Matcher.quoteReplacement(Quantities.display(numbers[i][0], values.get(i).type().dimension())));
				}
			}
			session.error(Issues.ARGUMENT_VALUE, culprit == null ? at : culprit, null, Messages.quote(p.name()) + ": " + found);
			return false;
		}
	}

	/** Weights are probabilities once they are divided by their sum, which is mostly a slip. */
	private void sumsToOne(DistributionPrimitive p, double[][] numbers, Argument[] bound) {
		for (int i = 0; i < bound.length; i++) {
			double sum = Arrays.stream(numbers[i]).sum();
			if (bound[i] != null && p.parameters().get(i).dimension() == DimensionOf.NONE_SET && Math.abs(sum - 1) > 1e-6) {
				session.warning(Issues.PROBABILITIES, bound[i], null, Messages.quote(p.name()), Quantities.number(sum));
			}
		}
	}

	/** A number as it is written; what a name stands for here, with its figure. */
	private static String written(Expression text, Expr value) {
		boolean isNumber = text instanceof Quantity || text instanceof Unary u && u.getOperand() instanceof Quantity;
		return isNumber || Double.isNaN(Build.valueOf(value)) ? Sources.text(text)
				: Sources.text(text) + " = " + Quantities.display(Build.valueOf(value), value.type().dimension());
	}

	private LawIr isotropic(List<Argument> arguments, Expression at, int space) {
		Argument[] bound = Arguments.bind(session, at, "isotropic", arguments, List.of("length"), 1);
		LawIr length = bound == null ? null : law(bound[0].getValue(), space);
		if (length == null) {
			return null;
		}
		if (length instanceof LawIr.Isotropic || length instanceof LawIr.Joint) {
			session.error(Issues.WRONG_VALUE, bound[0], null, "the length", Messages.quote(Sources.shortText(bound[0])), "the distribution of a number");
			return null;
		}
		return new LawIr.Isotropic(length, space, length.type().withShape(Shape.vector(space)), Sources.of(at));
	}

	private LawIr multinormal(List<Argument> arguments, Expression at) {
		Argument[] bound = Arguments.bind(session, at, "multinormal", arguments, List.of("mean", "covariance"), 2);
		Expr mean = bound == null ? null : expressions.value(bound[0].getValue());
		Expr covariance = mean == null ? null : expressions.value(bound[1].getValue());
		if (covariance == null) {
			return null;
		}
		int n = mean.type().shape().rows();
		if (!mean.type().shape().isVector()) {
			session.error(Issues.SHAPE_EXPECTED, bound[0], null, "'mean'", mean.type().shape(), "a column");
			return null;
		}
		if (!covariance.type().shape().equals(new Shape(n, n))) {
			session.error(Issues.SHAPE_EXPECTED, bound[1], null, "'covariance'", covariance.type().shape(), new Shape(n, n) + ", as 'mean' has " + n + " entries");
			return null;
		}
		for (Expr e : List.of(mean, covariance)) {
			if (!(e instanceof Expr.Constant)) {
				Argument a = bound[e == mean ? 0 : 1];
				session.error(Issues.NOT_CONSTANT, a, null, e == mean ? "'mean'" : "'covariance'", Messages.quote(Sources.shortText(a.getValue())));
				return null;
			}
		}
		if (!Build.isPlainZero(mean) && !expressions.hasDimension(covariance, bound[1].getValue(), mean.type().dimension().power(2), "'covariance'")) {
			return null;
		}
		if (!CovarianceCheck.isLegal(session, (Expr.Constant) covariance, bound[1].getValue())) {
			return null;
		}
		Dimension d = covariance.type().dimension().power(0.5);
		return new LawIr.Joint("multinormal", List.of(mean, covariance), Type.of(Shape.vector(n), d), Sources.of(at));
	}
}
