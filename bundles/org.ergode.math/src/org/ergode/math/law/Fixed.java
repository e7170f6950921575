// SPDX-License-Identifier: EPL-2.0
package org.ergode.math.law;

import java.util.Arrays;

import org.ergode.math.random.Sampler;

/** Always the same value. */
public final class Fixed implements Law {
	private final double value;

	private Fixed(double value) {
		this.value = value;
	}

	/** @throws IllegalArgumentException if the value is not finite */
	public static Fixed of(double value) {
		return new Fixed(Checks.finite("value", value));
	}

	@Override
	public double pdf(double x) {
		return x == value ? 1 : 0;
	}

	@Override
	public double cdf(double x) {
		return x >= value ? 1 : x < value ? 0 : Double.NaN;
	}

	@Override
	public double quantile(double p) {
		Checks.probability("p", p);
		return value;
	}

	@Override
	public double mean() {
		return value;
	}

	@Override
	public double variance() {
		return 0;
	}

	@Override
	public boolean discrete() {
		return true;
	}

	/** Uses no random number. */
	@Override
	public Sampler sampler() {
		return (s, out, from, n) -> Arrays.fill(out, from, from + n, value);
	}

	@Override
	public String toString() {
		return "fixed(value = " + Checks.number(value) + ")";
	}
}
