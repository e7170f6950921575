// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Braces;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Entry;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Gradient;
import org.ergode.dsl.erg.Index;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Percent;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Row;
import org.ergode.dsl.erg.Text;
import org.ergode.dsl.erg.Transpose;
import org.ergode.dsl.erg.Unary;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
import org.ergode.engine.quantity.Shape;
import org.ergode.engine.quantity.Units;
import org.ergode.engine.result.Axis;

/** Expressions: text to typed trees. Null means: wrong, and told. */
final class ExpressionElaborator {
	/** What an expression speaks of. */
	enum Mode {
		/** One walker or one sample: reductions run over components. */
		MEMBER,
		/** All of them: reductions run over walkers, samples, then components. */
		ENSEMBLE
	}

	private static final int DEEPEST = 200;
	private static final int LONGEST = 2000;

	private final Session session;
	private final Mode mode;
	private final Operators operators;
	private final CallElaborator calls;
	private int depth;
	private boolean lenient;

	ExpressionElaborator(Session session, Mode mode) {
		this.session = session;
		this.mode = mode;
		this.operators = new Operators(session);
		this.calls = new CallElaborator(session, this);
	}

	Mode mode() {
		return mode;
	}

	Operators operators() {
		return operators;
	}

	/** Runs without any rule about dimensions, so that a tree comes out of a formula whose coefficients have none yet. */
	<T> T lenient(java.util.function.Supplier<T> work) {
		lenient = true;
		operators.lenient = true;
		try {
			return work.get();
		} finally {
			lenient = false;
			operators.lenient = false;
		}
	}

	/** @return null if the expression is wrong, or not there because of a syntax error */
	Expr value(Expression e) {
		if (e == null) {
			return null;
		}
		if (depth >= DEEPEST) {
			session.error(Issues.TOO_DEEP, e, null, DEEPEST);
			return null;
		}
		depth++;
		try {
			Expr value = elaborate(e);
			if (value != null) {
				session.types.put(e, value.type());
			}
			return value;
		} finally {
			depth--;
		}
	}

	private Expr elaborate(Expression e) {
		return switch (e) {
			case Quantity q -> quantity(q);
			case Reference r -> named(r.getName(), r);
			case Call c -> calls.call(c);
			case Binary b -> chain(b);
			case Unary u -> {
				Expr operand = value(u.getOperand());
				yield operand == null ? null : operators.unary(u.getOperator(), new Operators.Operand(operand, u.getOperand()), u);
			}
			case Percent p -> {
				Expr operand = value(p.getOperand());
				yield operand == null ? null : Build.elementwise(Expr.Op.DIVIDE, operand.type().dimension(), Sources.of(p), operand, Build.number(100, Dimension.NONE, Sources.of(p)));
			}
			case Transpose t -> {
				Expr operand = value(t.getOperand());
				yield operand == null ? null : Build.transposed(operand, Sources.of(t));
			}
			case Member m -> member(m);
			case Index i -> index(i);
			case Braces b -> braces(b);
			case Gradient g -> gradient(g);
			case Text t -> {
				session.error(Issues.WRONG_PLACE, t, null, "a text", "it names a file or a title");
				yield null;
			}
			default -> null; // left over from a syntax error, which is told
		};
	}

	/** A long sum is a deep tree to the left, so its spine is walked, not recursed into. */
	private Expr chain(Binary top) {
		Deque<Binary> spine = new ArrayDeque<>();
		Expression left = top;
		while (left instanceof Binary b) {
			spine.push(b);
			left = b.getLeft();
			if (spine.size() > LONGEST) {
				session.error(Issues.TOO_DEEP, top, null, LONGEST);
				return null;
			}
		}
		Expr value = value(left);
		while (!spine.isEmpty()) {
			Binary b = spine.pop();
			Expr right = value(b.getRight());
			value = value == null || right == null ? null : operators.binary(b.getOperator(), new Operators.Operand(value, b.getLeft()), new Operators.Operand(right, b.getRight()), b);
			if (value != null) {
				session.types.put(b, value.type());
			}
		}
		return value;
	}

