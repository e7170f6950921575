// SPDX-License-Identifier: EPL-2.0
/**
 * What comes out of a run: columns over axes, and claims.
 *
 * <p><b>In:</b> simulators and trainers make columns, the analysis derives others from them and judges claims. <b>Out:</b> the run façade
 * turns them into tables, pictures and manifests. All figures are in SI; names and dimensions travel with them. Immutable, and safe
 * to share between threads as long as nobody writes into the arrays.
 */
package org.ergode.engine.result;
