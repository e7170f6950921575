// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Expect;
import org.ergode.dsl.erg.Member;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Sweep;
import org.ergode.dsl.erg.Unary;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
import org.ergode.dsl.names.Meaning;
import org.ergode.engine.quantity.Dimension;
import org.ergode.engine.quantity.Shape;

/** Shape and dimension rules of the operators. MATLAB's shapes; {@code ^} works elementwise on a tensor. */
final class Operators {
	private final Session session;
	/** Dimensions are not looked at. */
	boolean lenient;

	Operators(Session session) {
		this.session = session;
	}

	/** An operand and where it is written, for messages. */
	record Operand(Expr value, EObject text) {
		Shape shape() {
			return value.type().shape();
		}

		Dimension dimension() {
			return value.type().dimension();
		}

		@Override
		public String toString() {
			return Messages.quote(text instanceof Argument a && a.getName() != null ? a.getName() : Sources.shortText(text));
		}
	}

	/** @return null if the operands do not fit */
	Expr binary(Operator operator, Operand a, Operand b, EObject at) {
		Source source = Sources.of(at);
		return switch (operator) {
			case ADD -> same(Op.ADD, operator, a, b, at, false);
			case SUBTRACT -> same(Op.SUBTRACT, operator, a, b, at, false);
			case EQUAL -> same(Op.EQUAL, operator, a, b, at, true);
			case NOT_EQUAL -> same(Op.NOT_EQUAL, operator, a, b, at, true);
			case LESS -> same(Op.LESS, operator, a, b, at, true);
			case LESS_EQUAL -> same(Op.LESS_EQUAL, operator, a, b, at, true);
			case GREATER -> same(Op.GREATER, operator, a, b, at, true);
			case GREATER_EQUAL -> same(Op.GREATER_EQUAL, operator, a, b, at, true);
			case AND -> same(Op.AND, operator, a, b, at, true);
			case OR -> same(Op.OR, operator, a, b, at, true);
			case MULTIPLY -> multiply(a, b, at);
			case ELEMENT_MULTIPLY -> shapes(operator, a, b, at) ? Build.elementwise(Op.MULTIPLY, a.dimension().times(b.dimension()), source, a.value, b.value) : null;
			case DIVIDE, ELEMENT_DIVIDE -> divide(operator, a, b, at);
			case POWER, ELEMENT_POWER -> power(operator, a, b, at);
			case RANGE -> {
				boolean sweep = at.eContainer() instanceof Sweep;
				String ends = sweep ? Sources.text(a.text) + ", " + Sources.text(b.text) : "";
				session.errorFixed(Issues.WRONG_PLACE, at, null, sweep ? List.of(Fix.replace("Write 'linspace(" + ends + ", 5)'", Sources.of(at), "linspace(" + ends + ", 5)")) : List.of(), "a range",
						sweep ? "a sweep takes a set of values or a grid: linspace(" + ends + ", 5)" : at.eContainer() instanceof Expect ? "a claim has one value and a tolerance, a = b +- c; or write two claims, a > b and a < c"
								: "it gives the ends of an axis, after 'over' or 'domain'");
				yield null;
			}
			case NOT -> throw new IllegalArgumentException("not a binary operator: " + operator);
		};
	}

	/** Both operands have one shape and one dimension. @param logical whether the result is 0 or 1 */
	private Expr same(Op op, Operator operator, Operand a, Operand b, EObject at, boolean logical) {
		if (!shapes(operator, a, b, at)) {
			return null;
		}
		Dimension dimension = common(operator.getLiteral(), a, b, at);
		return dimension == null ? null : Build.elementwise(op, logical ? Dimension.NONE : dimension, Sources.of(at), a.value, b.value);
	}

	/** @return the dimension that both have, where a plain 0 has any; null if they differ */
	Dimension common(String operator, Operand a, Operand b, EObject at) {
		if (lenient || a.dimension().equals(b.dimension()) || Build.isPlainZero(b.value)) {
			return a.dimension();
		}
		if (Build.isPlainZero(a.value)) {
			return b.dimension();
		}
		session.mismatch(b.dimension(), a.dimension());
		session.errorFixed(Issues.DIMENSIONS, at, null, DimensionFixes.common(a, b), operator, a, dimension(a.dimension()), b, dimension(b.dimension()), unitNote(a.text, b.text));
		return null;
	}

