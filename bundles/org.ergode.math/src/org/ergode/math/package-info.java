// SPDX-License-Identifier: EPL-2.0
/**
 * Numbers for compiled simulators: random streams and laws, small dense kernels, special functions, fits, statistics.
 * <p>
 * This package holds what the others share: {@link org.ergode.math.Vectorization} decides between the Vector API
 * kernels and their scalar twins. Classes here are immutable and safe to share between threads.
 */
package org.ergode.math;
