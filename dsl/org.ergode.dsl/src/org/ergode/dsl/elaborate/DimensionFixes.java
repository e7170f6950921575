// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.elaborate;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.ergode.dsl.erg.Argument;
import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Call;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Index;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Percent;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Transpose;
import org.ergode.dsl.erg.Unary;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Source;
import org.ergode.engine.quantity.Dimension;
import org.ergode.unit.DistributionPrimitive;
import org.ergode.unit.DistributionPrimitive.DimensionOf;

/**
 * What gives an expression another dimension: the unit that a number lacks, a power that converts it, or the factor that is missing.
 * Units are written as quantities, which no declared name can shadow.
 */
final class DimensionFixes {
	private static final String[] SYMBOLS = {"m", "kg", "s", "A", "K", "mol", "cd"};

	private DimensionFixes() {
	}

	/** @param text of the expression; nothing can be done to one that is not an expression's */
	static List<Fix> toward(Dimension wanted, Expr value, EObject text) {
		Dimension found = value.type().dimension();
		Source at = Sources.of(text);
		if (!(text instanceof Expression e) || at.length() == 0 || found.equals(wanted)) {
			return List.of();
		}
		if (e instanceof Quantity q) {
			String unit = q.getValue() == null || q.getUnit() != null && wanted.isNone() ? "" : quantity(number(q), wanted);
			return unit.isEmpty() ? List.of() : List.of(Fix.replace("Write '" + unit + "'", at, inPlace(e, unit, unit.indexOf('/') >= 0 || unit.indexOf('*') >= 0)));
		}
		String written = Sources.text(e);
		List<Fix> fixes = new ArrayList<>();
		if (!wanted.isNone() && found.equals(wanted.power(2))) {
			fixes.add(Fix.replace("Take the square root", at, "sqrt(" + written + ")"));
		} else if (!found.isNone() && found.power(2).equals(wanted)) {
			fixes.add(Fix.replace("Square it", at, inPlace(e, "(" + written + ")^2", e.eContainer() instanceof Transpose)));
		} else if (!wanted.isNone() && found.equals(Dimension.NONE.over(wanted))) {
			fixes.add(Fix.replace("Take the reciprocal", at, inPlace(e, "1/" + operand(e, written), true)));
		}
		Dimension missing = wanted.over(found);
		Dimension inverse = found.over(wanted);
		boolean divide = missing.toString().startsWith("1/");
		String factor = divide ? " / (" + quantity("1", inverse) + ")" : " * " + quantity("1", missing);
		fixes.add(Fix.replace(divide ? "Divide by 1 " + inverse : "Multiply by 1 " + missing, at, inPlace(e, operand(e, written) + factor, true)));
		return fixes;
	}

	/** Either operand as the other is. */
	static List<Fix> common(Operators.Operand a, Operators.Operand b) {
		List<Fix> fixes = new ArrayList<>(toward(a.dimension(), b.value(), b.text()));
		fixes.addAll(toward(b.dimension(), a.value(), a.text()));
		return fixes;
	}

	/** Units for the plain numbers of a law whose draws have none: {@code exponential(mean = 1)} becomes {@code exponential(mean = 1 s)}. */
	static List<Fix> drawn(Dimension wanted, DistributionPrimitive law, Expression text) {
		if (!(text instanceof Call c)) {
			return List.of();
		}
		String call = Sources.text(c);
		String before = call;
		for (int i = c.getArguments().size() - 1; i >= 0; i--) {
			Argument a = c.getArguments().get(i);
			int place = i;
			DimensionOf dimension = law.parameters().stream().filter(p -> a.getName() == null ? law.parameters().indexOf(p) == place : p.name().equals(a.getName()))
					.map(DistributionPrimitive.Parameter::dimension).findFirst().orElse(DimensionOf.NONE);
			if (dimension == DimensionOf.SAME && a.getValue() instanceof Quantity q && q.getUnit() == null && q.getValue().signum() != 0) {
				int end = Sources.of(q).offset() + Sources.of(q).length() - Sources.of(c).offset();
				if (Sources.of(c).length() != before.length()) {
					return List.of(); // broken over lines
				}
				call = call.substring(0, end) + " " + wanted + call.substring(end);
			}
		}
		return call.equals(before) ? List.of() : List.of(Fix.replace("Write '" + call + "'", Sources.of(c), call));
	}

	private static String number(Quantity q) {
		String text = Sources.text(q);
		int end = 0;
		while (end < text.length() && ("0123456789_.".indexOf(text.charAt(end)) >= 0 || isExponent(text, end))) {
			end++;
		}
		return text.substring(0, end);
	}

	private static boolean isExponent(String text, int i) {
		boolean e = text.charAt(i) == 'e' || text.charAt(i) == 'E';
		boolean sign = (text.charAt(i) == '-' || text.charAt(i) == '+') && i > 0 && isExponent(text, i - 1);
		return sign || e && i > 0 && i + 1 < text.length() && "0123456789+-".indexOf(text.charAt(i + 1)) >= 0;
	}

	/** {@code 3 m^2 / (1 s)} */
	private static String quantity(String number, Dimension d) {
		StringBuilder text = new StringBuilder(number);
		boolean first = true;
		for (int sign : new int[] {1, -1}) {
			for (int i = 0; i < SYMBOLS.length; i++) {
				double e = sign * d.exponent(i);
				if (e > 1e-9) {
					String unit = SYMBOLS[i] + (Math.abs(e - 1) < 1e-9 ? "" : "^" + (e == Math.rint(e) ? Long.toString((long) e) : Double.toString(e)));
					text.append(sign < 0 ? " / (1 " + unit + ")" : first ? " " + unit : " * 1 " + unit);
					first = false;
				}
			}
		}
		return text.toString();
	}

	/** In parentheses where it would fall apart as a factor. */
	private static String operand(Expression e, String written) {
		boolean loose = e instanceof Binary b && b.getOperator() != Operator.MULTIPLY && b.getOperator() != Operator.DIVIDE && b.getOperator() != Operator.POWER
				&& b.getOperator() != Operator.ELEMENT_MULTIPLY && b.getOperator() != Operator.ELEMENT_DIVIDE && b.getOperator() != Operator.ELEMENT_POWER;
		return loose ? "(" + written + ")" : written;
	}

	/** In parentheses where what is around binds more tightly. */
	private static String inPlace(Expression e, String text, boolean product) {
		EObject around = e.eContainer();
		boolean tight = around instanceof Binary b && b.getOperator() != Operator.ADD && b.getOperator() != Operator.SUBTRACT && b.getOperator().compareTo(Operator.RANGE) > 0
				|| around instanceof Transpose || around instanceof Percent || around instanceof Index || around instanceof Unary;
		return product && tight ? "(" + text + ")" : text;
	}
}
