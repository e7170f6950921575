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
 * <p>Compiling is pure and may be done from several threads at once; a compiled stage is run by one thread at a time, and works with several.
 */
package org.ergode.compiler;
