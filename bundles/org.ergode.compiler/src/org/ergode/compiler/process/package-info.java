// SPDX-License-Identifier: EPL-2.0
/**
 * Processes: from the typed IR of a walker to a hidden class that simulates it.
 *
 * <pre>{@code
 * ProcessStage stage = ProcessCompiler.compile(simulate, observes);
 * Map<Symbol, Column> columns = stage.run(context).columns();
 * }</pre>
 *
 * <p>The class extends {@link org.ergode.engine.ensemble.WalkSimulator} or {@link org.ergode.engine.ensemble.FlowSimulator} and
 * holds the model's expressions, one method a statement, as loops over the walkers at work. Stages are immutable.
 */
package org.ergode.compiler.process;
