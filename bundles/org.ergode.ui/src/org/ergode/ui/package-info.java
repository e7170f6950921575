// SPDX-License-Identifier: EPL-2.0
/** What every part of the workbench needs: names, icons, texts, ways onto the UI thread. */
package org.ergode.ui;
