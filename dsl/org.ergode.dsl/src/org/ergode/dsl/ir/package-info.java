// SPDX-License-Identifier: EPL-2.0
/**
 * The typed intermediate representation: what a model means, with every name resolved and every shape and dimension known.
 *
 * <p><b>In:</b> the elaborator ({@code org.ergode.dsl.elaborate}) makes it from the EMF model, and reports what is wrong.
 * <b>Out:</b> the compiler and the run façade read it; neither sees EMF. Immutable and safe to share between threads.
 * Every node knows its {@link org.ergode.dsl.ir.Source}, so that a message, a breakpoint or a bytecode line finds the text again.
 */
package org.ergode.dsl.ir;
