// SPDX-License-Identifier: EPL-2.0
/**
 * What results are summed up by: moments, quantiles and histograms, each with its Monte-Carlo error where that makes sense.
 *
 * <pre>{@code
 * Moments total = Moments.of();
 * for (Moments block : blocks) {
 *     total.merge(block);                          // in the order of blocks: the same bits with any number of threads
 * }
 * }</pre>
 *
 * Accumulators belong to one thread at a time.
 */
package org.ergode.math.stats;
