// SPDX-License-Identifier: EPL-2.0
/**
 * Learning from an error: rules in the language, models, and the digits data set. The provider class is all the Java there is; F3 on a rule opens its text.
 *
 * <pre>{@code
 * UnitRegistry.get().libraries().get("backprop.rules");
 * }</pre>
 *
 * Immutable; safe to share between threads.
 */
package org.ergode.unit.backprop;
