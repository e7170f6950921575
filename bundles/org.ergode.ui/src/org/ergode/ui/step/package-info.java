// SPDX-License-Identifier: EPL-2.0
/**
 * The Stepper: an experiment statement by statement. {@link org.ergode.ui.step.Stepping} holds the one session that there is, and is the model of the view, the commands and the
 * pointer in the editor; the session works on a thread of its own.
 */
package org.ergode.ui.step;
