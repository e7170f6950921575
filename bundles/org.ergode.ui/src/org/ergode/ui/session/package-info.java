// SPDX-License-Identifier: EPL-2.0
/** A run as views see it: told from any thread, shown thirty times a second at most. */
package org.ergode.ui.session;
