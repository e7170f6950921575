// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.check;

import org.ergode.math.linear.Decompositions.Complex;

/**
 * What an explicit method makes of x' = lambda x in one step: it multiplies x by R(h lambda), a polynomial. A mode that decays, or
 * turns, must not grow: |R| <= 1.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-05221-7">Hairer and Wanner 1996, section IV.2</a>
 */
enum Stability {
	EULER("euler_maruyama", 1, 1),
	HEUN("heun", 1, 1, 1 / 2.),
	RUNGE_KUTTA("runge_kutta", 1, 1, 1 / 2., 1 / 6., 1 / 24.);

	/** Longer steps are stable by none of these. */
	private static final double FARTHEST = 4;
	private static final int RAYS = 4000;

	private final String method;
	private final double[] coefficients;

	Stability(String method, double... coefficients) {
		this.method = method;
		this.coefficients = coefficients;
	}

	/** The method by its name in the language; others step as Euler's does. */
	static Stability of(String method) {
		for (Stability s : values()) {
			if (s.method.equals(method)) {
				return s;
			}
		}
		return EULER;
	}

	String method() {
		return method;
	}

	/** |R(h lambda)| */
	double factor(Complex lambda, double h) {
		double re = 0;
		double im = 0;
		for (int k = coefficients.length - 1; k >= 0; k--) { // Horner
			double next = (re * lambda.re() - im * lambda.im()) * h + coefficients[k];
			im = (re * lambda.im() + im * lambda.re()) * h;
			re = next;
		}
		return Math.hypot(re, im);
	}

	/** @return the step below which a mode that decays or turns does not grow; 0 if there is none, infinite for a mode that stays as it is */
	double longestStep(Complex lambda) {
		double size = lambda.abs();
		if (size == 0) {
			return Double.POSITIVE_INFINITY;
		}
		if (lambda.re() == 0 && factor(lambda, 0.1 / size) > 1) {
			return 0;
		}
		double stable = 0;
		for (int i = 1; i <= RAYS; i++) {
			double h = FARTHEST * i / RAYS / size;
			if (!(factor(lambda, h) <= 1 + 1e-12)) {
				return edge(lambda, stable, h);
			}
			stable = h;
		}
		return stable;
	}

	private double edge(Complex lambda, double stable, double unstable) {
		double low = stable;
		double high = unstable;
		for (int i = 0; i < 60; i++) {
			double middle = (low + high) / 2;
			if (factor(lambda, middle) <= 1 + 1e-12) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return low;
	}
}
