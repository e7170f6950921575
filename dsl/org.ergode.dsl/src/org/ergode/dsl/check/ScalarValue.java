// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import java.util.List;
import java.util.Map;
import org.ergode.dsl.ir.Expr;
import org.ergode.dsl.ir.Symbol;

/** The value of an expression of numbers; NaN for one with tensors, or with a symbol that is not known. */
final class ScalarValue {
	private ScalarValue() {
	}

	static double of(Expr e, Map<Symbol, Double> values) {
		return switch (e) {
			case Expr.Constant c -> c.values().length == 1 ? c.values()[0] : Double.NaN;
			case Expr.Read r -> r.symbol().role() == Symbol.Role.TIME ? 0 : values.getOrDefault(r.symbol(), Double.NaN);
			case Expr.Elementwise w -> elementwise(w, values);
			case Expr.Apply a -> call(a, a.args().stream().map(x -> of(x, values)).toList());
			case Expr.Transposed t -> of(t.operand(), values);
			default -> Double.NaN;
		};
	}

	private static double elementwise(Expr.Elementwise w, Map<Symbol, Double> values) {
		double a = of(w.args().get(0), values);
		double b = w.args().size() > 1 ? of(w.args().get(1), values) : Double.NaN;
		return switch (w.op()) {
			case ADD -> a + b;
			case SUBTRACT -> a - b;
			case MULTIPLY -> a * b;
			case DIVIDE -> a / b;
			case POWER -> StrictMath.pow(a, b);
			case NEGATE -> -a;
			case MIN -> Math.min(a, b);
			case MAX -> Math.max(a, b);
			default -> Double.NaN;
		};
	}

	private static double call(Expr.Apply a, List<Double> arguments) {
		try {
			return (double) a.function().handle().invokeWithArguments(arguments);
		} catch (Error e) {
			throw e;
		} catch (Throwable e) { // a function of a unit may refuse
			return Double.NaN;
		}
	}
}
