// SPDX-License-Identifier: EPL-2.0
/**
 * What the compiler makes: stages of an experiment, ready to run.
 *
 * <pre>{@code
 * CompiledStage.Result result = stage.run(new CompiledStage.Context(seed, 0, threads, control, tensors));
 * }</pre>
 *
 * <p>A compiled stage is run by one thread at a time, and works with several of its own.
 */
package org.ergode.compiler;
