// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.FieldDefinition;
import org.ergode.dsl.erg.FunctionDefinition;
import org.ergode.dsl.erg.Jump;
import org.ergode.dsl.erg.Parameter;
import org.ergode.dsl.erg.Phase;
import org.ergode.dsl.erg.RuleParameter;
import org.ergode.dsl.erg.State;
import org.ergode.dsl.erg.Waiting;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.result.Axis;
import org.ergode.unit.FunctionPrimitive;
import org.ergode.unit.PathObservable;

/** Calls: primitives of units, path observables, functions of the user (inlined), phases of a rule. */
final class CallElaborator {
	/** Functions of other languages that are no functions here. */
	private static final Map<String, String> ELSEWHERE = Map.of("pow", "; a power is written x^2", "power", "; a power is written x^2", "dot", "; a dot product is written a'*b", "matmul", "; a matrix product is written A*B",
			"outer", "; an outer product is written a*b'", "transpose", "; a transpose is written A'", "randn", "; what is random is drawn by '~', and white noise is called xi", "rand", "; what is random is drawn by '~'",
			"random", "; what is random is drawn by '~'", "len", "; the last entry is x[last]");

	private final Session session;
	private final ExpressionElaborator expressions;
	private final BuiltinElaborator builtins;

	CallElaborator(Session session, ExpressionElaborator expressions) {
		this.session = session;
		this.expressions = expressions;
		this.builtins = new BuiltinElaborator(session, expressions);
	}

	Expr call(Call c) {
		if (c.getName() == null) {
			return null;
		}
		Optional<Meaning> meaning = session.names.call(c.getName(), c);
		if (meaning.isEmpty()) {
			unknown(c);
			return null;
		}
		return switch (meaning.get()) {
			case Meaning.Declared(Phase p) -> average(p, c);
			case Meaning.Declared(FunctionDefinition f) -> session.inlined(c, () -> inline(f, c));
			case Meaning.Function(FunctionPrimitive p) -> primitive(p, c);
			case Meaning.Observable(PathObservable p) -> path(p, c);
			case Meaning.Builtin b -> builtins.call(b.function(), c);
			default -> null;
		};
	}

	private void unknown(Call c) {
		String name = c.getName();
		List<String> near = Suggestions.near(name, session.names.callable(c));
		String hint = Messages.suggest(near);
		hint = hint.isEmpty() ? ELSEWHERE.getOrDefault(name, "") : hint;
		boolean inField = EcoreUtil2.getContainerOfType(c, FieldDefinition.class) != null; // where nothing is drawn
		if (session.names.law(name, c).isPresent() && !(inField && !near.isEmpty())) {
			session.errorFixed(Issues.UNKNOWN_FUNCTION, c, "name", drawn(c), Messages.quote(name), "; it is a distribution: bind it with '~'");
			return;
		} else if (session.names.value(name, c).filter(m -> !(m instanceof Meaning.AtUse || m instanceof Meaning.Coefficient)).isPresent()) {
			hint = "; a product is written " + name + "*(...)";
		}
		session.errorAt(Issues.UNKNOWN_FUNCTION, c, "name", -1, near, Messages.quote(name), hint);
	}

	/** {@code waiting = exponential(...)}: a change of its sign, where one may be drawn. */
	private static List<Fix> drawn(Call c) {
		boolean mayDraw = c.eContainer() instanceof Waiting || c.eContainer() instanceof Jump || c.eContainer() instanceof State || c.eContainer() instanceof Parameter p && p.getType() != null;
		ICompositeNode node = NodeModelUtils.findActualNodeFor(c);
		int sign = node == null ? -1 : node.getRootNode().getText().lastIndexOf('=', node.getOffset() - 1);
		return mayDraw && sign > 0 && node.getRootNode().getText().substring(sign + 1, node.getOffset()).isBlank() ? List.of(new Fix("Write '~'", sign, 1, "~")) : List.of();
	}

	private Expr average(Phase p, Call c) {
		Argument[] bound = Arguments.bind(session, c, c.getName(), c.getArguments(), List.of("expression"), 1);
		Expr e = bound == null ? null : expressions.value(bound[0].getValue());
		return e == null ? null : new Expr.PhaseAverage(p.getName(), e, e.type().without(Axis.Kind.SAMPLE), Sources.of(c));
	}

	/** The body is elaborated with the arguments' values for the parameters. */
	private Expr inline(FunctionDefinition f, Call c) {
		List<String> parameters = f.getParameters().stream().map(RuleParameter::getName).toList();
		List<Boolean> needed = f.getParameters().stream().map(p -> p.getValue() == null).toList();
		Argument[] bound = Arguments.bind(session, c, c.getName(), c.getArguments(), parameters, needed);
		if (bound == null || f.getValue() == null) {
			return null;
		}
		List<Expr> values = new ArrayList<>();
		for (int i = 0; i < bound.length; i++) {
			Expr v = bound[i] != null ? expressions.argument(bound[i], parameters) : expressions.value(f.getParameters().get(i).getValue());
			if (v == null) {
				return null;
			}
			values.add(v);
		}
		if (!session.enter(f, c)) {
			return null;
		}
		try {
			for (int i = 0; i < values.size(); i++) {
				session.define(f.getParameters().get(i), values.get(i));
			}
			Expr value = session.atUse(c, null, f.getName(), () -> expressions.value(f.getValue()));
			return value != null && session.canUse(value, c) ? value : null;
		} finally {
			f.getParameters().forEach(session::forget);
			session.leave();
		}
	}

