// SPDX-License-Identifier: EPL-2.0
/** Programs as bytecode: one hidden class each, with the model's file and lines. {@link org.ergode.compiler.network.emit.CompiledProgram} is the way in. */
package org.ergode.compiler.network.emit;
