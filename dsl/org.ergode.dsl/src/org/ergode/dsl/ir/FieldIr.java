// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.List;

/**
 * A concentration in one dimension of space, elaborated with the values of one experiment: parameters are constants by now.
 *
 * @param variable the coordinate that expressions read, over CELL
 * @param lower left wall, SI
 * @param upper right wall, SI
 * @param cells of equal width
 * @param time {@code t}
 * @param equations one a state; {@code laplacian(n)} is a {@link Expr.Special}
 * @param initials one a state; {@code delta(x)}, a unit source at x = 0, is a {@link Expr.Special}
 * @param boundary {@code reflecting}, {@code absorbing}, {@code periodic}
 * @param step of the integrator, s; NaN: the solver chooses
 */
public record FieldIr(String name, Symbol variable, double lower, double upper, int cells, Symbol time, List<Let> lets, List<Equation> equations,
		List<Initial> initials, String boundary, double step, Source source) {

	/** {@code dn/dt = rate} */
	public record Equation(Symbol state, Expr rate, Source source) {
	}

	public record Initial(Symbol state, Expr value, Source source) {
	}
}
