// SPDX-License-Identifier: EPL-2.0
package org.ergode.dsl.scoping;

/** The grammar has no cross references: names are resolved by {@code org.ergode.dsl.names}. */
public class ErgScopeProvider extends AbstractErgScopeProvider {
}
