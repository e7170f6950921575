// SPDX-License-Identifier: EPL-2.0
/**
 * Ensembles of walkers: what a compiled process extends and what runs it.
 *
 * <p>An ensemble is cut into {@linkplain org.ergode.engine.ensemble.Blocks blocks}, each on a random stream of its own, and reduced in
 * block order, so that the result is the same bytes whatever the number of threads. A compiled model extends
 * {@link org.ergode.engine.ensemble.WalkSimulator} or {@link org.ergode.engine.ensemble.FlowSimulator}, and adds nothing but the
 * model's own expressions; {@link org.ergode.engine.ensemble.Ensemble} runs it:
 *
 * <pre>{@code
 * List<Column> columns = Ensemble.run(plan, Pollen::new, new Ensemble.Run(1905, 0, threads, RunControl.NONE));
 * }</pre>
 *
 * <p>A simulator belongs to one thread at a time; a {@link org.ergode.engine.ensemble.Plan} is immutable and shared.
 */
package org.ergode.engine.ensemble;