	/** As messages name it, after "is". */
	static String dimension(Dimension d) {
		return d.isNone() ? "a pure number" : "in " + d;
	}

	/** As messages name it, after "is". */
	static String shape(Shape s) {
		return s.isNumber() ? "a number" : s.toString();
	}

	private boolean shapes(Operator operator, Operand a, Operand b, EObject at) {
		if (a.shape().isNumber() || b.shape().isNumber() || a.shape().equals(b.shape())) {
			return true;
		}
		session.error(Issues.SHAPES, at, null, operator.getLiteral(), a, shape(a.shape()), b, shape(b.shape()), Origins.of(at, a.value, b.value));
		return false;
	}

	private Expr multiply(Operand a, Operand b, EObject at) {
		Source source = Sources.of(at);
		if (a.shape().isNumber() || b.shape().isNumber()) {
			return Build.elementwise(Op.MULTIPLY, a.dimension().times(b.dimension()), source, a.value, b.value);
		}
		if (a.shape().columns() != b.shape().rows()) {
			productOf(a, b, at);
			return null;
		}
		Shape shape = new Shape(a.shape().rows(), b.shape().columns());
		boolean known = a.value instanceof Expr.Constant && b.value instanceof Expr.Constant;
		boolean fits = known ? Shapes.fits(session, shape.size(), at) : Shapes.fits(session, Sources.shortText(at), shape, at);
		return fits ? Build.product(a.value, b.value, source) : null;
	}

	/** Says that the inner sizes differ, and which product would fit. */
	private void productOf(Operand a, Operand b, EObject at) {
		String left = Sources.shortText(a.text);
		String right = Sources.shortText(b.text);
		String hint = "";
		List<Fix> fixes = List.of();
		if (a.shape().equals(b.shape())) {
			hint = a.shape().isVector() ? "; a dot product is written " + left + "'*" + right + ", entry by entry '.*'" : "; entry by entry it is '.*'";
			fixes = fix("Multiply entry by entry", a, b, at, Sources.text(a.text) + " .* " + Sources.text(b.text));
			fixes = !a.shape().isVector() || fixes.isEmpty() ? fixes
					: List.of(fix("Take the dot product", a, b, at, Sources.text(a.text) + "'*" + Sources.text(b.text)).getFirst(), fixes.getFirst());
		} else if (a.shape().rows() == b.shape().rows()) {
			hint = "; did you mean " + left + "'*" + right + "?";
			fixes = fix("Transpose '" + left + "'", a, b, at, Sources.text(a.text) + "'*" + Sources.text(b.text));
		} else if (a.shape().rows() == b.shape().columns() && a.text instanceof Reference && b.text instanceof Reference) {
			hint = "; did you mean " + right + "*" + left + "?";
			fixes = fix("Change to '" + right + "*" + left + "'", a, b, at, Sources.text(b.text) + "*" + Sources.text(a.text));
		}
		session.errorFixed(Issues.SHAPES_PRODUCT, at, null, fixes, a, shape(a.shape()), b, shape(b.shape()), hint, Origins.of(at, a.value, b.value));
	}

	/** Names only: what is longer would need parentheses that its author knows better where to put. */
	private static List<Fix> fix(String title, Operand a, Operand b, EObject at, String text) {
		return a.text instanceof Reference && b.text instanceof Reference ? List.of(Fix.replace(title, Sources.of(at), text)) : List.of();
	}

	private Expr divide(Operator operator, Operand a, Operand b, EObject at) {
		if (operator == Operator.DIVIDE && !b.shape().isNumber() && !a.shape().equals(b.shape())) {
			session.error(Issues.SHAPE_EXPECTED, at, null, b, shape(b.shape()), "a number on the right of '/'");
			return null;
		}
		return shapes(operator, a, b, at) ? Build.elementwise(Op.DIVIDE, a.dimension().over(b.dimension()), Sources.of(at), a.value, b.value) : null;
	}

