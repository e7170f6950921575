// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ide.internal;

import org.ergode.dsl.erg.Binary;
import org.ergode.dsl.erg.Expression;
import org.ergode.dsl.erg.Operator;
import org.ergode.dsl.erg.Quantity;
import org.ergode.dsl.erg.Reference;
import org.ergode.dsl.erg.Unary;
import org.ergode.dsl.names.Meaning;
import org.ergode.dsl.names.Names;

/** Values that are written as they are: {@code 0.5 um^2/s}, {@code -3}. Of these nothing is to be told that is not read there. */
final class Literals {
	private Literals() {
	}

	/** @return whether an expression is one number with its unit */
	static boolean isLiteral(Expression e, Names names) {
		return switch (e) {
			case Quantity q -> true;
			case Unary u -> u.getOperator() == Operator.SUBTRACT && isLiteral(u.getOperand(), names);
			case Binary b -> isUnitOperator(b.getOperator()) && isLiteral(b.getLeft(), names) && isUnit(b.getRight(), names);
			case null, default -> false;
		};
	}

	private static boolean isUnit(Expression e, Names names) {
		return switch (e) {
			case Reference r -> r.getName() != null && names.value(r.getName(), r).orElse(null) instanceof Meaning.Unit;
			case Binary b when b.getOperator() == Operator.POWER -> isUnit(b.getLeft(), names) && isNumber(b.getRight());
			case null, default -> false;
		};
	}

	private static boolean isUnitOperator(Operator o) {
		return o == Operator.MULTIPLY || o == Operator.DIVIDE;
	}

	private static boolean isNumber(Expression e) {
		return e instanceof Quantity q && q.getUnit() == null || e instanceof Unary u && isNumber(u.getOperand());
	}
}