	private Expr primitive(FunctionPrimitive p, Call c) {
		Argument[] bound = Arguments.bind(session, c, p.name(), c.getArguments(), p.parameters(), p.parameters().size());
		List<Expr> args = bound == null ? null : values(bound, p.parameters());
		if (args == null) {
			return null;
		}
		Shape shape = Shape.NUMBER;
		for (int i = 0; i < args.size(); i++) {
			Shape s = args.get(i).type().shape();
			if (!s.isNumber() && !shape.isNumber() && !s.equals(shape)) {
				session.error(Issues.SHAPES, c, null, p.name(), Messages.quote(Sources.shortText(bound[0])), shape, Messages.quote(Sources.shortText(bound[i])), s,
						Origins.of(c, args.toArray(Expr[]::new)));
				return null;
			}
			shape = shape.isNumber() ? s : shape;
		}
		Dimension dimension = dimension(p, args, bound, c);
		return dimension == null ? null : Build.apply(p, dimension, Sources.of(c), args);
	}

	private List<Expr> values(Argument[] bound, List<String> parameters) {
		List<Expr> args = new ArrayList<>();
		for (Argument a : bound) {
			Expr v = expressions.argument(a, parameters);
			if (v == null) {
				return null;
			}
			args.add(v);
		}
		return args;
	}

	private Dimension dimension(FunctionPrimitive p, List<Expr> args, Argument[] bound, Call c) {
		return switch (p.dimension()) {
			case ANY_TO_NONE -> common(p, args, bound, c) == null ? null : Dimension.NONE;
			case SQUARE_ROOT -> args.get(0).type().dimension().power(0.5);
			case NONE -> {
				for (int i = 0; i < args.size(); i++) {
					if (!expressions.hasDimension(args.get(i), bound[i].getValue(), Dimension.NONE, "the argument of " + Messages.quote(p.name()))) {
						yield null;
					}
				}
				yield Dimension.NONE;
			}
			case SAME -> common(p, args, bound, c);
		};
	}

	/** @return what all arguments are in; null if they differ */
	private Dimension common(FunctionPrimitive p, List<Expr> args, Argument[] bound, Call c) {
		Operators.Operand first = new Operators.Operand(args.get(0), bound[0].getValue());
		Dimension common = first.dimension();
		for (int i = 1; i < args.size() && common != null; i++) {
			common = expressions.operators().common(p.name(), first, new Operators.Operand(args.get(i), bound[i].getValue()), c);
		}
		return common;
	}

	private Expr path(PathObservable p, Call c) {
		Source source = Sources.of(c);
		List<String> parameters = new ArrayList<>(List.of(p.operand().parameter()));
		parameters.addAll(p.parameters());
		Argument[] bound = Arguments.bind(session, c, p.name(), c.getArguments(), parameters, parameters.size());
		Expr x = bound == null ? null : expressions.argument(bound[0], parameters);
		if (x == null || !isOperand(x, p, bound[0])) {
			return null;
		}
		List<Expr> args = new ArrayList<>();
		for (int i = 1; i < bound.length; i++) {
			double[] e = p.parameterDimensions().get(i - 1);
			Dimension d = Dimension.LENGTH.power(e[0]).times(Dimension.TIME.power(e[1]));
			Double v = expressions.number(bound[i].getValue(), d, Messages.quote(parameters.get(i)));
			if (v == null) {
				return null;
			}
			args.add(Build.number(v, d, Sources.of(bound[i])));
		}
		Dimension dimension = x.type().dimension().power(p.positionPower()).times(Dimension.TIME.power(p.timePower()));
		Type type = p.isRunning() ? Type.of(Shape.NUMBER, dimension, Axis.Kind.WALKER, Axis.Kind.TIME) : Type.of(Shape.NUMBER, dimension, Axis.Kind.WALKER);
		return new Expr.Path(p, x, Collections.unmodifiableList(args), type, source);
	}
	private boolean isOperand(Expr x, PathObservable p, Argument text) {
		boolean ofWalker = x.type().varies(Axis.Kind.WALKER) && x.type().varies(Axis.Kind.TIME) && !IrTree.any(x, e -> e instanceof Expr.Path || e instanceof Expr.Reduce r && r.axis() != null);
		boolean isState = x instanceof Expr.Read;
		String expected = switch (p.operand()) {
			case POSITION, JUMPS -> ofWalker && isState ? null : "the position of a walker";
			case NUMBER -> ofWalker && x.type().shape().isNumber() ? null : "a number of a walker, such as " + (x.type().shape().isNumber() ? "x" : "norm2(x) or x[1]");
			case CONDITION -> ofWalker && x.type().shape().isNumber() && isTruth(x) ? null : "a comparison of a walker's states, such as x >= 1 um";
		};
		if (expected == null && IrTree.reads(x, Symbol.Role.TIME)) {
			expected = "something of a walker's states alone, without t";
		}
		if (expected != null) {
			session.error(Issues.WRONG_VALUE, text, null, "the first argument of " + Messages.quote(p.name()), Messages.quote(Sources.shortText(text)), expected);
		}
		return expected == null;
	}

	private static boolean isTruth(Expr e) {
		return e instanceof Expr.Elementwise w && switch (w.op()) {
			case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, NOT -> true;
			default -> false;
		};
	}
}
