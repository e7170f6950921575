// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Braces;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Gradient;
import org.ergode.dsl.erg.Index;
import org.ergode.dsl.erg.Loss;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Percent;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Text;
import org.ergode.dsl.erg.Transpose;
import org.ergode.dsl.erg.Unary;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.ir.Type;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Suggestions;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Quantities;
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
	private final NameElaborator names;
	private final StructureElaborator structures;
	private int depth;
	private boolean lenient;

	ExpressionElaborator(Session session, Mode mode) {
		this.session = session;
		this.mode = mode;
		this.operators = new Operators(session);
		this.calls = new CallElaborator(session, this);
		this.names = new NameElaborator(session);
		this.structures = new StructureElaborator(session, this);
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
			session.tooDeep(e, DEEPEST);
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
			case Member m -> names.member(m);
			case Index i -> structures.index(i);
			case Braces b -> structures.braces(b);
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
				session.tooDeep(top, LONGEST);
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
			boolean isName = session.names.value(q.getUnit(), q).isPresent();
			String powered = unitPower(q.getUnit());
			List<String> near = isName ? List.of() : !powered.isEmpty() ? List.of(powered) : Suggestions.units(q.getUnit(), Units.all().stream().map(Units.Named::name).toList());
			boolean celsius = q.getUnit().matches("(?i)celsius|degC|deg_C");
			session.errorAt(Issues.UNKNOWN_UNIT, q, "unit", -1, near, Messages.quote(q.getUnit()),
					isName ? "; a product is written " + number + "*" + q.getUnit() : q.getUnit().equals("k") ? "; thousands are written " + number + "_000 or " + number + "e3" : celsius ? "; temperatures are in K: 25 degrees Celsius are 298.15 K" : Messages.suggest(near));
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

	/** {@code um²} and {@code um2} are no names of units. @return how they are written, {@code um^2}; empty for what is none of those */
	private static String unitPower(String unit) {
		String base = unit.replaceFirst("[²³2-9]$", "");
		String power = unit.substring(base.length()).replace('²', '2').replace('³', '3');
		return !power.isEmpty() && Units.find(base).isPresent() ? base + "^" + power : "";
	}

	/** @param at the object that names it */
	Expr named(String name, EObject at) {
		return names.named(name, at);
	}

	/** @param name as written, for messages */
	Expr meant(Meaning meaning, String name, EObject at) {
		return names.meant(meaning, name, at);
	}

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
		if (of instanceof Expr.Read column && column.symbol().role() == Symbol.Role.COLUMN) {
			session.error(Issues.GRADIENT, g.getOf(), null, Messages.quote(Sources.text(g.getOf())) + " is what is recorded, which has no gradient; the loss, the energy and a 'let' of the network have one");
			return null;
		}
		if (!of.type().shape().isNumber()) {
			session.error(Issues.SHAPE_EXPECTED, g.getOf(), null, Messages.quote(Sources.text(g.getOf())), of.type().shape(), "a number, to have a gradient");
			return null;
		}
		Type type = new Type(wrt.type().shape(), of.type().dimension().over(wrt.type().dimension()), Type.union(of.type().over(), wrt.type().over()));
		boolean ofBatch = r.symbol().role() == Symbol.Role.PARAMETER && isLoss(g.getOf());
		return new Expr.Derivative(of, r.symbol(), ofBatch ? type.without(Axis.Kind.SAMPLE) : type, Sources.of(g));
	}

	/** The loss of a batch is the mean over its samples, and so is its gradient: {@code (d loss/d p)^2} is the square of the mean. */
	private boolean isLoss(Reference of) {
		Meaning meaning = session.names.value(of.getName(), of).orElse(null);
		if (meaning instanceof Meaning.AtUse u) {
			meaning = session.names.member(session.networkInUse(), u.name()).orElse(null);
		}
		return meaning instanceof Meaning.Declared(EObject declaration) && declaration instanceof Loss;
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
		session.mismatch(v.type().dimension(), dimension);
		session.errorFixed(Issues.DIMENSION_EXPECTED, e, null, DimensionFixes.toward(dimension, v, e), what, Operators.dimension(v.type().dimension()), expected + operators.unitNote(e));
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
			session.error(Issues.WRONG_VALUE, e, null, what, Quantities.number(n), n > Integer.MAX_VALUE ? "at most " + Integer.MAX_VALUE : "a whole number from 1");
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
