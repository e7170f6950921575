// SPDX-License-Identifier: EPL-2.0
/** The Plots view: presenters without a display, and the charts and images that draw them. */
package org.ergode.ui.plot;
