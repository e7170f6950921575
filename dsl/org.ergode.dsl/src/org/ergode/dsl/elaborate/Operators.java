// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Expr.Op;
import org.ergode.dsl.ir.Source;
import org.ergode.dsl.ir.Symbol;
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
				session.error(Issues.WRONG_PLACE, at, null, "a range", "it may follow 'over', 'in' or 'domain'");
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
		session.errorFixed(Issues.DIMENSIONS, at, null, DimensionFixes.common(a, b), operator, a, dimension(a.dimension()), b, dimension(b.dimension()));
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
			session.errorFixed(Issues.DIMENSION_EXPECTED, b.text, null, DimensionFixes.toward(Dimension.NONE, b.value, b.text), "the exponent " + b, dimension(b.dimension()), "a pure number");
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

	Expr unary(Operator operator, Operand a, EObject at) {
		return Build.elementwise(operator == Operator.NOT ? Op.NOT : Op.NEGATE, operator == Operator.NOT ? Dimension.NONE : a.dimension(), Sources.of(at), a.value);
	}
}
