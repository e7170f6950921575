// SPDX-License-Identifier: EPL-2.0
/**
 * The handbook in the workbench: Markdown becomes {@link org.ergode.ui.handbook.PageText}, which knows no widget, and the view shows it.
 */
package org.ergode.ui.handbook;
