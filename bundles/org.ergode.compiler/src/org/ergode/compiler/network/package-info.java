// SPDX-License-Identifier: EPL-2.0
/**
 * From a network, a learning rule and data to a trained network: the rule is followed symbolically through one batch ({@code symbolic}), the result is
 * laid out over flat arrays ({@code plan}) and written as a class ({@code emit}).
 *
 * <pre>{@code
 * CompiledStage stage = NetworkCompiler.compile(train, observes, checks);
 * stage.run(context).columns();
 * }</pre>
 *
 * A stage may be run again, one run at a time.
 */
package org.ergode.compiler.network;
