// SPDX-License-Identifier: EPL-2.0
package org.ergode.compiler.network.plan;

/**
 * A number of rows or entries: fixed, or by the samples at hand.
 *
 * @param factor fixed, or for each sample
 * @param bySamples whether the number of samples multiplies it
 */
public record Extent(int factor, boolean bySamples) {
	public static Extent of(int n) {
		return new Extent(n, false);
	}

	public static Extent samples(int n) {
		return new Extent(n, true);
	}

	/** All entries of a buffer. */
	public static Extent of(Buffer b) {
		return new Extent(b.size(), b.sampled());
	}
}
