// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.symbolic;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ergode.unit.FunctionPrimitive;

/** What a {@link Op.Each} does to each entry. */
public sealed interface Fn {
	int arity();

	/** The reference value, in double. */
	double apply(double... x);

	/** Operations with rules of their own: they fold, they have derivatives in closed form, and most have a fast kernel. */
	enum Basic implements Fn {
		ADD(2), SUBTRACT(2), MULTIPLY(2), DIVIDE(2), POWER(2), NEGATE(1), NOT(1), AND(2), OR(2), EQUAL(2), NOT_EQUAL(2), LESS(2),
		LESS_EQUAL(2), GREATER(2), GREATER_EQUAL(2), MIN(2), MAX(2), EXP(1), LOG(1), SQRT(1), ABS(1), SIGN(1), TANH(1), SIGMOID(1),
		/** log(1 + exp(x)), whose derivative is the sigmoid. */
		SOFTPLUS(1), RELU(1), STEP(1), SIN(1), COS(1);

		private static final Map<String, Basic> FUNCTIONS = Stream.of(EXP, LOG, SQRT, ABS, SIGN, TANH, SIGMOID, SOFTPLUS, RELU, STEP, SIN, COS)
				.collect(Collectors.toMap(f -> f.name().toLowerCase(Locale.ROOT), Function.identity()));

		private final int arity;

		Basic(int arity) {
			this.arity = arity;
		}

		/** A primitive that is one of these; names are unique among the units of an installation. */
		static Optional<Basic> of(String primitive) {
			return Optional.ofNullable(FUNCTIONS.get(primitive));
		}

		@Override
		public int arity() {
			return arity;
		}

		/** Whether it is so cheap that computing it twice beats storing it. */
		public boolean isArithmetic() {
			return ordinal() <= MAX.ordinal() && this != POWER && this != DIVIDE || this == RELU || this == STEP || this == ABS || this == SIGN;
		}

		@Override
		public double apply(double... x) {
			return switch (this) {
				case ADD -> x[0] + x[1];
				case SUBTRACT -> x[0] - x[1];
				case MULTIPLY -> x[0] * x[1];
				case DIVIDE -> x[0] / x[1];
				case POWER -> Math.pow(x[0], x[1]);
				case NEGATE -> -x[0];
				case NOT -> x[0] == 0 ? 1 : 0;
				case AND -> x[0] != 0 && x[1] != 0 ? 1 : 0;
				case OR -> x[0] != 0 || x[1] != 0 ? 1 : 0;
				case EQUAL -> x[0] == x[1] ? 1 : 0;
				case NOT_EQUAL -> x[0] != x[1] ? 1 : 0;
				case LESS -> x[0] < x[1] ? 1 : 0;
				case LESS_EQUAL -> x[0] <= x[1] ? 1 : 0;
				case GREATER -> x[0] > x[1] ? 1 : 0;
				case GREATER_EQUAL -> x[0] >= x[1] ? 1 : 0;
				case MIN -> Math.min(x[0], x[1]);
				case MAX -> Math.max(x[0], x[1]);
				case EXP -> Math.exp(x[0]);
				case LOG -> Math.log(x[0]);
				case SQRT -> Math.sqrt(x[0]);
				case ABS -> Math.abs(x[0]);
				case SIGN -> Math.signum(x[0]);
				case TANH -> Math.tanh(x[0]);
				case SIGMOID -> 1 / (1 + Math.exp(-x[0]));
				case SOFTPLUS -> Math.max(x[0], 0) + Math.log1p(Math.exp(-Math.abs(x[0])));
				case RELU -> Math.max(x[0], 0);
				case STEP -> x[0] > 0 ? 1 : 0;
				case SIN -> Math.sin(x[0]);
				case COS -> Math.cos(x[0]);
			};
		}
	}

	/** Any other function that a unit brings. */
	record Primitive(FunctionPrimitive function) implements Fn {
		@Override
		public int arity() {
			return function.parameters().size();
		}

		@Override
		public double apply(double... x) {
			try {
				return switch (x.length) {
					case 1 -> (double) function.handle().invokeExact(x[0]);
					case 2 -> (double) function.handle().invokeExact(x[0], x[1]);
					default -> (double) function.handle().invokeExact(x[0], x[1], x[2]);
				};
			} catch (RuntimeException | Error e) {
				throw e;
			} catch (Throwable e) {
				throw new IllegalStateException("function '" + function.name() + "' failed", e);
			}
		}

		@Override
		public String toString() {
			return function.name();
		}
	}
}
