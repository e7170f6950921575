// SPDX-License-Identifier: EPL-2.0
/**
 * Networks with an energy: learning rules in the language, models. The provider class is all the Java there is; F3 on a rule opens its text.
 *
 * <pre>{@code
 * UnitRegistry.get().libraries().get("energy.rules");
 * }</pre>
 *
 * Immutable; safe to share between threads.
 */
package org.ergode.unit.energy;
