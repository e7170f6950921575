// SPDX-License-Identifier: EPL-2.0
/**
 * Concentrations on a line of cells: the finite volumes ({@link org.ergode.engine.field.Cells}) and the integrator in time
 * ({@link org.ergode.engine.field.ChebyshevIntegrator}).
 *
 * <pre>{@code
 * Cells cells = Cells.of(-1, 1, 200, Cells.Boundary.REFLECTING);
 * ChebyshevIntegrator solver = new ChebyshevIntegrator((t, n, rate) -> cells.laplacian(n, rate), start, Double.NaN);
 * double[] later = solver.advance(10, () -> { });
 * }</pre>
 *
 * <p>{@code Cells} is immutable; an integrator belongs to one thread.
 */
package org.ergode.engine.field;
