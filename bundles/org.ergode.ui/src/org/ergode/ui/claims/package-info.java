// SPDX-License-Identifier: EPL-2.0
/** The Claims view. */
package org.ergode.ui.claims;
