// SPDX-License-Identifier: EPL-2.0
/**
 * Concentrations in boxes of cells: the finite volumes ({@link org.ergode.engine.field.Grid}) and the integrator in time
 * ({@link org.ergode.engine.field.ChebyshevIntegrator}).
 *
 * <pre>{@code
 * Grid grid = Grid.of(List.of(new Grid.Line(-1, 1, 200, Grid.Wall.REFLECTING, Grid.Wall.REFLECTING)));
 * ChebyshevIntegrator solver = new ChebyshevIntegrator((t, n, rate) -> {
 *   Arrays.fill(rate, 0);
 *   grid.addSecondDifference(0, n, null, null, rate);
 * }, start, Double.NaN);
 * double[] later = solver.advance(10, () -> { });
 * }</pre>
 *
 * <p>{@code Grid} is immutable; an integrator belongs to one thread.
 */
package org.ergode.engine.field;
