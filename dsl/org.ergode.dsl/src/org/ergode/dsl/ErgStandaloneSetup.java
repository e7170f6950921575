// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl;

/** Sets the language up where no Eclipse runs. Most callers want {@link Erg}, which does it once. */
public class ErgStandaloneSetup extends ErgStandaloneSetupGenerated {
}
