// SPDX-License-Identifier: EPL-2.0
/**
 * Dense linear algebra on flat row-major arrays: the products that training spends its time in, the exponential
 * function in single precision, and decompositions through EJML.
 *
 * <pre>{@code
 * FloatPanel panel = FloatPanel.of();               // one per thread
 * FloatProducts.nn(10, 100, 64, 1f, v, 0, W, 0, false, h, 0, panel);    // h = v W
 * FloatMath.exp(h, 0, 1000);
 * FloatProducts.tn(64, 100, 10, rate, v, 0, h, 0, true, W, 0, panel);   // W += rate v' h
 * }</pre>
 *
 * Static methods are safe from any thread; a panel belongs to one thread at a time.
 */
package org.ergode.math.linear;
