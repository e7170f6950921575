// SPDX-License-Identifier: EPL-2.0
/**
 * From text to model: units after numbers, values of terminals, and syntax errors in plain words. {@link org.ergode.dsl.Erg} is the door.
 */
package org.ergode.dsl.parser;
