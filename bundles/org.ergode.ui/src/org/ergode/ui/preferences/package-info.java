// SPDX-License-Identifier: EPL-2.0
/** Preferences of runs. */
package org.ergode.ui.preferences;
