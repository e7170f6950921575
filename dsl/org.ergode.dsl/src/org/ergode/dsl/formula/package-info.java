// SPDX-License-Identifier: EPL-2.0
/**
 * Formulas as a paper prints them: a tree of symbols, fractions, scripts and sums that knows nothing of fonts, and its two texts.
 *
 * <pre>{@code
 * Formula energy = new ExpressionFormulas(names, types).of(definition.getValue());
 * UnicodeText.of(energy);        // −aᵀv − bᵀh − vᵀWh, for hovers
 * Latex.of(energy);              // -\mathbf{a}^{\top} \mathbf{v} - …, to be copied into a paper
 * }</pre>
 *
 * <p>The tree is typeset by the workbench's Equation view. It is made in three places, which share {@link org.ergode.dsl.formula.Part} for
 * the fewest brackets and {@link org.ergode.dsl.formula.Glyphs} for the look of names: from the text of a model
 * ({@link org.ergode.dsl.formula.ExpressionFormulas}), from the texts in which a unit says its densities and functions
 * ({@link org.ergode.dsl.formula.FormulaText}), and, in the compiler, from the terms that it derives.
 *
 * <p>Everything here is immutable or used by one thread, and throws on nothing that parses: what is missing from a broken text is left out.
 */
package org.ergode.dsl.formula;
