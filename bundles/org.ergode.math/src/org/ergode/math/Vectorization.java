// SPDX-License-Identifier: EPL-2.0
package org.ergode.math;

import java.lang.invoke.MethodHandles;

/**
 * Whether the bulk kernels use the Vector API or their scalar twins. Both give the same bits, so this is a matter of
 * time only: the first use of the Vector API costs about one second while the JIT learns it, and afterwards a draw
 * costs a third or less.
 *
 * <pre>{@code
 * Stream stream = Stream.of(seed, block, purpose, Vectorization.forWork(expectedDraws));
 * }</pre>
 *
 * Immutable; safe to share between threads.
 */
public final class Vectorization {
    /** Expected draws above which vectors pay for their warm-up. Measured by KernelTimings, see src_test. */
    public static final double BREAK_EVEN = 1.5e8;

    private static final Vectorization SCALAR = new Vectorization(false);
    private static final Vectorization VECTOR = available() ? new Vectorization(true) : SCALAR;

    private final boolean vectors;

    private Vectorization(boolean vectors) {
        this.vectors = vectors;
    }

    /** The plain Java form. */
    public static Vectorization scalar() {
        return SCALAR;
    }

    /** The Vector API form, or the scalar form where {@code jdk.incubator.vector} is not there. */
    public static Vectorization vector() {
        return VECTOR;
    }

    /**
     * The faster form for a whole run.
     *
     * @param expectedDraws random numbers (or work of that size) that the run will use in all; NaN counts as none
     */
    public static Vectorization forWork(double expectedDraws) {
        return expectedDraws > BREAK_EVEN ? VECTOR : SCALAR;
    }

    public boolean usesVectors() {
        return vectors;
    }

    @Override
    public String toString() {
        return vectors ? "vector" : "scalar";
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
