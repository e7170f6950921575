// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.List;

/**
 * A concentration in one to three dimensions of space, elaborated with the values of one experiment: parameters are constants by now.
 *
 * @param space coordinates, outermost first
 * @param time {@code t}
 * @param equations one a state; {@code laplacian(n)}, {@code gradient(n)} and {@code divergence(j)} are {@link Expr.Special}s
 * @param initials one a state; {@code delta(x)}, a unit source at x = 0, is a {@link Expr.Special}
 * @param step of the integrator, s; NaN: the solver chooses
 */
public record FieldIr(String name, List<Coordinate> space, Symbol time, List<Let> lets, List<Equation> equations, List<Initial> initials, double step,
		Source source) {

	/**
	 * @param symbol what expressions read, over space
	 * @param lower SI
	 * @param upper SI
	 * @param cells of equal width
	 */
	public record Coordinate(Symbol symbol, double lower, double upper, int cells, Wall low, Wall high) {
	}

	/** @param kind {@code reflecting}, {@code absorbing}, {@code periodic}, {@code fixed} @param values at a fixed wall, one an equation; else empty */
	public record Wall(String kind, List<Expr> values, Source source) {
	}

	/** Of all of space. */
	public long cells() {
		return space.stream().mapToLong(Coordinate::cells).reduce(1, (a, b) -> a * b);
	}

	/** {@code dn/dt = rate} */
	public record Equation(Symbol state, Expr rate, Source source) {
	}

	public record Initial(Symbol state, Expr value, Source source) {
	}
}
