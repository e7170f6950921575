// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.internal;

import static org.ergode.math.internal.VectorElementary.D;
import static org.ergode.math.internal.VectorElementary.c;
import static org.ergode.math.internal.VectorElementary.sinPiUnit;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The passes of which {@link VectorTransforms} are made: each goes over a chunk in the first-level cache and has one
 * elementary function.
 * <p>
 * C2 inlines Vector API calls until it has 18,000 nodes, which is one elementary function; what comes after that gets
 * its vectors boxed and is 4 to 8 times slower. So passes must be compiled one by one, and must not be inlined into
 * their common caller. A method handle taken from an array is no constant for the JIT, which guarantees just that; the
 * call costs a few nanoseconds for a chunk of 512 numbers.
 */
enum VectorPasses {
	/** x = a ln x. */
	LOG("log"),
	/** x = a exp x. */
	EXP("exp"),
	/** x = x exp y. */
	TIMES_EXP("timesExp"),
	/** x = exp(x + y). */
	EXP_SUM("expSum"),
	/** Box and Muller's radius from the first eight of each 16 uniforms. */
	RADIUS("radius"),
	/** The angle from the last eight, and both normals. */
	TURN("turn"),
	LAPLACE("laplace"),
	/** x = sin(pi a (1 - x)) / sin(pi a x). */
	SINE_RATIO("sineRatio"),
	STABLE_COSINE("stableCosine"),
	STABLE_SINE("stableSine"),
	STABLE_LAST("stableLast");

	private static final MethodHandle[] HANDLES = new MethodHandle[values().length];

	static {
		MethodType type = MethodType.methodType(void.class, double[].class, int.class, double[].class, int.class,
				int.class, double.class, double.class);
		try {
			for (VectorPasses pass : values()) {
				HANDLES[pass.ordinal()] = MethodHandles.lookup().findStatic(VectorPasses.class, pass.method, type);
			}
		} catch (ReflectiveOperationException e) {
			throw new ExceptionInInitializerError(e);
		}
	}

	private final String method;

	VectorPasses(String method) {
		this.method = method;
	}

	/**
	 * @param x changed in place, from {@code from}
	 * @param y a second input, from {@code at}; {@code x} when there is none
	 * @param n a multiple of the vector length (of 16 for RADIUS and TURN)
	 */
	void run(double[] x, int from, double[] y, int at, int n, double a, double b) {
		try {
			HANDLES[ordinal()].invokeExact(x, from, y, at, n, a, b);
		} catch (RuntimeException | Error e) {
			throw e;
		} catch (Throwable e) {
			throw new AssertionError(e);
		}
	}

	void run(double[] x, int from, int n, double a, double b) {
		run(x, from, x, from, n, a, b);
	}

	private static DoubleVector load(double[] x, int i) {
		return DoubleVector.fromArray(D, x, i);
	}

	private static void log(double[] x, int from, double[] y, int at, int n, double a, double b) {
		for (int i = from; i < from + n; i += D.length()) {
			VectorElementary.log(load(x, i)).mul(a).intoArray(x, i);
		}
	}

	private static void exp(double[] x, int from, double[] y, int at, int n, double a, double b) {
		for (int i = from; i < from + n; i += D.length()) {
			VectorElementary.exp(load(x, i)).mul(a).intoArray(x, i);
		}
	}

	private static void timesExp(double[] x, int from, double[] y, int at, int n, double a, double b) {
		for (int i = 0; i < n; i += D.length()) {
			VectorElementary.exp(load(y, at + i)).mul(load(x, from + i)).intoArray(x, from + i);
		}
	}

	private static void expSum(double[] x, int from, double[] y, int at, int n, double a, double b) {
		for (int i = 0; i < n; i += D.length()) {
			VectorElementary.exp(load(x, from + i).add(load(y, at + i))).intoArray(x, from + i);
		}
	}

	private static void radius(double[] x, int from, double[] y, int at, int n, double mean, double sd) {
		for (int i = from; i < from + n; i += 16) {
			for (int j = i; j < i + 8; j += D.length()) {
				VectorElementary.log(load(x, j)).mul(-2).sqrt().mul(sd).intoArray(x, j);
			}
		}
	}

	private static void turn(double[] x, int from, double[] y, int at, int n, double mean, double sd) {
		for (int i = from; i < from + n; i += 16) {
			for (int j = i; j < i + 8; j += D.length()) {
				DoubleVector radius = load(x, j);
				DoubleVector m = load(x, j + 8).sub(0.5);
				DoubleVector z = m.mul(m);
				DoubleVector sin = VectorElementary.sinPiHalf(m, z);
				DoubleVector twice = sin.mul(-2);
				radius.fma(twice.fma(sin, c(1)), c(mean)).intoArray(x, j);
				radius.fma(twice.mul(VectorElementary.cosPiHalf(z)), c(mean)).intoArray(x, j + 8);
			}
		}
	}

	private static void laplace(double[] x, int from, double[] y, int at, int n, double mean, double scale) {
		for (int i = from; i < from + n; i += D.length()) {
			DoubleVector t = load(x, i).sub(0.5);
			DoubleVector e = VectorElementary.log(t.abs().fma(-2, 1));
			LongVector sign = t.viewAsIntegralLanes().and(Long.MIN_VALUE);
			e.viewAsIntegralLanes().lanewise(VectorOperators.XOR, sign).viewAsFloatingLanes().fma(-scale, mean)
					.intoArray(x, i);
		}
	}

	private static DoubleVector copySign(DoubleVector magnitude, DoubleVector sign) {
		LongVector high = sign.viewAsIntegralLanes().and(Long.MIN_VALUE);
		return magnitude.viewAsIntegralLanes().and(Long.MAX_VALUE).or(high).viewAsFloatingLanes();
	}

	private static void sineRatio(double[] x, int from, double[] y, int at, int n, double alpha, double b) {
		for (int i = from; i < from + n; i += D.length()) {
			DoubleVector v = load(x, i);
			sinPiUnit(v.neg().add(1).mul(alpha)).div(sinPiUnit(v.mul(alpha))).intoArray(x, i);
		}
	}

	/** x = cos(V - alpha V - ab) / x, with V = pi (y - 1/2) and ab = pi shift. */
	private static void stableCosine(double[] x, int from, double[] y, int at, int n, double alpha, double shift) {
		for (int i = 0; i < n; i += D.length()) {
			DoubleVector turns = load(y, at + i).sub(0.5).fma(c(1 - alpha), c(-shift));
			DoubleVector cosine = sinPiUnit(turns.abs().neg().add(0.5).max(0x1p-60));
			cosine.div(load(x, from + i)).intoArray(x, from + i);
		}
	}

	/** x = sin(alpha V + ab) and y = sin(pi y). */
	private static void stableSine(double[] x, int from, double[] y, int at, int n, double alpha, double shift) {
		for (int i = 0; i < n; i += D.length()) {
			DoubleVector v = load(y, at + i);
			DoubleVector turns = v.sub(0.5).fma(c(alpha), c(shift));
			copySign(sinPiUnit(turns.abs().min(1)), turns).intoArray(x, from + i);
			sinPiUnit(v).intoArray(y, at + i);
		}
	}

	/** x = x y factor + location. */
	private static void stableLast(double[] x, int from, double[] y, int at, int n, double factor, double location) {
		for (int i = 0; i < n; i += D.length()) {
			load(y, at + i).mul(factor).fma(load(x, from + i), c(location)).intoArray(x, from + i);
		}
	}
}
