// SPDX-License-Identifier: EPL-2.0
/**
 * The mathematics of a model: what is well typed and yet cannot be meant. One class a rule, on the typed experiment; each is silent
 * on what it cannot decide. {@link org.ergode.dsl.check.Rules} lists them.
 */
package org.ergode.dsl.check;