	private Expr quantity(Quantity q) {
		BigDecimal number = q.getValue();
		if (number == null) {
			return null;
		}
		Source source = Sources.of(q);
		if (q.getUnit() == null) {
			return Build.number(number.doubleValue(), Dimension.NONE, source);
		}
		Optional<Units.Named> unit = Units.find(q.getUnit());
		if (unit.isEmpty()) {
			String hint = session.names.value(q.getUnit(), q).isPresent() ? "; a product is written " + number + "*" + q.getUnit()
					: Messages.suggest(Suggestions.near(q.getUnit(), Units.all().stream().map(Units.Named::name).filter(n -> n.charAt(0) == q.getUnit().charAt(0)).toList()));
			session.error(Issues.UNKNOWN_UNIT, q, "unit", Messages.quote(q.getUnit()), hint);
			return null;
		}
		String exponent = q.getExponent() == null ? "1" : q.getExponent().replaceAll("[\\s_]", "");
		if (exponent.matches("-?\\d{1,2}")) {
			int power = Integer.parseInt(exponent);
			return Build.number(unit.get().toSi(number, power), unit.get().dimension().power(power), source);
		}
		double power = Double.parseDouble(exponent);
		return Build.number(number.doubleValue() * Math.pow(unit.get().factorToSi(), power), unit.get().dimension().power(power), source);
	}

	// ------------------------------------------------------------------ names

	/** @param at the object that names it */
	Expr named(String name, EObject at) {
		if (name == null) {
			return null;
		}
		Optional<Meaning> meaning = session.names.value(name, at);
		if (meaning.isEmpty()) {
			unknown(name, at, "");
			return null;
		}
		return meant(meaning.get(), name, at);
	}

	private void unknown(String name, EObject at, String more) {
		List<String> near = Suggestions.near(name, session.names.visible(at).keySet());
		String hint = Messages.suggest(near);
		if (near.isEmpty() && session.names.call(name, at).isPresent()) {
			hint = "; it is a function: write " + name + "(...)";
		}
		session.errorAt(Issues.UNKNOWN_NAME, at, at instanceof Reference ? null : "name", -1, near, Messages.quote(name), more + hint);
	}

	Expr meant(Meaning meaning, String name, EObject at) {
		Source source = Sources.of(at);
		return switch (meaning) {
			case Meaning.Declared d -> declared(d.element(), name, at);
			case Meaning.Coefficient c -> session.context(c.fit(), c.name());
			case Meaning.Unit u -> Build.number(u.unit().factorToSi(), u.unit().dimension(), source);
			case Meaning.Context c -> context(c, at);
			case Meaning.AtUse u -> atUse(u, at);
			case Meaning.Role r -> notAValue(r.name(), "the layers of a role", at);
			case Meaning.Function _, Meaning.Distribution _, Meaning.Observable _, Meaning.Builtin _ -> notAValue(name, "a function", at);
		};
	}

	private Expr notAValue(String name, String what, EObject at) {
		session.error(Issues.NOT_A_VALUE, at, null, Messages.quote(name), what);
		return null;
	}

	private Expr declared(EObject declaration, String name, EObject at) {
		if (!session.isDefined(declaration)) {
			session.prepareOwner(declaration);
		}
		if (session.isDefined(declaration)) {
			Expr value = session.valueOf(declaration, at);
			return value == null ? null : Build.at(value, Sources.of(at));
		}
		if (declaration instanceof org.ergode.dsl.erg.Element || declaration instanceof org.ergode.dsl.erg.Fit || declaration instanceof org.ergode.dsl.erg.Part) {
			return notAValue(name, Kinds.of(declaration), at);
		}
		if (declaration instanceof org.ergode.dsl.erg.RuleStatement && !session.isDefined(declaration) && session.networkInUse() != null) {
			session.error(Issues.UNKNOWN_NAME, at, null, Messages.quote(name), "; it is defined further down");
		}
		return null; // wrong where it is declared
	}

