// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.validation;

/** Xtext's door for checks; {@link ModelCheck} runs them all in one pass instead. */
public class ErgValidator extends AbstractErgValidator {
}
