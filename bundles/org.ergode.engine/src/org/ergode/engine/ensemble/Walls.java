// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import java.util.stream.IntStream;
import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;

/**
 * Walls at both ends of an interval, the same for each component of the position.
 *
 * @param below what the lower wall does
 * @param lower m; -infinity where there is none
 * @param above what the upper wall does
 * @param upper m; +infinity where there is none
 */
public record Walls(Kind below, double lower, Kind above, double upper) {
	/** What a wall does to a walker that would pass it. */
	public enum Kind {
		/** Mirrors the path. */
		REFLECTING,
		/** Carries the walker to the opposite wall. */
		PERIODIC,
		/** Holds the walker for good, at the wall. */
		ABSORBING
	}

	/** @throws ModelFault if there is no room between the walls, or a periodic space has an open end */
	public static Walls of(Kind below, double lower, Kind above, double upper, Place place) {
		if (!(lower < upper)) {
			throw new ModelFault(place, "there is no room between the walls at " + lower + " m and " + upper + " m; the first is to be less than the second");
		}
		boolean around = below == Kind.PERIODIC || above == Kind.PERIODIC;
		if (around && Double.isInfinite(upper - lower)) {
			throw new ModelFault(place, "a periodic space has two ends: write 'boundary periodic at …' for each");
		}
		if (around && below != above) {
			throw new ModelFault(place, "one wall alone cannot be periodic: both ends of a space are, or none");
		}
		return new Walls(below, lower, above, upper);
	}

	boolean contains(double x) {
		return lower <= x && x <= upper;
	}

	/** Whether x is inside and at neither wall. */
	boolean isBetween(double x) {
		return lower < x && x < upper;
	}

	/** Whether any wall holds walkers. */
	boolean absorb() {
		return below == Kind.ABSORBING || above == Kind.ABSORBING;
	}

	/** Where the walls are that hold walkers, ascending. */
	double[] holding() {
		return IntStream.of(0, 1).filter(i -> (i == 0 ? below : above) == Kind.ABSORBING).mapToDouble(i -> i == 0 ? lower : upper).filter(Double::isFinite).toArray();
	}

	/** Whether a wall that holds walkers is at x. */
	boolean hold(double x) {
		return x == lower && below == Kind.ABSORBING || x == upper && above == Kind.ABSORBING;
	}

	/** Where a straight path that would end at x ends between the walls. An absorbing wall stops it, before or after another has mirrored it. */
	double fold(double x) {
		if (contains(x)) {
			return x;
		}
		if (below == Kind.PERIODIC) {
			double width = upper - lower;
			double y = x - width * Math.floor((x - lower) / width);
			return Math.min(Math.max(y, lower), upper);
		}
		if (!absorb()) {
			return reflect(x);
		}
		double y = x;
		if (y < lower) {
			y = below == Kind.ABSORBING ? lower : lower + (lower - y);
		}
		if (y > upper) {
			y = above == Kind.ABSORBING ? upper : upper - (y - upper);
		}
		return y < lower ? lower : y; // from a mirror above to a wall below that holds
	}

	private double reflect(double x) {
		if (Double.isInfinite(upper)) {
			return lower + (lower - x);
		}
		if (Double.isInfinite(lower)) {
			return upper - (x - upper);
		}
		double width = upper - lower;
		double y = (x - lower) - 2 * width * Math.floor((x - lower) / (2 * width));
		return Math.min(Math.max(lower + (y <= width ? y : 2 * width - y), lower), upper);
	}
}