	private Expr context(Meaning.Context c, EObject at) {
		switch (c.name()) {
			case PI:
				return Build.number(Math.PI, Dimension.NONE, Sources.of(at));
			case INFINITY:
				return Build.number(Double.POSITIVE_INFINITY, Dimension.NONE, Sources.of(at));
			case FIT:
				return new Expr.Special("fit", List.of(), Type.of(Shape.NUMBER, Dimension.NONE, Axis.Kind.TIME), Sources.of(at));
			case LAST:
				session.error(Issues.WRONG_PLACE, at, null, "'last'", "it is an index: write [last]");
				return null;
			default:
				session.prepareOwner(c.owner());
				Expr value = session.context(c.owner(), c.name().text());
				return value == null ? null : Build.at(value, Sources.of(at));
		}
	}

	private Expr atUse(Meaning.AtUse u, EObject at) {
		EObject network = session.networkInUse();
		if (network == null) {
			return null;
		}
		Optional<Meaning> member = session.names.member(network, u.name());
		if (member.isPresent()) {
			return meant(member.get(), u.name(), at);
		}
		Optional<Meaning> unit = session.names.unit(u.name());
		if (unit.isPresent()) {
			return meant(unit.get(), u.name(), at);
		}
		unknown(u.name(), at, " or in the network " + Messages.quote(Session.name(network)));
		return null;
	}

	private Expr member(Member m) {
		if (m.getName() == null) {
			return null;
		}
		if (m.getOperand() instanceof Reference r && session.names.value(r.getName(), r).orElse(null) instanceof Meaning.Declared(EObject owner) && Kinds.hasMembers(owner)) {
			Optional<Meaning> meaning = session.names.member(owner, m.getName());
			if (meaning.isEmpty()) {
				List<String> near = Suggestions.near(m.getName(), session.names.members(owner).keySet());
				session.errorAt(Issues.UNKNOWN_MEMBER, m, "name", -1, near, Messages.quote(r.getName()), Messages.quote(m.getName()), Messages.suggest(near));
				return null;
			}
			return meant(meaning.get(), m.getName(), m);
		}
		if (m.getOperand() instanceof Reference r && session.names.value(r.getName(), r).isEmpty()) {
			List<String> near = Suggestions.near(r.getName(), session.names.visible(r).keySet());
			session.errorAt(Issues.UNKNOWN_NAME, r, null, -1, near, Messages.quote(r.getName()), Messages.suggest(near));
			return null;
		}
		session.error(Issues.WRONG_PLACE, m, null, Messages.quote("." + m.getName()), "only a process, a field, a network, an experiment or the label of a fit has members");
		return null;
	}

	// ------------------------------------------------------------------ structure

