// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.bytecode;

import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ergode.compiler.bytecode.Scalar.Kind;
import org.ergode.compiler.bytecode.Scalar.Operation;
import org.ergode.math.special.Elementary;
import org.ergode.unit.FunctionPrimitive;

/**
 * Makes scalars, each different one once, and does what can be done now: operations on constants, multiplication by one, small powers.
 * Nothing is reordered, so that a compiled model rounds as its text reads.
 */
public final class Scalars {
	private static final int LARGEST_POWER = 16;

	private final Map<Object, Scalar> known = new HashMap<>();
	private int line;

	/** Scalars made from now on belong to this line of the model. */
	public void line(int newLine) {
		line = newLine;
	}

	private Scalar make(Kind kind, Object payload, Scalar... args) {
		return known.computeIfAbsent(Scalar.key(kind, payload, args), k -> new Scalar(kind, payload, List.of(args), line));
	}

	public Scalar constant(double value) {
		return make(Kind.CONSTANT, value);
	}

	public Scalar load(Scalar.Load load, Scalar... args) {
		return make(Kind.LOAD, load, args);
	}

	public Scalar apply(FunctionPrimitive function, Scalar... args) {
		for (Scalar a : args) {
			if (!a.isConstant()) {
				return make(Kind.PRIMITIVE, function, args);
			}
		}
		return constant(invoke(function.handle(), args));
	}

	private static double invoke(MethodHandle handle, Scalar[] args) {
		Object[] values = new Object[args.length];
		for (int i = 0; i < args.length; i++) {
			values[i] = args[i].value();
		}
		try {
			return (double) handle.invokeWithArguments(values);
		} catch (RuntimeException | Error e) {
			throw e;
		} catch (Throwable e) {
			throw new IllegalStateException("a primitive threw a checked exception", e);
		}
	}

	public Scalar add(Scalar a, Scalar b) {
		if (isZero(a)) {
			return b;
		}
		return isZero(b) ? a : operation(Operation.ADD, a, b);
	}

	public Scalar subtract(Scalar a, Scalar b) {
		return isZero(b) ? a : operation(Operation.SUBTRACT, a, b);
	}

	public Scalar multiply(Scalar a, Scalar b) {
		if (isOne(a)) {
			return b;
		}
		return isOne(b) ? a : operation(Operation.MULTIPLY, a, b);
	}

	public Scalar divide(Scalar a, Scalar b) {
		return isOne(b) ? a : operation(Operation.DIVIDE, a, b);
	}

	public Scalar power(Scalar a, Scalar b) {
		if (b.isConstant() && !a.isConstant()) {
			double p = b.value();
			if (p == 0.5) {
				return operation(Operation.SQUARE_ROOT, a);
			}
			if (p == Math.rint(p) && p != 0 && Math.abs(p) <= LARGEST_POWER) {
				Scalar product = product(a, (int) Math.abs(p));
				return p > 0 ? product : divide(constant(1), product);
			}
		}
		return operation(Operation.POWER, a, b);
	}

	/** a^n for n > 0, by squaring. */
	private Scalar product(Scalar a, int n) {
		if (n == 1) {
			return a;
		}
		Scalar half = product(a, n / 2);
		Scalar square = multiply(half, half);
		return n % 2 == 0 ? square : multiply(square, a);
	}

	/** @return an operation, or its value if all is constant */
	public Scalar operation(Operation op, Scalar... args) {
		for (Scalar a : args) {
			if (!a.isConstant()) {
				return make(Kind.OPERATION, op, args);
			}
		}
		return constant(evaluate(op, args[0].value(), args[args.length - 1].value()));
	}

	private static double evaluate(Operation op, double a, double b) {
		return switch (op) {
			case ADD -> a + b;
			case SUBTRACT -> a - b;
			case MULTIPLY -> a * b;
			case DIVIDE -> a / b;
			case NEGATE -> -a;
			case POWER -> Elementary.pow(a, b);
			case SQUARE_ROOT -> Math.sqrt(a);
			case MIN -> Math.min(a, b);
			case MAX -> Math.max(a, b);
			case EQUAL -> a == b ? 1 : 0;
			case NOT_EQUAL -> a != b ? 1 : 0;
			case LESS -> a < b ? 1 : 0;
			case LESS_EQUAL -> a <= b ? 1 : 0;
		};
	}

	/** 0/1 for a value that counts as false where it is 0. */
	public Scalar truth(Scalar a) {
		return operation(Operation.NOT_EQUAL, a, constant(0));
	}

	private static boolean isZero(Scalar a) {
		return a.isConstant() && a.value() == 0;
	}

	private static boolean isOne(Scalar a) {
		return a.isConstant() && a.value() == 1;
	}
}
