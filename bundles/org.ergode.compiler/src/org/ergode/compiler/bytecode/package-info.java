// SPDX-License-Identifier: EPL-2.0
/**
 * Bytecode for the numbers of a model: expressions of static shape are lowered to a graph of scalars
 * ({@link org.ergode.compiler.bytecode.Scalars}), the graph is written as instructions
 * ({@link org.ergode.compiler.bytecode.ScalarWriter}), and the class is loaded hidden, with primitives of unit plug-ins as its
 * constants ({@link org.ergode.compiler.bytecode.HiddenClass}).
 *
 * <p>Every instruction carries a line of the model. Nothing here is shared between threads.
 */
package org.ergode.compiler.bytecode;
