// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.random;

/** Fills arrays with variates of one law. Stateless: everything random comes from the stream. */
@FunctionalInterface
public interface Sampler {
	/**
	 * Writes {@code out[from] ... out[from + n - 1]}.
	 *
	 * @throws IndexOutOfBoundsException if the range is not inside {@code out}
	 */
	void fill(Stream stream, double[] out, int from, int n);
}
