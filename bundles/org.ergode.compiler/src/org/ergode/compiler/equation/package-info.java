// SPDX-License-Identifier: EPL-2.0
/**
 * What the compiler derives from a network, to be read: conditionals of an energy, gradients of a loss layer by layer, what a rule changes.
 *
 * <pre>{@code
 * NetworkEquations.of(network, functions);        // p(h_j = 1 | v) = σ(b_j + ∑_i W_ij v_i), F(v), ∂L/∂W = δ xᵀ, …
 * RuleEquations.of(network, rule, functions, written);       // ΔW = ε(⟨v hᵀ⟩_data − ⟨v hᵀ⟩_model)
 * }</pre>
 *
 * <p>They come from the same {@link org.ergode.compiler.network.symbolic.Terms} that programs are made of, so what is shown is what runs, but for
 * what only a person wants: symmetric matrices lose their transposes, sums over a layer have its letter, and a cross entropy of a softmax takes its
 * targets to sum to one. A term that has no short form is left out rather than shown as something else. Pure; one call, one algebra.
 */
package org.ergode.compiler.equation;
