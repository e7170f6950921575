// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.ir;

import java.util.List;

/**
 * A walker, elaborated with the values of one experiment (and one sweep point): parameters are constants by now.
 *
 * <p>A continuous-time random walk has {@code waiting} and {@code jump}, and {@code states} holds its position {@code x} alone; a stochastic
 * differential equation has {@code equations}, one a state. With {@code increments} instead, the position gains one number of a correlated series in
 * each {@code step}.
 *
 * @param dimension of space, 1 to 3; positions have one component each
 * @param lets in the order of the text
 * @param step of the integrator, s; NaN for a walk that is evaluated exactly
 */
public record ProcessIr(String name, int dimension, List<Let> lets, List<State> states, Draw waiting, Draw jump, LawIr increments,
		List<Equation> equations, double step, String method, List<Wall> walls, Expr lattice, Symbol time, Symbol direction, Source source) {

	/** @param law or {@code value}: the other is null */
	public record State(Symbol symbol, Expr value, LawIr law, Source source) {
	}

	/** {@code waiting} or {@code jump}. @param symbol what expressions read; @param law or {@code value}: the other is null */
	public record Draw(Symbol symbol, LawIr law, Expr value, Source source) {
	}

	/** {@code dx/dt = drift + kicks}. @param kicks empty without noise; the right side was linear in the noises */
	public record Equation(Symbol state, Expr drift, List<Kick> kicks, Source source) {
		public Equation {
			kicks = List.copyOf(kicks);
		}
	}

	/**
	 * White noise with its factor, a number or one for each entry of the state.
	 *
	 * @param noise {@code xi}, or one of the independent {@code xi_…}
	 * @param component of the noise, from 0, a number that all entries share; {@link #EACH}: entry by entry
	 */
	public record Kick(Symbol noise, int component, Expr factor) {
		/** Each entry of the state has its own entry of the noise. */
		public static final int EACH = -1;
	}

	/** @param kind {@code reflecting}, {@code absorbing}, {@code periodic} */
	public record Wall(String kind, Expr at, Source source) {
	}

	/** The white noises of the equations, in the order of the text. */
	public List<Symbol> noises() {
		return equations.stream().flatMap(e -> e.kicks().stream()).map(Kick::noise).distinct().toList();
	}

	public boolean isWalk() {
		return waiting != null;
	}
}