	private Expr gradient(Gradient g) {
		Expr of = value(g.getOf());
		Expr wrt = value(g.getWrt());
		if (of == null || wrt == null) {
			return null;
		}
		if (!(wrt instanceof Expr.Read r)) {
			session.error(Issues.GRADIENT, g.getWrt(), null, Messages.quote(Sources.text(g.getWrt())) + " is no parameter, layer or state, so there is no gradient by it");
			return null;
		}
		if (!of.type().shape().isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, g.getOf(), null, Messages.quote(Sources.text(g.getOf())), of.type().shape(), "a number, to have a gradient");
			return null;
		}
		Type type = new Type(wrt.type().shape(), of.type().dimension().over(wrt.type().dimension()), Type.union(of.type().over(), wrt.type().over()));
		return new Expr.Derivative(of, r.symbol(), type, Sources.of(g));
	}

	/** {@code {a, b}} is a column; blocks of one row are stacked. {@code {2.0: 2, 1.0: 4}} has two columns. */
	private Expr braces(Braces b) {
		List<List<Expr>> rows = new ArrayList<>();
		Operators.Operand first = null;
		Dimension dimension = Dimension.NONE;
		boolean pairs = false;
		boolean good = true;
		boolean single = b.getRows().size() == 1;
		for (Row row : b.getRows()) {
			List<Expr> entries = new ArrayList<>();
			for (Entry entry : row.getEntries()) {
				Expr e = value(entry.getValue());
				if (e == null || !single && !e.type().shape().isNumber()) {
					if (e != null) {
						session.error(Issues.SHAPE_EXPECTED, entry, null, Messages.quote(Sources.shortText(entry)), e.type().shape(), "a number");
					}
					good = false;
					continue;
				}
				Operators.Operand operand = new Operators.Operand(e, entry.getValue());
				if (entry.getSecond() != null) {
					pairs = true;
					Expr second = value(entry.getSecond());
					good &= second != null;
					if (good) {
						rows.add(List.of(e, second));
					}
				} else if (first != null) {
					Dimension common = operators.common(",", first, operand, entry);
					good &= common != null;
					dimension = common == null ? dimension : common;
				}
				if (first == null || Build.isPlainZero(first.value())) {
					first = operand;
					dimension = e.type().dimension();
				}
				entries.add(e);
			}
			if (!pairs && single) {
				entries.forEach(e -> rows.add(List.of(e)));
			} else if (!pairs) {
				rows.add(entries);
			}
		}
		return good ? assemble(rows, dimension, b) : null;
	}

	private Expr assemble(List<List<Expr>> rows, Dimension dimension, Braces b) {
		int columns = rows.get(0).size() == 1 ? rows.get(0).get(0).type().shape().columns() : rows.get(0).size();
		int height = 0;
		List<Axis.Kind> over = List.of();
		List<Double> values = new ArrayList<>();
		for (List<Expr> row : rows) {
			int width = row.size() == 1 ? row.get(0).type().shape().columns() : row.size();
			if (width != columns) {
				session.error(Issues.SHAPE_EXPECTED, b, null, "a row", "of " + Messages.count(width, "entry").replace("entrys", "entries"), columns + ", as in the first row");
				return null;
			}
			height += row.get(0).type().shape().rows();
			for (Expr e : row) {
				over = Type.union(over, e.type().over());
				if (e instanceof Expr.Constant c && values != null) {
					for (double v : c.values()) {
						values.add(v);
					}
				} else {
					values = null;
				}
			}
		}
		Type type = new Type(new Shape(height, columns), dimension, over);
		return values != null ? new Expr.Constant(values.stream().mapToDouble(Double::doubleValue).toArray(), type, Sources.of(b)) : new Expr.Assemble(rows, type, Sources.of(b));
	}

	/** Components of a tensor; of a number that is recorded, the record: {@code msd[3]}, {@code error[last]}. */
	private Expr index(Index i) {
		Expr operand = value(i.getOperand());
		if (operand == null) {
			return null;
		}
		Source source = Sources.of(i);
		Type type = operand.type();
		boolean last = i.getIndices().size() == 1 && isLast(i.getIndices().get(0));
		Axis.Kind record = mode == Mode.ENSEMBLE ? outermost(type) : null;
		if (last || type.shape().isNumber() && record != null) {
			if (i.getIndices().size() != 1) {
				session.error(Issues.WRONG_VALUE, i, null, "the number of indices", i.getIndices().size(), 1);
				return null;
			}
			if (record == null) {
				return operand; // a value at the end of a stage is its last one
			}
			List<Expr> indices = new ArrayList<>();
			indices.add(last ? null : value(i.getIndices().get(0)));
			return !last && indices.get(0) == null ? null : new Expr.Select(operand, indices, type.without(record), source);
		}
		int wanted = type.shape().isVector() ? 1 : 2;
		if (i.getIndices().size() != wanted || type.shape().isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, i, null, Messages.quote(Sources.shortText(i.getOperand())), Operators.shape(type.shape()),
					"something with " + Messages.count(i.getIndices().size(), "index").replace("indexs", "indices"));
			return null;
		}
		List<Expr> indices = new ArrayList<>();
		for (int k = 0; k < wanted; k++) {
			Expr index = value(i.getIndices().get(k));
			int size = k == 0 ? type.shape().rows() : type.shape().columns();
			if (index == null) {
				return null;
			}
			double v = Build.valueOf(index);
			if (index instanceof Expr.Constant && (v != Math.rint(v) || v < 1 || v > size)) {
				session.errorAt(Issues.INDEX_RANGE, i, "indices", k, List.of(), Quantities.number(v), Messages.quote(Sources.shortText(i.getOperand())), size, k == 0 ? "rows" : "columns");
				return null;
			}
			indices.add(index);
		}
		return new Expr.Select(operand, indices, type.withShape(Shape.NUMBER), source);
	}

	private boolean isLast(Expression e) {
		return e instanceof Reference r && "last".equals(r.getName()) && session.names.value("last", r).orElse(null) instanceof Meaning.Context;
	}

	private static Axis.Kind outermost(Type type) {
		for (Axis.Kind k : List.of(Axis.Kind.EPOCH, Axis.Kind.TIME, Axis.Kind.PATTERN, Axis.Kind.CELL, Axis.Kind.BIN, Axis.Kind.SWEEP)) {
			if (type.varies(k)) {
				return k;
			}
		}
		return null;
	}

	// ------------------------------------------------------------------ values that are known before the run

	/** {@code mean(a = b)}: an argument with a name that is no parameter's compares. */
	Expr argument(Argument a, List<String> parameters) {
		if (a.getName() == null || Arguments.isNamed(session, a, parameters)) {
			return value(a.getValue());
		}
		Expr left = named(a.getName(), a);
		Expr right = value(a.getValue());
		return left == null || right == null ? null : operators.binary(Operator.EQUAL, new Operators.Operand(left, a), new Operators.Operand(right, a.getValue()), a);
	}

	/** @param dimension null for any; @param what for messages: "the step" */
	Double number(Expression e, Dimension dimension, String what) {
		Expr v = value(e);
		return v == null ? null : number(v, e, dimension, what);
	}

	Double number(Expr v, EObject e, Dimension dimension, String what) {
		if (!v.type().shape().isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, e, null, what, v.type().shape(), "a number");
			return null;
		}
		if (dimension != null && !hasDimension(v, e, dimension, what)) {
			return null;
		}
		if (!(v instanceof Expr.Constant)) {
			session.error(Issues.NOT_CONSTANT, e, null, what, Messages.quote(Sources.shortText(e)));
			return null;
		}
		return Build.valueOf(v);
	}

	boolean hasDimension(Expr v, EObject e, Dimension dimension, String what) {
		if (lenient || v.type().dimension().equals(dimension) || Build.isPlainZero(v)) {
			return true;
		}
		String expected = dimension.isNone() ? "a pure number" : dimension.toString() + unitHint(v, dimension, e);
		session.error(Issues.DIMENSION_EXPECTED, e, null, what, Operators.dimension(v.type().dimension()), expected);
		return false;
	}

	private static String unitHint(Expr v, Dimension dimension, EObject e) {
		return v.type().dimension().isNone() && v instanceof Expr.Constant && e instanceof Quantity ? ", such as " + Sources.text(e) + " " + dimension : "";
	}

	/** A whole number of things, at least 1. */
	Integer count(Expression e, String what) {
		Double n = number(e, Dimension.NONE, what);
		if (n == null) {
			return null;
		}
		if (!(n >= 1 && n <= Integer.MAX_VALUE && n == Math.rint(n))) {
			session.error(Issues.WRONG_VALUE, e, null, what, Quantities.number(n), "a whole number from 1");
			return null;
		}
		return n.intValue();
	}

	/** @return the two ends of {@code a .. b}, SI */
	double[] range(Expression e, Dimension dimension, String what) {
		if (!(e instanceof Binary b) || b.getOperator() != Operator.RANGE) {
			if (e != null) {
				session.error(Issues.WRONG_VALUE, e, null, what, Messages.quote(Sources.shortText(e)), "a range such as 1 .. 10");
			}
			return null;
		}
		Double from = number(b.getLeft(), dimension, what);
		Double to = number(b.getRight(), dimension, what);
		if (from == null || to == null) {
			return null;
		}
		if (!(from < to)) {
			session.error(Issues.WRONG_VALUE, e, null, what, Messages.quote(Sources.shortText(e)), "a range whose first end is the lower one");
			return null;
		}
		return new double[] {from, to};
	}
}
