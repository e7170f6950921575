// SPDX-License-Identifier: EPL-2.0
/**
 * Shapes, dimensions and physical units of values.
 *
 * <pre>{@code
 * Units.Compound u = Units.parse("um^2/s").get();
 * Quantities.display(0.502 * u.factor(), u.dimension())     // 0.502 um^2/s
 * }</pre>
 *
 * <p>Everything here is immutable and safe to share between threads.
 */
package org.ergode.engine.quantity;
