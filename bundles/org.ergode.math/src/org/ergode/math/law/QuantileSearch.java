// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.util.function.DoubleUnaryOperator;

import org.hipparchus.analysis.solvers.BrentSolver;

/** Where an increasing function crosses zero. */
final class QuantileSearch {
	private static final int EVALUATIONS = 400;

	private QuantileSearch() {}

	/** Steps out from a guess, doubling, until the root is between two points; then Brent's method. */
	static double root(DoubleUnaryOperator rising, double guess, double step) {
		double low = guess;
		double high = guess;
		double d = step;
		while (!(rising.applyAsDouble(low) <= 0)) {
			high = low;
			low -= d;
			d *= 2;
		}
		d = step;
		while (!(rising.applyAsDouble(high) >= 0)) {
			low = high;
			high += d;
			d *= 2;
		}
		return low == high ? low
				: new BrentSolver(1e-14, 1e-14, 1e-15).solve(EVALUATIONS, rising::applyAsDouble, low, high);
	}
}
