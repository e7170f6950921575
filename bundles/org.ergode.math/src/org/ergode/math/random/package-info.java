// SPDX-License-Identifier: EPL-2.0
/**
 * Random streams and bulk sampling.
 *
 * <pre>{@code
 * Stream s = Stream.of(2010, block, 0, Vectorization.forWork(1e9));
 * double[] waits = new double[1024];
 * Fills.pareto(s, waits, 0, waits.length, 0.7, 1);
 * double jump = Draws.normal(s, 0, 1);
 * long[] checkpoint = s.state();
 * }</pre>
 *
 * A {@link org.ergode.math.random.Stream} belongs to one thread at a time; the static methods are safe from any.
 */
package org.ergode.math.random;
