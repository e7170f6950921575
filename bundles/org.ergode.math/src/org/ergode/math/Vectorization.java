// SPDX-License-Identifier: EPL-2.0
package org.ergode.math;

import java.lang.invoke.MethodHandles;

import org.ergode.math.internal.VectorWarmUp;

/**
 * Whether the bulk kernels use the Vector API or their scalar twins. Both give the same bits, so this is a matter of
 * time only: the JIT needs one to two seconds to learn the vector kernels, and until then they are slow; afterwards a draw
 * costs a quarter.
 *
 * <pre>{@code
 * Stream stream = Stream.of(seed, block, purpose, Vectorization.forWork(expectedDraws));
 * }</pre>
 *
 * Safe to share between threads.
 */
public final class Vectorization {
	/** Expected draws above which the warm-up pays: two seconds of one core, against some 8 ns a draw. */
	public static final double BREAK_EVEN = 2e8;

	private static final Vectorization SCALAR = new Vectorization("scalar");
	private static final Vectorization VECTOR = available() ? new Vectorization("vector") : SCALAR;
	private static final Vectorization WARMING = available() ? new Vectorization("scalar, then vector") : SCALAR;

	private static volatile boolean warm;
	private static boolean warming;

	private final String name;

	private Vectorization(String name) {
		this.name = name;
	}

	/** The plain Java form. */
	public static Vectorization scalar() {
		return SCALAR;
	}

	/** The Vector API form at once, or the scalar form where {@code jdk.incubator.vector} is not there. */
	public static Vectorization vector() {
		return VECTOR;
	}

	/**
	 * The faster form for a whole run: scalar for a short one; for a long one scalar until the vector kernels have been
	 * warmed in the background, by a thread that the first such call starts. Once they are warm, vectors for every run.
	 *
	 * @param expectedDraws random numbers (or work of that size) that the run will use in all; NaN counts as none
	 */
	public static Vectorization forWork(double expectedDraws) {
		if (warm) {
			return VECTOR;
		}
		if (!(expectedDraws > BREAK_EVEN) || WARMING == SCALAR) {
			return SCALAR;
		}
		warmUp();
		return WARMING;
	}

	private static synchronized void warmUp() {
		if (!warming) {
			warming = true;
			Thread.ofPlatform().daemon().name("Ergode vector warm-up").start(() -> {
				new VectorWarmUp().run();
				warm = true;
			});
		}
	}

	/** Whether to use vectors now; the answer may change from no to yes while a run goes on. */
	public boolean usesVectors() {
		return this == VECTOR && VECTOR != SCALAR || this == WARMING && warm;
	}

	@Override
	public String toString() {
		return name;
	}

	/** The module must be in the boot layer and, inside a framework, visible from this bundle. */
	private static boolean available() {
		if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
			return false;
		}
		try {
			MethodHandles.lookup().findClass("jdk.incubator.vector.DoubleVector");
			return true;
		} catch (ReflectiveOperationException | LinkageError e) {
			return false;
		}
	}
}
