// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.bytecode;

import java.util.Arrays;
import java.util.List;

/**
 * A number in a graph of numbers. Made by {@link Scalars}, which makes equal ones only once, so they are compared by identity.
 *
 * @param kind decides what {@code payload} is
 * @param payload what distinguishes scalars of one kind: the value, the {@link Operation}, the {@link Load}, the primitive
 * @param line of the model; not part of what makes two scalars equal
 */
public record Scalar(Kind kind, Object payload, List<Scalar> args, int line) {
	/** What a scalar is. */
	public enum Kind { CONSTANT, LOAD, OPERATION, PRIMITIVE }

	/** What can be done in place. Comparisons give 0 or 1. */
	public enum Operation { ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, POWER, SQUARE_ROOT, MIN, MAX, EQUAL, NOT_EQUAL, LESS, LESS_EQUAL }

	/** A value that code brings from elsewhere: an array's element, a local variable, a draw. Compared by {@code equals}. */
	@FunctionalInterface
	public interface Load {
		/** Pushes the value. The arguments of the load, if it has any, have been pushed already. */
		void push(java.lang.classfile.CodeBuilder code);
	}

	public Scalar {
		args = List.copyOf(args);
	}

	public boolean isConstant() {
		return kind == Kind.CONSTANT;
	}

	public double value() {
		return (Double) payload;
	}

	@Override
	public boolean equals(Object o) {
		return this == o;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this);
	}

	/** What makes two scalars the same. */
	static Object key(Kind kind, Object payload, Scalar... args) {
		return Arrays.asList(kind, payload, Arrays.asList(args));
	}
}
