// SPDX-License-Identifier: EPL-2.0
package org.ergode.engine.ensemble;

/** What becomes of the values of all walkers at one time. */
public enum Statistic {
	MEAN, SUM,
	/** Unbiased: divided by n - 1. */
	VARIANCE, SD, MIN, MAX,
	/** Needs every walker's value in memory. */
	QUANTILE,
	/** One value a walker, as it is. */
	VALUES;

	/** Whether every walker's value is kept. */
	public boolean keepsValues() {
		return this == QUANTILE || this == VALUES;
	}
}
