// SPDX-License-Identifier: EPL-2.0
/**
 * Special and elementary functions.
 *
 * <pre>{@code
 * double e = Elementary.exp(-x);                  // the same bits on every platform
 * double survival = Special.mittagLeffler(0.5, -1);
 * }</pre>
 *
 * Static and pure: safe from any thread.
 */
package org.ergode.math.special;
