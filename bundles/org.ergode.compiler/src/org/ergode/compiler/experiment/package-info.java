// SPDX-License-Identifier: EPL-2.0
/**
 * From an experiment's typed intermediate representation to what runs: one {@link org.ergode.compiler.CompiledStage} for each simulation
 * and training.
 *
 * <pre>{@code
 * for (CompiledStage stage : ExperimentCompiler.compile(experiment)) {
 *     CompiledStage.Result result = stage.run(context);
 * }
 * }</pre>
 *
 * <p>Compiling is pure and may be done from several threads at once.
 */
package org.ergode.compiler.experiment;
