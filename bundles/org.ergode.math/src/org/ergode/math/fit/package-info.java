// SPDX-License-Identifier: EPL-2.0
/**
 * Fits of models to points with errors: {@link org.ergode.math.fit.LeastSquares}. Static and pure, safe from any thread.
 */
package org.ergode.math.fit;