	/** Under a fitted exponent a quantity counts with exponent 1, as LANGUAGE says. */
	private Expr power(Operator operator, Operand a, Operand b, EObject at) {
		if (!shapes(operator, a, b, at)) {
			return null;
		}
		if (!lenient && !b.dimension().isNone()) {
			session.mismatch(b.dimension(), Dimension.NONE);
			exponent(a, b, at);
			return null;
		}
		Dimension dimension = a.dimension();
		if (!dimension.isNone() && !IrTree.reads(b.value, Symbol.Role.COEFFICIENT)) {
			if (b.value instanceof Expr.Constant && b.shape().isNumber()) {
				dimension = dimension.power(Build.valueOf(b.value));
			} else if (!lenient) {
				session.error(Issues.DIMENSION_EXPONENT, at, null, a, a.dimension(), b);
				return null;
			}
		}
		return Build.elementwise(Op.POWER, dimension, Sources.of(at), a.value, b.value);
	}

	/** Says that an exponent has a dimension: LaTeX's transpose, a unit that belongs to the whole number, or another slip. */
	private void exponent(Operand a, Operand b, EObject at) {
		String base = Sources.text(a.text);
		List<Fix> fixes = DimensionFixes.toward(Dimension.NONE, b.value, b.text);
		String hint = unitNote(b.text);
		EObject exponent = b.text instanceof Unary u ? u.getOperand() : b.text;
		if (b.text instanceof Reference r && r.getName().equals("T")) {
			hint = "; a transpose is written " + base + "'";
			fixes = List.of(Fix.replace("Write '" + base + "\''", Sources.of(at), base + "'"));
		} else if (exponent instanceof Quantity q && q.getUnit() != null) {
			String power = b.text instanceof Unary ? "-" + q.getValue() : q.getValue().toString();
			String unit = Sources.text(q).substring(q.getValue().toString().length()).strip();
			boolean ten = base.equals("10");
			hint = "; the unit is taken for the exponent's: write " + (ten ? "1e" + power + " " + unit : "(" + base + "^" + power + ") * 1 " + unit);
			fixes = ten ? List.of(Fix.replace("Write '1e" + power + " " + unit + "'", Sources.of(at), "1e" + power + " " + unit)) : List.of();
		}
		session.errorFixed(Issues.DIMENSION_EXPECTED, b.text, null, fixes, "the exponent " + b, dimension(b.dimension()), "a pure number" + hint);
	}

	/** Names without a number before them that are read as units, since nothing else is called so. @return {@code ; 'T' is read as a unit here} */
	String unitNote(EObject... texts) {
		Set<String> units = new LinkedHashSet<>();
		Set<String> glued = new LinkedHashSet<>();
		for (EObject text : texts) {
			Stream.concat(Stream.of(text), StreamSupport.stream(((Iterable<EObject>) text::eAllContents).spliterator(), false)).forEach(o -> {
				if (o instanceof Quantity q && q.getUnit() != null && Sources.text(q).matches("[\\d._]+([eE][-+]?\\d+)?[A-Za-z].*") && session.names.value(q.getUnit(), q).orElse(null) instanceof Meaning.Declared) {
					glued.add(Sources.text(q) + " is a number with the unit " + Messages.quote(q.getUnit()) + ": the product with what is declared so is " + q.getValue() + "*" + q.getUnit());
				}
				if (o instanceof Reference r && !(r.eContainer() instanceof Member) && !followsNumber(r) && session.names.value(r.getName(), r).orElse(null) instanceof Meaning.Unit) {
					units.add(Messages.quote(r.getName()));
				}
			});
		}
		return !glued.isEmpty() ? "; " + glued.iterator().next() : units.isEmpty() ? "" : "; " + Messages.list(units, "and") + (units.size() == 1 ? " is read as a unit here" : " are read as units here");
	}

	/** {@code 0.1 /s}: what makes the unit of a number. */
	private static boolean followsNumber(Reference r) {
		EObject part = r.eContainer() instanceof Binary p && (p.getOperator() == Operator.POWER) && p.getLeft() == r ? p : r;
		if (!(part.eContainer() instanceof Binary b) || b.getRight() != part || b.getOperator() != Operator.DIVIDE && b.getOperator() != Operator.MULTIPLY) {
			return false;
		}
		EObject before = b.getLeft();
		while (before instanceof Binary l) {
			before = l.getRight();
		}
		return before instanceof Quantity || before instanceof Reference u && followsNumber(u);
	}

	Expr unary(Operator operator, Operand a, EObject at) {
		return Build.elementwise(operator == Operator.NOT ? Op.NOT : Op.NEGATE, operator == Operator.NOT ? Dimension.NONE : a.dimension(), Sources.of(at), a.value);
	}
}
