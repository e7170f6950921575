// SPDX-License-Identifier: EPL-2.0
/** The formatter: {@link org.ergode.dsl.formatting2.ErgFormat} for texts, {@link org.ergode.dsl.formatting2.ErgFormatter} for Xtext. */
package org.ergode.dsl.formatting2;
