// SPDX-License-Identifier: EPL-2.0
/**
 * The Equation view: what the cursor is on, typeset as a paper would print it.
 *
 * <p>Text to picture in four steps. {@link org.ergode.run.Equations} says, on a job's thread, which relations an element stands for; the
 * {@link org.ergode.ui.equation.Typesetter} makes boxes of them, with metrics from a {@link org.ergode.ui.equation.Pen} and no widget in sight; the
 * {@link org.ergode.ui.equation.EquationCanvas} draws the boxes; the {@link org.ergode.ui.equation.EquationView} follows editor and outline, and copies.
 * A text that is broken leaves the last good picture where it is.
 */
package org.ergode.ui.equation;
