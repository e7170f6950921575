// SPDX-License-Identifier: EPL-2.0
/** The welcome page. */
package org.ergode.ui.welcome;
