// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

import org.ergode.engine.control.ModelFault;
import org.ergode.engine.control.Place;

/**
 * Walls at both ends of an interval, the same for each component of the position.
 *
 * @param lower m; -infinity where there is none
 * @param upper m; +infinity where there is none
 */
public record Walls(Kind kind, double lower, double upper) {
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
	public static Walls of(Kind kind, double lower, double upper, Place place) {
		if (!(lower < upper)) {
			throw new ModelFault(place, "there is no room between the walls at " + lower + " m and " + upper + " m; the first is to be less than the second");
		}
		if (kind == Kind.PERIODIC && Double.isInfinite(upper - lower)) {
			throw new ModelFault(place, "a periodic space has two ends: write 'boundary periodic at …' for each");
		}
		return new Walls(kind, lower, upper);
	}

	boolean contains(double x) {
		return lower <= x && x <= upper;
	}

	/** Where a straight path that would end at x ends between the walls. An absorbing wall stops it. */
	double fold(double x) {
		if (contains(x)) {
			return x;
		}
		return switch (kind) {
			case ABSORBING -> x < lower ? lower : upper;
			case PERIODIC -> {
				double width = upper - lower;
				double y = x - width * Math.floor((x - lower) / width);
				yield Math.min(Math.max(y, lower), upper);
			}
			case REFLECTING -> reflect(x);
		};
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
