// SPDX-License-Identifier: EPL-2.0
/**
 * The language: {@link org.ergode.dsl.Erg} parses a text.
 *
 * <p>Nothing here needs Eclipse; everything is safe to use from several threads, with a model used by one at a time.
 */
package org.ergode.dsl;
